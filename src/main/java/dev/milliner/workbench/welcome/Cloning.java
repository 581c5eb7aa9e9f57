package dev.milliner.workbench.welcome;

import dev.milliner.ground.FileTrouble;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/**
 * A clone of a distro's repository. Nothing of it is left where it fails or is given up.
 *
 * @param address where it is cloned from, as git takes it
 * @param parent the folder that it comes into
 */
record Cloning(String address, Path parent) {
    /** What came of it: where the clone is, or why there is none. */
    sealed interface Ended {}

    /** It is there. */
    record There(Path root) implements Ended {}

    /** It is not. */
    record Failed(String why) implements Ended {}

    /** What the folder will be called: the last part of the address. */
    String name() {
        String whole = address.strip().replaceFirst("/+$", "").replaceFirst("\\.git$", "");
        return whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf(':')) + 1);
    }

    /**
     * Clones; off the JavaFX thread.
     *
     * @param progress told in words how far it is
     * @param givenUp whether the person has given it up
     */
    Ended run(Consumer<String> progress, AtomicBoolean givenUp) {
        String name = name();
        if (name.isEmpty() || name.startsWith(".")) {
            return new Failed(Wording.of("welcome.cloning.no-address-git"));
        }
        Path root = parent.resolve(name);
        if (Files.exists(root)) {
            return new Failed(Wording.of("welcome.cloning.already-open-choose", root));
        }
        try (Git git = Git.cloneRepository()
                .setURI(address.strip())
                .setDirectory(root.toFile())
                .setProgressMonitor(new CloneProgress(progress, givenUp))
                .call()) {
            return found(root);
        } catch (GitAPIException | RuntimeException failure) {
            return new Failed(
                    givenUp.get()
                            ? Wording.of("welcome.cloning.clone-given-up")
                            : Wording.of("welcome.cloning.cant-cloned", words(failure)));
        }
    }

    private static String words(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String said =
                cause instanceof IOException trouble ? FileTrouble.words(trouble) : String.valueOf(cause.getMessage());
        return said.replaceFirst("\\.$", "");
    }

    /** A repository may hold the distro in a folder of its own. */
    private static Ended found(Path root) {
        if (Files.exists(root.resolve("azldev.toml"))) {
            return new There(root);
        }
        try (Stream<Path> below = Files.walk(root, 2)) {
            return below.filter(file -> file.endsWith("azldev.toml"))
                    .findFirst()
                    .<Ended>map(file -> new There(file.resolveSibling("")))
                    .orElse(new Failed(Wording.of("welcome.cloning.cloned-no-azldev", root)));
        } catch (IOException unreadable) {
            return new Failed(Wording.of("welcome.cloning.cloned-cant-read", root, FileTrouble.words(unreadable)));
        }
    }
}
