package dev.milliner.build.history;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.milliner.distro.Distro;
import dev.milliner.source.CommitTree;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What a distro was made of.
 *
 * @param commit the commit that its tree stands on; empty outside of a repository
 * @param changes what its definitions differ in from that commit, saved or not, as a unified difference
 */
public record TreeState(Optional<String> commit, String changes) {
    private static final int CONTEXT = 3;

    /** The state of a distro. */
    public static TreeState of(Distro distro) {
        try (CommitTree head = CommitTree.open(distro.tree().root(), "HEAD")) {
            StringBuilder changes = new StringBuilder();
            for (String file : distro.files()) {
                String now = distro.tree().read(file).orElse("");
                String then = head.read(file).orElse("");
                if (!now.equals(then)) {
                    append(changes, file, then, now);
                }
            }
            return new TreeState(Optional.of(head.commit()), changes.toString());
        } catch (IOException none) {
            return new TreeState(Optional.empty(), "");
        }
    }

    private static void append(StringBuilder changes, String file, String then, String now) {
        List<String> before = then.lines().toList();
        List<String> lines = UnifiedDiffUtils.generateUnifiedDiff(
                "a/" + file,
                "b/" + file,
                before,
                DiffUtils.diff(before, now.lines().toList()),
                CONTEXT);
        lines.forEach(line -> changes.append(line).append('\n'));
    }
}
