package dev.milliner.image;

import dev.milliner.image.VolumeVerity.Differs;
import dev.milliner.image.VolumeVerity.Matches;
import dev.milliner.image.VolumeVerity.Unsaid;
import dev.milliner.image.disk.VerityFinding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a hash tree and the root hashes that are named come to together. */
final class VerityJudgement {
    private VerityJudgement() {}

    /**
     * Judges.
     *
     * @param hashes the root hashes, each with what names it
     */
    static VolumeVerity of(VerityFinding found, Map<String, Set<String>> hashes) {
        if (!found.words().isEmpty()) {
            return new Differs(found.words());
        }
        if (hashes.isEmpty()) {
            return new Unsaid("the data are as the hash tree says and come to " + found.rootHash()
                    + ", and nothing that is read names a root hash");
        }
        // A machine that keeps its last version names the root hash of that too.
        Set<String> namedBy = hashes.getOrDefault(found.rootHash(), Set.of());
        return namedBy.isEmpty()
                ? new Differs("the data come to " + found.rootHash() + ", and " + words(hashes))
                : new Matches(found.rootHash(), List.copyOf(namedBy));
    }

    private static String words(Map<String, Set<String>> hashes) {
        return hashes.entrySet().stream()
                .map(named -> String.join(" and ", named.getValue()) + " names " + named.getKey())
                .collect(Collectors.joining("; "));
    }
}
