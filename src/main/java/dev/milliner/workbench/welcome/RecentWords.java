package dev.milliner.workbench.welcome;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
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
                    false, Files.isDirectory(root) ? "there is no azldev.toml any more" : "the folder is gone");
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
        try (Repository repository = builder.build()) {
            String branch = repository.getBranch();
            if (branch != null) {
                words.add("branch " + branch);
            }
        } catch (java.io.IOException unreadable) {
            words.add("its git repository can't be read");
        }
    }

    private static String shortened(Path root) {
        Path home = Path.of(System.getProperty("user.home", "/"));
        return root.startsWith(home) && home.getNameCount() > 0 ? "~/" + home.relativize(root) : root.toString();
    }

    /** How long ago something was, as people say it. */
    static String ago(Instant then, Instant now) {
        Duration since = Duration.between(then, now);
        LocalDate day = LocalDate.ofInstant(then, ZoneId.systemDefault());
        long days = ChronoUnit.DAYS.between(day, LocalDate.ofInstant(now, ZoneId.systemDefault()));
        if (since.toMinutes() < 1) {
            return "just now";
        } else if (since.toMinutes() < 60) {
            return since.toMinutes() + " min ago";
        } else if (days == 0) {
            return since.toHours() + " h ago";
        } else if (days == 1) {
            return "yesterday";
        }
        return days < 14 ? days + " days ago" : days < 60 ? days / 7 + " weeks ago" : day.toString();
    }
}
