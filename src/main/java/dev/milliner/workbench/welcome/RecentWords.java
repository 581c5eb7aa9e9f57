package dev.milliner.workbench.welcome;

import dev.milliner.ground.UserFolder;
import dev.milliner.source.GitFolder;
import dev.milliner.workbench.words.Wording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * What is known of a distro that was open, without opening it.
 *
 * @param there whether its folder is still there
 * @param words where it is, and on which branch
 */
record RecentWords(boolean there, String words) {
    /** Looks at the disk; off the JavaFX thread. */
    static RecentWords of(Recent recent) {
        Path root = Path.of(recent.root());
        if (!Files.isRegularFile(root.resolve("azldev.toml"))) {
            return new RecentWords(
                    false,
                    Files.isDirectory(root)
                            ? Wording.of("welcome.recent-words.no-azldev-toml")
                            : Wording.of("welcome.recent-words.folder-gone"));
        }
        List<String> words = new ArrayList<>(List.of(shortened(root)));
        branch(root, words);
        return new RecentWords(true, String.join(" · ", words));
    }

    private static void branch(Path root, List<String> words) {
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(root.toFile());
        if (builder.getGitDir() == null) {
            return;
        }
        try (Repository repository = GitFolder.open(builder)) {
            String branch = repository.getBranch();
            if (branch != null) {
                words.add(Wording.of("welcome.recent-words.branch", branch));
            }
        } catch (java.io.IOException unreadable) {
            words.add(Wording.of("welcome.recent-words.git-repository-cant"));
        }
    }

    private static String shortened(Path root) {
        Path home = UserFolder.home();
        return root.startsWith(home) && home.getNameCount() > 0 ? "~/" + home.relativize(root) : root.toString();
    }
}
