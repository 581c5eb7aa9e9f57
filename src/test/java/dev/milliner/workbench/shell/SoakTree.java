package dev.milliner.workbench.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A tree that is soaked, and what others do to it meanwhile: editors elsewhere, and git. */
record SoakTree(Path root) {
    /** From so many files on not all are looked at after each step. */
    private static final int MANY = 3_000;

    /** Copies of what is soaked: the tree that is named, or the sample distros. */
    static List<SoakTree> copy(Path folder) throws IOException {
        List<SoakTree> trees = new ArrayList<>();
        String named = System.getProperty("milliner.soak.tree");
        List<Path> from = named == null
                ? List.of(Path.of("sample-distros/bowler"), Path.of("sample-distros/trilby"))
                : List.of(Path.of(named), Path.of("sample-distros/bowler"));
        for (Path tree : from) {
            Path to = folder.resolve(tree.getFileName());
            run(folder, "cp", "-r", "--no-preserve=mode", tree.toAbsolutePath().toString(), to.toString());
            SoakTree copy = new SoakTree(to);
            if (copy.files().isEmpty()) {
                throw new IOException("There is no tree to soak at " + tree.toAbsolutePath());
            }
            copy.git("init", "--quiet");
            copy.git("config", "user.name", "Somebody");
            copy.git("config", "user.email", "somebody@example.org");
            copy.git("config", "gc.auto", "0");
            copy.git("add", "--all");
            copy.git("commit", "--quiet", "--allow-empty", "--message", "All");
            copy.git("tag", "--force", "soak-begin");
            copy.git("branch", "--force", "soak-other");
            trees.add(copy);
        }
        return trees;
    }

    /** The files of it, but for git's own. */
    List<Path> files() {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> !file.startsWith(root.resolve(".git")) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException gone) {
            return List.of();
        }
    }

    boolean isLarge() {
        return files().size() > MANY;
    }

    /** A file that somebody might open. */
    Path someFile(Random random) {
        List<Path> all = files();
        return all.isEmpty() ? root.resolve("azldev.toml") : all.get(random.nextInt(all.size()));
    }

    /** Gives back what it began with, as else little is left of it after a while. */
    String restore() {
        git("checkout", "--force", "--quiet", "-B", "soak", "soak-begin");
        git("clean", "--force", "--quiet", "-d", "-x");
        return "all as it began";
    }

    /** Does what an editor elsewhere might do. */
    String change(Random random) throws IOException {
        Path file = someFile(random);
        String name = root.relativize(file).toString();
        if (!Files.exists(file)) {
            return restore();
        }
        switch (random.nextInt(7)) {
            case 0 -> Files.delete(file);
            case 1 -> Files.move(file, file.resolveSibling("moved-" + random.nextInt(100) + "-" + file.getFileName()));
            case 2 -> Files.copy(someFile(random), besides(file), StandardCopyOption.REPLACE_EXISTING);
            case 3 -> Files.write(file, new byte[] {(byte) 0xff, 0, (byte) 0xfe});
            case 4 -> {
                Path whole = besides(file);
                Files.copy(file, whole, StandardCopyOption.REPLACE_EXISTING);
                Files.writeString(whole, "# theirs, by a rename\n", StandardOpenOption.APPEND);
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            }
            default -> Files.writeString(file, "# theirs " + random.nextInt() + "\n", StandardOpenOption.APPEND);
        }
        return name;
    }

    private static Path besides(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".new");
    }

    /** Does what somebody in a terminal might do. */
    String useGit(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> git("commit", "--quiet", "--all", "--message", "Theirs " + random.nextInt());
            case 1 -> git("checkout", "--force", "--quiet", "soak-other");
            case 2 -> git("checkout", "--force", "--quiet", "-B", "soak", "soak-begin");
            case 3 -> git("stash", "--quiet");
            default -> git("add", "--all");
        };
    }

    private String git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        return run(root, command.toArray(String[]::new));
    }

    private static String run(Path in, String... command) {
        if (!Files.isDirectory(in)) {
            return in + " is not there";
        }
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true);
            // A repository that the folder of the test may lie in is none of its business.
            builder.environment().put("GIT_CEILING_DIRECTORIES", String.valueOf(in.getParent()));
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(60, TimeUnit.SECONDS);
            return String.join(" ", command) + " " + said.strip();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
