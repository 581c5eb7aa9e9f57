package dev.milliner.serve;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program as another process, started from this test's own class path. */
public final class ServingProcess {
    private ServingProcess() {}

    /** The command that starts it. */
    public static List<String> command(List<String> javaOptions, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", classPath(), "dev.milliner.Milliner"));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /** Wherever it is started. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * Starts it.
     *
     * @param home the folder for all that it keeps
     */
    public static Process start(Path home, List<String> javaOptions, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(javaOptions, arguments));
        atHome(builder, home);
        return builder.redirectError(new File(home.toFile(), "errors.txt")).start();
    }

    /** Has a program keep what it keeps in a folder. */
    public static void atHome(ProcessBuilder builder, Path home) {
        for (String name : List.of("XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")) {
            builder.environment().put(name, home.resolve(name).toString());
        }
        builder.environment().put("HOME", home.toString());
    }

    /** Writes a script that starts it, for programs that can't be given a long command. */
    public static Path script(Path folder, String... arguments) throws IOException {
        Path script = folder.resolve("milliner");
        StringBuilder text = new StringBuilder("#!/bin/sh\nexec");
        command(List.of(), arguments)
                .forEach(word -> text.append(" '").append(word).append('\''));
        java.nio.file.Files.writeString(script, text.append('\n'));
        if (!script.toFile().setExecutable(true)) {
            throw new IOException("The script can't be made executable.");
        }
        return script;
    }
}
