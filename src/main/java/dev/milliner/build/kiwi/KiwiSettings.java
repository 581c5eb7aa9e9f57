package dev.milliner.build.kiwi;

import dev.milliner.build.host.KiwiVersion;
import dev.milliner.build.run.BuildFolder;
import dev.milliner.ground.HostTools;
import dev.milliner.ground.ToolAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The configuration that KIWI is given for one build, and that of the tools which it makes containers with.
 *
 * @param mappings whether KIWI wants it as version 11 does, as mappings; before, it wanted lists
 * @param containers what makes containers: umoci, or buildah where there is no umoci, as on Fedora
 */
public record KiwiSettings(boolean mappings, String containers) {
    /** What the KIWI and the tools of this host want. */
    public static KiwiSettings ofHost() {
        String version = HostTools.kiwi().map(KiwiVersion::of).orElse("");
        boolean buildah =
                HostTools.find("umoci").isEmpty() && HostTools.find("buildah").isPresent();
        return new KiwiSettings(ToolAnswer.isAtLeast(version, 11, 0), buildah ? "buildah" : "umoci");
    }

    /** Writes them into the build's own home folder. */
    public void write(BuildFolder folder) throws IOException {
        Path settings = folder.home().resolve(".config/kiwi/config.yml");
        Files.createDirectories(settings.getParent());
        // Compressing costs most of a container's time, and its files are packed once more when they are shipped.
        Files.writeString(settings, entry("container", "compress", "none") + entry("oci", "archive_tool", containers));
        Path storage = storage(folder);
        Files.createDirectories(storage.getParent());
        Files.writeString(storage, """
                [storage]
                driver = "vfs"
                graphroot = "%s"
                runroot = "%s"
                [storage.options]
                ignore_chown_errors = "true"
                """.formatted(
                folder.temporary().resolve("containers"), folder.temporary().resolve("containers-run")));
    }

    /** What keeps buildah and skopeo to the build's folder and in its namespace; others do not read it. */
    static Map<String, String> environment(BuildFolder folder) {
        return Map.of(
                "CONTAINERS_STORAGE_CONF", storage(folder).toString(),
                "BUILDAH_ISOLATION", "chroot",
                "_CONTAINERS_USERNS_CONFIGURED", "done");
    }

    private static Path storage(BuildFolder folder) {
        return folder.home().resolve(".config/containers/storage.conf");
    }

    private String entry(String element, String attribute, String value) {
        return element + ":\n  " + (mappings ? "" : "- ") + attribute + ": " + value + "\n";
    }
}
