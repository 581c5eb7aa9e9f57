package dev.milliner.overlay;

import dev.milliner.distro.Overlay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Applies the overlays that reach into source archives, once the archives were fetched. Each archive is unpacked,
 * changed and packed again once, as {@code azldev component prepare-sources} does.
 */
public final class ArchiveOverlays {
    private ArchiveOverlays() {}

    /**
     * Changes the archives in a folder. An archive is replaced in one step, or stays as it was.
     *
     * @param folder the folder with the fetched sources
     * @param overlays the component's overlays; those that do not reach into an archive are passed over
     * @return the names of the archives that were packed again
     * @throws OverlayException when an overlay fails or an archive is not fit
     * @throws IOException when an archive can't be read or written
     */
    public static List<String> apply(Path folder, List<Overlay> overlays) throws OverlayException, IOException {
        Map<String, List<Change>> byArchive = new LinkedHashMap<>();
        for (Overlay overlay : overlays) {
            if (Change.of(overlay) instanceof Change.InArchive(String archive, Change change)) {
                byArchive.computeIfAbsent(archive, name -> new ArrayList<>()).add(change);
            }
        }
        for (Map.Entry<String, List<Change>> entry : byArchive.entrySet()) {
            repack(folder.resolve(entry.getKey()), entry.getValue());
        }
        return List.copyOf(byArchive.keySet());
    }

    private static void repack(Path archive, List<Change> changes) throws OverlayException, IOException {
        if (!Files.isRegularFile(archive)) {
            throw new OverlayException("there is no archive `" + archive.getFileName() + "` among the sources");
        }
        SourceArchive before = SourceArchive.read(archive);
        Sources files = before.files();
        for (Change change : changes) {
            files = changed(files, change);
        }
        Path packed =
                Files.createTempFile(archive.toAbsolutePath().getParent(), "." + archive.getFileName(), ".repack");
        try {
            before.with(files).write(packed);
            Files.setPosixFilePermissions(packed, Files.getPosixFilePermissions(archive));
            Files.move(packed, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(packed);
        }
    }

    private static Sources changed(Sources files, Change change) throws OverlayException {
        return switch (change) {
            case Change.RemoveFiles remove -> FileEdits.remove(files, remove.glob());
            case Change.ReplaceInFiles replace ->
                FileEdits.replace(files, replace.glob(), replace.regex(), replace.replacement());
            default -> throw new OverlayException("only files can be removed or changed inside an archive");
        };
    }
}
