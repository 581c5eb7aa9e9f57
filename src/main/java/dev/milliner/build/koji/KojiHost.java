package dev.milliner.build.koji;

import dev.milliner.ground.HostTools;
import dev.milliner.ground.UserFolder;
import java.io.IOException;
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
 * What this host has to reach farms with.
 *
 * @param program Koji's client, where there is one
 * @param configuration the files and folders that hold its profiles
 * @param rhythm how often hubs are asked
 */
public record KojiHost(Optional<Path> program, List<Path> configuration, KojiRhythm rhythm) {
    private static final Pattern SECTION = Pattern.compile("\\[([^]]+)]\\s*");

    /** With a list that nobody changes. */
    public KojiHost {
        configuration = List.copyOf(configuration);
    }

    /** The user's, with the places that the client itself reads. */
    public static KojiHost ofUser() {
        Path own = UserFolder.home().resolve(".koji");
        List<Path> places = List.of(
                Path.of("/etc/koji.conf.d"), Path.of("/etc/koji.conf"), own.resolve("config.d"), own.resolve("config"));
        return new KojiHost(HostTools.koji(), places, KojiRhythm.USUAL);
    }

    /** Why nothing can be built on a farm from here, and what changes that; empty where it can. */
    public Optional<String> absence() {
        return program.isPresent()
                ? Optional.empty()
                : Optional.of("Koji's client is missing; milliner doctor says what adds it");
    }

    /** The client with a profile. */
    public Optional<KojiClient> client(String profile) {
        return program.map(file -> new KojiClient(file, profile));
    }

    /** The names of the profiles in the configuration, in their order there; files that cannot be read have none. */
    public List<String> profiles() {
        Set<String> names = new LinkedHashSet<>();
        for (Path place : configuration) {
            for (Path file : files(place)) {
                try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                    lines.map(SECTION::matcher)
                            .filter(Matcher::matches)
                            .map(section -> section.group(1))
                            .forEach(names::add);
                } catch (IOException | java.io.UncheckedIOException unreadable) {
                    // The client says so when it is asked for a profile.
                }
            }
        }
        return new ArrayList<>(names);
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
}
