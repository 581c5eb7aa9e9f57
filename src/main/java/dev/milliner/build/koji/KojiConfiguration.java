package dev.milliner.build.koji;

import dev.milliner.ground.UserFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where Koji's client finds its profiles. No more of them is read than their names and where their hubs are.
 *
 * @param places files and folders of files, those that count more behind the others
 */
record KojiConfiguration(List<Path> places) {
    private static final Pattern SECTION = Pattern.compile("\\[([^]]+)]\\s*");
    private static final Pattern SERVER = Pattern.compile("(?i)server\\s*[=:]\\s*(.*?)\\s*");

    /** What the client can reach at all; it asks for anything else again and again, for minutes and without a word. */
    private static final Pattern REACHABLE = Pattern.compile("(?i)https?://[^/?#]+.*");

    /** The places that the client itself reads. */
    static KojiConfiguration ofUser() {
        Path own = UserFolder.home().resolve(".koji");
        return new KojiConfiguration(List.of(
                Path.of("/etc/koji.conf.d"),
                Path.of("/etc/koji.conf"),
                own.resolve("config.d"),
                own.resolve("config")));
    }

    private record Server(Path file, int line, String address) {}

    /** The names of the profiles, in their order; files that cannot be read have none. */
    List<String> profiles() {
        Set<String> names = new LinkedHashSet<>();
        for (Path file : files()) {
            lines(file).stream()
                    .map(SECTION::matcher)
                    .filter(Matcher::matches)
                    .map(section -> section.group(1))
                    .forEach(names::add);
        }
        return List.copyOf(names);
    }

    /** Why no hub can be reached by a profile, with file and line; empty where nothing is known to be wrong. */
    Optional<String> fault(String profile) {
        // A text with %( takes in another key's.
        return server(profile)
                .filter(server -> !server.address().contains("%(")
                        && !REACHABLE.matcher(server.address()).matches())
                .map(server -> server.file() + ", line " + server.line() + ": "
                        + (server.address().isEmpty()
                                ? "server is empty"
                                : "server = " + server.address() + " is no http or https address"));
    }

    private Optional<Server> server(String profile) {
        Optional<Server> last = Optional.empty();
        for (Path file : files()) {
            List<String> lines = lines(file);
            boolean inside = false;
            for (int i = 0; i < lines.size(); i++) {
                Matcher section = SECTION.matcher(lines.get(i));
                Matcher server = SERVER.matcher(lines.get(i));
                if (section.matches()) {
                    inside = section.group(1).equals(profile);
                } else if (inside && server.matches()) {
                    last = Optional.of(new Server(file, i + 1, server.group(1)));
                }
            }
        }
        return last;
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        places.forEach(place -> files.addAll(files(place)));
        return files;
    }

    private static List<Path> files(Path place) {
        if (!Files.isDirectory(place)) {
            return Files.isRegularFile(place) ? List.of(place) : List.of();
        }
        try (Stream<Path> inside = Files.list(place)) {
            return inside.filter(file -> file.toString().endsWith(".conf"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException | UncheckedIOException unreadable) {
            // The client says so when it is asked for a profile.
            return List.of();
        }
    }
}
