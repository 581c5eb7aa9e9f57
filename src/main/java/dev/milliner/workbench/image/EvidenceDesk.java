package dev.milliner.workbench.image;

import dev.milliner.build.history.BuildHistory;
import dev.milliner.build.history.BuildRecord;
import dev.milliner.build.history.BuildState;
import dev.milliner.build.history.BuildStore;
import dev.milliner.build.run.Artifact;
import dev.milliner.distro.Distro;
import dev.milliner.ground.FileTrouble;
import dev.milliner.image.Inspector;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Reads the built image that was chosen, else the newest that a build of this distro left. Only when it is asked to: a disk takes
 * some seconds to read.
 */
final class EvidenceDesk implements AutoCloseable {
    private final BuildStore builds;
    private final Later seeking = new Later(Wording.of("activity.image-evidence-sought"));
    /** Apart from the other, so that what is being read is not dropped where the same is found once more. */
    private final Later reading = new Later(Wording.of("activity.image-evidence"));

    private final ReadOnlyObjectWrapper<@Nullable Evidence> shown = new ReadOnlyObjectWrapper<>();
    private @Nullable Path chosen;
    private @Nullable Found read;

    EvidenceDesk(BuildStore builds) {
        this.builds = builds;
    }

    /** What there is to read. */
    private sealed interface Sought {}

    /** A built image as it is now; one that is built anew is another. */
    private record Found(Path file, FileTime changed, long size) implements Sought {}

    /** There is none. */
    private record Missing(Evidence evidence) implements Sought {}

    /** What is known; null before it was asked for. */
    ReadOnlyObjectProperty<@Nullable Evidence> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Forgets what is of another image. */
    void forget() {
        seeking.cancel();
        reading.cancel();
        chosen = null;
        read = null;
        shown.set(null);
    }

    /** Takes a file in place of what builds left. */
    void choose(Path file) {
        chosen = file;
        read = null;
    }

    /** Reads what there is of an image; nothing where that was read already and is as it was. */
    void look(Distro distro, String image) {
        Path wanted = chosen;
        seeking.ask(() -> wanted == null ? newest(distro, image) : found(wanted), this::take);
    }

    private void take(Sought sought) {
        switch (sought) {
            case Found found -> read(found);
            case Missing missing -> {
                reading.cancel();
                read = null;
                shown.set(missing.evidence());
            }
        }
    }

    private void read(Found found) {
        if (!found.equals(read)) {
            read = found;
            shown.set(new Evidence.Reading(found.file()));
            reading.ask(() -> inspected(found.file()), shown::set);
        }
    }

    private static Evidence inspected(Path file) {
        try {
            return new Evidence.Shown(file, Inspector.inspect(file));
        } catch (IOException unreadable) {
            return new Evidence.Refused(Optional.of(file), String.valueOf(unreadable.getMessage()));
        }
    }

    private Sought newest(Distro distro, String image) {
        String root = distro.tree().root().toString();
        BuildHistory history = builds.history();
        try {
            for (BuildRecord build : history.all()) {
                boolean fits = build.kind().equals("image")
                        && build.target().equals(image)
                        && build.root().equals(root)
                        && build.state() == BuildState.SUCCEEDED;
                Optional<Path> artifact = fits ? artifact(history, build) : Optional.empty();
                if (artifact.isPresent()) {
                    return found(artifact.get());
                }
            }
        } catch (IOException unusable) {
            return new Missing(new Evidence.Refused(Optional.empty(), String.valueOf(unusable.getMessage())));
        }
        return new Missing(new Evidence.Nothing());
    }

    /** The image of a build, where the file is still there. */
    private static Optional<Path> artifact(BuildHistory history, BuildRecord build) throws IOException {
        return history.find(build.id()).stream()
                .flatMap(details -> details.artifacts().stream())
                .filter(Artifact::isImage)
                .map(Artifact::path)
                .filter(Files::isReadable)
                .findFirst();
    }

    private static Sought found(Path file) {
        try {
            return new Found(file, Files.getLastModifiedTime(file), Files.size(file));
        } catch (IOException gone) {
            return new Missing(new Evidence.Refused(Optional.of(file), FileTrouble.words(gone)));
        }
    }

    boolean isSettled() {
        return seeking.isSettled() && reading.isSettled();
    }

    @Override
    public void close() {
        seeking.close();
        reading.close();
    }
}
