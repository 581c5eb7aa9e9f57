package dev.milliner.image;

import dev.milliner.ground.HostTools;
import dev.milliner.ground.ToolCommand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A tool of the host's that reads what anybody made: in namespaces of its own it sees nothing of the host but its programs, the
 * files below {@code /in} and {@code /out}, and no network. How long, how much memory and how many bytes are bounded.
 */
final class ConfinedTool {
    /** How long one may run. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final long MOST_MEMORY = 4L << 30;

    /** As much as one may write into a file. */
    static final long MOST_BYTES = 256L << 30;

    private ConfinedTool() {}

    /** Tells whether the host has some programs, and what confines them. */
    static boolean isPossible(String... programs) {
        return Stream.concat(Stream.of("unshare", "prlimit"), Stream.of(programs))
                .allMatch(name -> HostTools.find(name).isPresent());
    }

    /**
     * The command.
     *
     * @param folder what it sees as {@code /out}; where empty, that is in memory
     * @param files what it sees in {@code /in}, by their names
     * @param words the program and its arguments
     * @throws IOException when a program is missing
     */
    static ToolCommand command(Optional<Path> folder, List<Path> files, List<String> words) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                tool("prlimit"),
                "--as=" + MOST_MEMORY,
                "--fsize=" + MOST_BYTES,
                "--cpu=" + PATIENCE.toSeconds(),
                "--core=0",
                "--",
                tool("unshare"),
                "--map-root-user",
                "--mount",
                "--pid",
                "--net",
                "--ipc",
                "--fork",
                "--kill-child",
                "sh",
                "-c",
                script(),
                "confined.sh",
                folder.map(Path::toString).orElse("")));
        files.forEach(file -> all.add(file.toAbsolutePath().toString()));
        all.add("--");
        all.add(tool(words.getFirst()));
        all.addAll(words.subList(1, words.size()));
        return ToolCommand.ofUser(all);
    }

    /** How it sees a file. */
    static String seen(Path file) {
        return "/in/" + file.getFileName();
    }

    private static String tool(String name) throws IOException {
        return HostTools.find(name)
                .orElseThrow(() -> new IOException(name + " is missing"))
                .toString();
    }

    private static String script() throws IOException {
        try (InputStream text = ConfinedTool.class.getResourceAsStream("confined.sh")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
