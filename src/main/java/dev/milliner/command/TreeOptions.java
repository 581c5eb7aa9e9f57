package dev.milliner.command;

import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.ground.FileTrouble;
import dev.milliner.source.CommitHistory;
import dev.milliner.source.CommitTree;
import dev.milliner.source.DiskTree;
import dev.milliner.source.OutsideFiles;
import dev.milliner.source.SourceTree;
import dev.milliner.source.TreePaths;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all commands over a distro take: where it is, at which commit, and whether to print JSON. */
final class TreeOptions {
    private static final String ROOT_FILE = "azldev.toml";

    @Option(names = "-C", paramLabel = "DIR", description = "The distro, or a folder of it (default: this folder).")
    private @Nullable Path directory;

    @Option(names = "--at", paramLabel = "REF", description = "Read the tree from a git commit instead of the disk.")
    private @Nullable String reference;

    @Option(names = "--outside", description = "Let overlays take in files from outside of the tree, such as your own.")
    private boolean outside;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final DistroLoader loader = new DistroLoader();

    /** Reads trees; knows the files that it has read. */
    DistroLoader loader() {
        return loader;
    }

    /** Tells whether the tree is that of a commit, which nothing is written into. */
    boolean isOfCommit() {
        return reference != null;
    }

    boolean json() {
        return json;
    }

    /** Reads the distro. */
    Distro load() {
        return loader.load(tree());
    }

    /** Reads the distro as a commit has it. */
    Distro load(String commit) {
        return loader.load(tree(commit));
    }

    /** The full hash of the commit at which two lines of history parted. */
    String mergeBase(String one, String other) {
        try (CommitHistory history = history()) {
            return history.mergeBase(one, other)
                    .orElseThrow(() -> new InputException("'" + one + "' and '" + other
                            + "' have no commit in common, or one of them is not there."));
        } catch (IOException unavailable) {
            throw new InputException(FileTrouble.words(unavailable));
        }
    }

    /** The commits that the tree lies in. */
    CommitHistory history() {
        try {
            return CommitHistory.open(root())
                    .orElseThrow(() -> new InputException("There is no git repository at " + root() + "."));
        } catch (IOException unavailable) {
            throw new InputException(FileTrouble.words(unavailable));
        }
    }

    /** The commit that was asked for, or the one that is checked out. */
    String reference() {
        return reference == null ? "HEAD" : reference;
    }

    private SourceTree tree() {
        return tree(reference);
    }

    /** The distro's root folder. */
    Path root() {
        Path folder = directory == null ? Path.of("").toAbsolutePath() : directory;
        if (!Files.isDirectory(folder)) {
            throw new InputException("There is no folder " + folder + ".");
        }
        return root(folder);
    }

    /**
     * A file of the tree, there or not, relative to its root.
     *
     * @param named an absolute path, or one relative to the folder that -C names, as with git; to this folder without it
     */
    String file(String named) {
        Path here = (directory == null ? Path.of("") : directory).toAbsolutePath();
        Path root = root().toAbsolutePath().normalize();
        Path file = here.resolve(named).normalize();
        if (file.startsWith(root) && !file.equals(root)) {
            return TreePaths.clean(root.relativize(file).toString());
        }
        throw new InputException(
                file + (file.equals(root) ? " is the tree itself" : " lies outside of the tree " + root)
                        + "; name a file in it, relative to " + here.normalize() + ".");
    }

    private SourceTree tree(@Nullable String commit) {
        Path root = root();
        OutsideFiles outsideFiles = outside ? OutsideFiles.ALLOWED : OutsideFiles.REFUSED;
        if (commit == null) {
            return new DiskTree(root, outsideFiles);
        }
        try {
            return CommitTree.open(root, commit, outsideFiles);
        } catch (IOException unavailable) {
            throw new InputException(FileTrouble.words(unavailable));
        }
    }

    /** The folder itself or the nearest above that is a distro's root; the folder where none is. */
    private static Path root(Path named) {
        Path here = named.toAbsolutePath().normalize();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(ROOT_FILE))) {
                return folder.equals(here) ? named : folder;
            }
        }
        return named;
    }

    /** Lists the errors of a distro; gives the exit status they mean. */
    static int report(Distro distro, PrintWriter err) {
        int errors = 0;
        for (Problem problem : distro.problems()) {
            if (problem.severity() == Severity.ERROR) {
                err.println(ProblemText.line(problem));
                errors++;
            }
        }
        return errors == 0 ? CommandLineEntry.DONE : CommandLineEntry.AT_FAULT;
    }
}
