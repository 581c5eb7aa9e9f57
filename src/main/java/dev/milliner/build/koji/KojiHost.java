package dev.milliner.build.koji;

import dev.milliner.ground.HostTools;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What this host has to reach farms with.
 *
 * @param program Koji's client, where there is one
 * @param configuration the files and folders that hold its profiles
 * @param rhythm how often hubs are asked
 */
public record KojiHost(Optional<Path> program, List<Path> configuration, KojiRhythm rhythm) {
    /** With a list that nobody changes. */
    public KojiHost {
        configuration = List.copyOf(configuration);
    }

    /** The user's, with the places that the client itself reads. */
    public static KojiHost ofUser() {
        return new KojiHost(HostTools.koji(), KojiConfiguration.ofUser().places(), KojiRhythm.USUAL);
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
        return new KojiConfiguration(configuration).profiles();
    }
}
