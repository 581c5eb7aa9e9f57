package dev.milliner.upstream;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroDefinition;
import dev.milliner.ground.FileTrouble;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lookaside cache of an upstream distro, where the large files of its dist-git lie. */
public final class Lookaside {
    private static final Pattern ENTRY = Pattern.compile("(?m)^([A-Za-z0-9]+) +\\((.+)\\) += +([A-Fa-f0-9]+) *$");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

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
        return URI.create(definition
                .lookasideBaseUri()
                .get()
                .replace("$pkg", component.spec().upstreamName().orElse(component.name()))
                .replace("$filename", name)
                .replace("$hashtype", hashType.toLowerCase(Locale.ROOT))
                .replace("$hash", hash));
    }

    private static void fetch(URI address, String hashType, String hash, Path file) throws SourceUnavailableException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(30))
                .build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new SourceUnavailableException(address + " answers with status " + response.statusCode());
                }
                keep(body, address, hashType, hash, part);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | IllegalArgumentException unreachable) {
            throw new SourceUnavailableException(
                    address + " cannot be fetched: " + FileTrouble.words(unreachable), unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SourceUnavailableException("Fetching " + address + " was stopped", stopped);
        }
    }

    private static void keep(InputStream body, URI address, String hashType, String hash, Path part)
            throws IOException, SourceUnavailableException {
        MessageDigest digest = digest(hashType);
        Files.copy(new DigestInputStream(body, digest), part, StandardCopyOption.REPLACE_EXISTING);
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equalsIgnoreCase(hash)) {
            Files.delete(part);
            throw new SourceUnavailableException(
                    address + " has the " + hashType + " " + found + ", not " + hash + " as it should");
        }
    }

    private static MessageDigest digest(String hashType) throws SourceUnavailableException {
        try {
            return MessageDigest.getInstance(hashType.replaceFirst("^SHA(\\d)", "SHA-$1"));
        } catch (NoSuchAlgorithmException unknown) {
            throw new SourceUnavailableException("The hash type " + hashType + " is not known.", unknown);
        }
    }
}
