package dev.milliner.level;

import dev.milliner.ground.Amount;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What several files come to together. */
final class Joined {
    private Joined() {}

    /** The rung of files that all hold machine code of x86-64. */
    static LevelEvidence of(Collection<FileLevel> files) {
        Map<LevelEvidence, Integer> each = counted(files);
        int all = files.size();
        int shown = count(each, LevelEvidence.V3) + count(each, LevelEvidence.LIKELY);
        int flags = count(each, LevelEvidence.FLAGS);
        int less = count(each, LevelEvidence.BASELINE);
        if (all == 0) {
            return LevelEvidence.UNKNOWN;
        }
        if (count(each, LevelEvidence.MIXED) > 0 || (less > 0 && shown + flags > 0) || isPartlyNoted(files)) {
            return LevelEvidence.MIXED;
        }
        if (less > 0) {
            return LevelEvidence.BASELINE;
        }
        if (shown + flags == all) {
            return surest(each, shown);
        }
        return shown > 0 ? doubtful(files) : LevelEvidence.UNKNOWN;
    }

    private static LevelEvidence surest(Map<LevelEvidence, Integer> each, int shown) {
        if (shown == 0) {
            return LevelEvidence.FLAGS;
        }
        return each.size() == 1 && each.containsKey(LevelEvidence.V3) ? LevelEvidence.V3 : LevelEvidence.LIKELY;
    }

    /** Where some were given a note, and others not and do not show it either, they were not compiled alike. */
    private static boolean isPartlyNoted(Collection<FileLevel> files) {
        return files.stream().anyMatch(FileLevel::isNoted)
                && files.stream()
                        .anyMatch(one -> !one.isNoted() && !one.evidence().isShown());
    }

    /** Some show it, and of others nothing is known. Where the others hold what tells, or ask the processor, they may be of another kind. */
    private static LevelEvidence doubtful(Collection<FileLevel> files) {
        boolean telling = files.stream()
                .filter(one -> one.evidence() == LevelEvidence.UNKNOWN)
                .anyMatch(one ->
                        one.code().beyond() + one.code().below() + one.code().dispatched() > 0);
        return telling ? LevelEvidence.MIXED : LevelEvidence.LIKELY;
    }

    /** How many of them are on which rung, such as {@code of 3 programs 2 are proved x86-64-v3 and 1 is compiled for less}. */
    static String words(Collection<FileLevel> files, String noun) {
        Map<LevelEvidence, Integer> each = counted(files);
        if (files.size() == 1) {
            return "its " + noun + ": " + files.iterator().next().reason();
        }
        List<String> parts = each.entrySet().stream()
                .map(one -> one.getValue()
                        + Amount.either(one.getValue(), " is ", " are ")
                        + one.getKey().words())
                .toList();
        return "of " + Amount.of(files.size(), noun) + " " + parts.stream().collect(Collectors.joining(", "));
    }

    private static int count(Map<LevelEvidence, Integer> each, LevelEvidence kind) {
        return each.getOrDefault(kind, 0);
    }

    private static Map<LevelEvidence, Integer> counted(Collection<FileLevel> files) {
        Map<LevelEvidence, Integer> each = new EnumMap<>(LevelEvidence.class);
        files.forEach(one -> each.merge(one.evidence(), 1, Integer::sum));
        return each;
    }
}
