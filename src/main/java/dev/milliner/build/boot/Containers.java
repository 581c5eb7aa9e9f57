package dev.milliner.build.boot;

import dev.milliner.build.host.Install;
import dev.milliner.ground.FileTrouble;
import dev.milliner.ground.HostTools;
import dev.milliner.image.Inspector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A shell in a built container, through podman. */
public final class Containers {
    private Containers() {}

    /**
     * The command that opens a shell in a container's archive; it keeps neither the container nor the image.
     *
     * @param format {@code oci} or {@code docker}
     * @param network whether the container may reach the network
     * @throws BootException when podman is missing
     */
    public static List<String> shell(Path archive, String format, boolean network) throws BootException {
        Path podman = HostTools.find("podman")
                .orElseThrow(
                        () -> new BootException("A container is started by podman, which is missing; this adds it: "
                                + Install.command("podman", "podman")));
        return shell(podman, archive, format, network);
    }

    static List<String> shell(Path podman, Path archive, String format, boolean network) {
        List<String> words =
                new ArrayList<>(List.of(podman.toString(), "run", "--rm", "--rmi", "--interactive", "--tty"));
        if (!network) {
            words.addAll(List.of("--network", "none"));
        }
        words.addAll(List.of("--entrypoint", "/bin/sh", format + "-archive:" + archive.toAbsolutePath()));
        return words;
    }

    /**
     * The format of a container's archive; empty where the file is anything else.
     *
     * @throws BootException when it is nothing that is known
     */
    public static Optional<String> formatOf(Path archive) throws BootException {
        try {
            String format = Inspector.inspect(archive).format();
            return format.equals("oci") || format.equals("docker") ? Optional.of(format) : Optional.empty();
        } catch (IOException unreadable) {
            throw BootException.ofArtifact(FileTrouble.words(unreadable));
        }
    }
}
