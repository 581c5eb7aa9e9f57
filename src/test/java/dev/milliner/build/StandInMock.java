package dev.milliner.build;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.ground.HostTools;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A copy of the sample bowler whose version names a configuration of mock, and the command line at work on it with a
 * stand-in for mock first on its PATH.
 *
 * @param folder everything lies below it
 */
record StandInMock(Path folder) {
    /** What ended. */
    record Ran(int status, String output) {}

    static StandInMock in(Path folder) throws IOException {
        for (String tool : List.of("rpmbuild", "createrepo_c", "python3", "gcc")) {
            assumeTrue(HostTools.find(tool).isPresent(), "skipped: " + tool + " is not installed");
        }
        StandInMock made = new StandInMock(folder.toRealPath());
        copy(Path.of("sample-distros/bowler"), made.tree());
        Files.createDirectories(made.roots());
        made.configure("'gcc', 'make', 'curl', 'tar', 'filesystem'");
        Path programs = Files.createDirectories(made.programs());
        for (String name : List.of("mock", "id")) {
            try (InputStream text = Objects.requireNonNull(StandInMock.class.getResourceAsStream("mock/" + name))) {
                Files.copy(text, programs.resolve(name));
            }
            Files.setPosixFilePermissions(programs.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return made;
    }

    /** The file that the distro names, which stands for a root of Fedora. */
    Path configuration() {
        return tree().resolve("distro/mock/bowler-x86_64.cfg");
    }

    /** Says what the root's repositories bring. */
    void configure(String provides) throws IOException {
        Files.writeString(configuration(), """
                config_opts['root'] = 'bowler-1.0-x86_64'
                config_opts['basedir'] = '%s'
                config_opts['macros'] = {'%%debug_package': '%%{nil}', '%%dist': '.bowler1', '%%_build_id_links': 'none'}
                config_opts['stand_in_provides'] = [%s]
                """.formatted(roots(), provides));
    }

    Path tree() {
        return folder.resolve("tree");
    }

    /** Where the stand-in makes its roots. */
    Path roots() {
        return folder.resolve("roots");
    }

    Path builds() {
        return folder.resolve("state/milliner/builds");
    }

    private Path programs() {
        return folder.resolve("bin");
    }

    /** Changes a file of the tree. */
    void change(String file, String from, String to) throws IOException {
        Path path = tree().resolve(file);
        String text = Files.readString(path);
        if (!text.contains(from)) {
            throw new IllegalStateException(file + " has no " + from);
        }
        Files.writeString(path, text.replace(from, to));
    }

    Process start(String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                System.getProperty("java.class.path"),
                "dev.milliner.Milliner",
                "-C",
                tree().toString(),
                "build"));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("PATH", programs() + ":" + System.getenv("PATH"));
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        // Where the tests run as root, it is as if by sudo, which mock asks of root.
        builder.environment().putIfAbsent("SUDO_UID", "1000");
        return builder.start();
    }

    Ran run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("It closed its output and did not end.");
        }
        return new Ran(process.exitValue(), output);
    }

    /** The roots that are there. */
    List<Path> rootsLeft() throws IOException {
        try (Stream<Path> all = Files.list(roots())) {
            return all.toList();
        }
    }

    /** The processes that work below this folder. */
    List<String> processesLeft() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .map(process -> process.info().commandLine().orElse(""))
                .filter(command -> command.contains(folder + "/"))
                .toList();
    }

    /** The folder of the only build. */
    Path onlyBuild() throws IOException {
        try (Stream<Path> all = Files.list(builds())) {
            List<Path> found =
                    all.filter(path -> Files.exists(path.resolve("build.log"))).toList();
            if (found.size() != 1) {
                throw new IllegalStateException("builds: " + found);
            }
            return found.getFirst();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
