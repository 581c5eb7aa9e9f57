package dev.milliner.upstream;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroDefinition;
import dev.milliner.ground.Digests;
import dev.milliner.ground.Download;
import dev.milliner.ground.FetchTrouble;
import dev.milliner.ground.WrongDigestException;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.api.errors.GitAPIException;

/** The lookaside cache of an upstream distro, where the large files of its dist-git lie. */
public final class Lookaside {
    private static final Pattern ENTRY = Pattern.compile("(?m)^([A-Za-z0-9]+) +\\((.+)\\) += +([A-Fa-f0-9]+) *$");

    /** How long a server may be silent. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long UNKNOWN = -1;

    private Lookaside() {}

    /**
     * Fetches what the {@code sources} file of a component's dist-git names.
     *
     * @param distro the distro
     * @param component one of its components
     * @param sources its sources as they come
     * @param folder where the files go; one that is there stays
     * @param progress hears what is fetched, in a sentence
     * @throws SourceUnavailableException when a file cannot be had, or has another hash than it should
     */
    public static void fetch(
            Distro distro, Component component, Sources sources, Path folder, Consumer<String> progress)
            throws SourceUnavailableException {
        String text = sources.file("sources").map(SourceFile::text).orElse("");
        Matcher entry = ENTRY.matcher(text);
        while (entry.find()) {
            String name = entry.group(2);
            if (name.contains("/") || name.startsWith(".")) {
                throw new SourceUnavailableException("The sources file names '" + name + "', which is no file name.");
            }
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                URI address = address(distro, component, name, entry.group(1), entry.group(3));
                progress.accept("Fetching " + address);
                fetch(address, entry.group(1), entry.group(3), file);
            }
        }
    }

    private static URI address(Distro distro, Component component, String name, String hashType, String hash)
            throws SourceUnavailableException {
        String upstream = component.spec().upstreamDistro().orElse(distro.name());
        DistroDefinition definition = distro.distros().get(upstream);
        if (definition == null || definition.lookasideBaseUri().isEmpty()) {
            throw new SourceUnavailableException("The distro " + upstream + " has no lookaside-base-uri.");
        }
        String address = definition
                .lookasideBaseUri()
                .get()
                .replace("$pkg", component.spec().upstreamName().orElse(component.name()))
                .replace("$filename", name)
                .replace("$hashtype", hashType.toLowerCase(Locale.ROOT))
                .replace("$hash", hash);
        try {
            return URI.create(address);
        } catch (IllegalArgumentException malformed) {
            throw new SourceUnavailableException(
                    "The lookaside-base-uri of " + upstream + " makes '" + address + "' of the file " + name
                            + ", which is no address. Correct it.",
                    malformed);
        }
    }

    private static void fetch(URI address, String hashType, String hash, Path file) throws SourceUnavailableException {
        MessageDigest digest = Digests.named(hashType)
                .orElseThrow(() -> new SourceUnavailableException("The hash type " + hashType + " is not known."));
        try {
            Tries.USUAL.of(() -> {
                new Download(PATIENCE).checked(address, file, UNKNOWN, digest, hash);
                return file;
            });
        } catch (WrongDigestException other) {
            throw new SourceUnavailableException(
                    address + " has the " + hashType + " " + other.found() + ", not " + hash
                            + " as it should. Nothing of it was kept.",
                    other);
        } catch (IOException | GitAPIException unreachable) {
            throw SourceUnavailableException.outOfReach(
                    address + " cannot be fetched: "
                            + FetchTrouble.of(unreachable).words() + ".",
                    unreachable);
        }
    }
}
