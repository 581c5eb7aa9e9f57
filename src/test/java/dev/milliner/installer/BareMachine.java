package dev.milliner.installer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A copy of the installer and the sample, and a PATH that has what every Linux has and nothing else, but for stand-ins.
 *
 * @param folder everything lies below it
 */
record BareMachine(Path folder) {
    /** What ended: its status, and what it said on both streams. */
    record Ran(int status, String output) {}

    private static final List<String> BASICS = List.of(
            "sh", "bash", "dirname", "basename", "readlink", "sed", "grep", "awk", "find", "head", "tail", "cat", "id");
    private static final List<String> MORE_BASICS =
            List.of("env", "ls", "rm", "mkdir", "touch", "tr", "cut", "sort", "uname", "ldconfig");

    static BareMachine in(Path folder) throws IOException {
        BareMachine made = new BareMachine(folder.toRealPath());
        copy(Path.of("installer"), made.checkout().resolve("installer"));
        copy(Path.of("sample-distros/bowler"), made.checkout().resolve("sample-distros/bowler"));
        Files.createDirectories(made.checkout().resolve("src/main"));
        Files.createDirectories(made.checkout().resolve("themes"));
        Files.createDirectories(made.programs());
        Files.createDirectories(made.home());
        Files.createFile(made.checkout().resolve("pom.xml"));
        Files.createFile(made.calls());
        for (String name : Stream.concat(BASICS.stream(), MORE_BASICS.stream()).toList()) {
            made.borrow(name);
        }
        return made;
    }

    Path checkout() {
        return folder.resolve("checkout");
    }

    Path home() {
        return folder.resolve("home");
    }

    Path programs() {
        return folder.resolve("programs");
    }

    /** What the stand-ins that tell of it were called with, a call in each line. */
    private Path calls() {
        return folder.resolve("calls");
    }

    List<String> called() throws IOException {
        return Files.readAllLines(calls());
    }

    /** Puts one of this host's programs on the machine; by a script, as links out of a test's folder are warned of. */
    void borrow(String name) throws IOException {
        Path real = Stream.of("/usr/bin", "/bin", "/usr/sbin", "/sbin")
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is not on this host"));
        write(programs().resolve(name), "exec " + real + " \"$@\"");
    }

    /** Puts a stand-in on the machine, which tells of each call and then runs these lines. */
    void standIn(String name, String lines) throws IOException {
        write(programs().resolve(name), "echo \"" + name + " $*\" >> " + calls() + "\n" + lines);
    }

    /** Writes a script that can be run. */
    static void write(Path script, String lines) throws IOException {
        Files.createDirectories(Objects.requireNonNull(script.getParent()));
        Files.deleteIfExists(script);
        Files.writeString(script, "#!/bin/sh\n" + lines + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Puts stand-ins where the installer keeps its programs of Python's registry. */
    void havePythonsPrograms() throws IOException {
        Path data = home().resolve(".local/share/milliner");
        Path pins = checkout().resolve("installer/python.sh");
        write(data.resolve("kiwi/bin/kiwi-ng"), "");
        write(data.resolve("koji/bin/koji"), "");
        for (String name : List.of("kiwi", "koji")) {
            write(data.resolve(name + "/bin/python3"), "sed -n \"s/^$3_version=//p\" " + pins);
        }
    }

    /** Runs a script of the installer. */
    Ran run(String script, String... arguments) throws Exception {
        return run(Map.of("HOME", home().toString()), line -> {}, script, arguments);
    }

    /** Runs a script of the installer in an environment that has the PATH and these, and passes each line on. */
    Ran run(Map<String, String> environment, Consumer<String> lines, String script, String... arguments)
            throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", "installer/" + script));
        command.addAll(List.of(arguments));
        return run(environment, lines, command);
    }

    /** Runs a command in the checkout. */
    Ran run(Map<String, String> environment, Consumer<String> lines, List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(checkout().toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", programs().toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES).execute(() -> end(process));
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String output = reader.lines().peek(lines).collect(Collectors.joining("\n"));
            return new Ran(process.waitFor(), output);
        }
    }

    /** Ends what has run for so long that it hangs, with all that it started; what has ended is left alone. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.copy(file, target);
            }
        }
    }
}
