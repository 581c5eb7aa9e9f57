package dev.milliner.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A folder under git, for tests, and git itself to say what was done. */
record GitFolder(Path root) {
    /** A new repository whose user is known. */
    static GitFolder begin(Path folder) throws Exception {
        GitFolder made = new GitFolder(folder.resolve("work"));
        Files.createDirectories(made.root);
        made.git("init", "-q", "-b", "main");
        made.git("config", "user.name", "Ann Other");
        made.git("config", "user.email", "ann@example.org");
        made.git("config", "commit.gpgsign", "false");
        return made;
    }

    void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    String read(String path) throws IOException {
        return Files.readString(root.resolve(path));
    }

    void commitAll(String message) throws Exception {
        git("add", "-A");
        git("commit", "-q", "-m", message);
    }

    /** What git says; the test fails where git does. */
    String git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    /** All that a failure must leave alone: the index, the files and where the branch is. */
    String state() throws Exception {
        return git("ls-files", "-s") + git("status", "--porcelain") + git("rev-parse", "HEAD") + git("diff");
    }

    WorkRepository open() throws IOException {
        return WorkRepository.open(root);
    }

    /** Has the repository a hook of one line. */
    void hook(String name, String line) throws IOException {
        Path hook = root.resolve(".git/hooks").resolve(name);
        Files.createDirectories(hook.getParent());
        Files.writeString(hook, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
