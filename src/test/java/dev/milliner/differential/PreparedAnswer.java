package dev.milliner.differential;

import dev.milliner.Azldev;
import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Faults;
import dev.milliner.overlay.OverlayApplication;
import dev.milliner.overlay.Recipe;
import dev.milliner.overlay.SourcePreparation;
import dev.milliner.source.DiskTree;
import dev.milliner.spec.ByteText;
import dev.milliner.upstream.ComponentSources;
import dev.milliner.upstream.PreparedFolder;
import dev.milliner.upstream.SourceUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of preparing the component {@code a}.
 *
 * @param listing every folder and file with its permissions and content; empty where the component was refused
 * @param said why it was refused, in the program's own words
 */
record PreparedAnswer(Optional<String> listing, String said) {
    /** The short form that is kept: the start of a digest, or {@code refused}. */
    String kept() {
        return listing.map(PreparedAnswer::digest).orElse("refused");
    }

    /** Milliner's answer; where it does not refuse, the folder is written. */
    static PreparedAnswer ofMilliner(Path root, Path out) throws IOException {
        Distro distro = new DistroLoader(Map.of()).load(new DiskTree(root));
        Component component = distro.components().get("a");
        if (component == null || !Faults.of(distro, component).isEmpty()) {
            return new PreparedAnswer(Optional.empty(), distro.problems().toString());
        }
        try {
            OverlayApplication applied = SourcePreparation.apply(
                    Recipe.of(component), ComponentSources.of(distro, component), ComponentSources.reader(distro));
            if (!applied.succeeded()) {
                return new PreparedAnswer(Optional.empty(), applied.error().orElse(""));
            }
            PreparedFolder.write(applied.result(), out);
            return new PreparedAnswer(Optional.of(list(out)), "");
        } catch (SourceUnavailableException unavailable) {
            return new PreparedAnswer(Optional.empty(), unavailable.reason());
        }
    }

    /** azldev's answer. */
    static PreparedAnswer ofAzldev(Path root, Path out) throws IOException, InterruptedException {
        Azldev.Answer answer = Azldev.prepare(root, "a", out);
        return answer.succeeded()
                ? new PreparedAnswer(Optional.of(list(out)), answer.said())
                : new PreparedAnswer(Optional.empty(), answer.said());
    }

    private static String list(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.filter(one -> !one.equals(folder)).sorted().toList()) {
                String name = folder.relativize(path).toString();
                if (Files.isDirectory(path)) {
                    text.append(name).append("/\n");
                } else {
                    String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                    text.append(name).append(' ').append(mode).append('\n');
                    text.append(ByteText.decode(Files.readAllBytes(path))).append('\n');
                }
            }
        }
        return text.toString();
    }

    private static String digest(String listing) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(ByteText.encode(listing));
            return HexFormat.of().formatHex(digest, 0, 5);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
