package dev.milliner.overlay.derive;

import dev.milliner.overlay.OverlayApplication;
import dev.milliner.overlay.OverlayException;
import dev.milliner.overlay.Recipe;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.SourceFrame;
import dev.milliner.overlay.SourcePreparation;
import dev.milliner.overlay.SourceReader;
import dev.milliner.overlay.Sources;
import java.util.TreeMap;

/**
 * What overlays are to come to, freed of what azldev adds by itself.
 *
 * @param recipe the component's
 * @param before the sources that the first new overlay finds
 * @param after the sources that the last one is to leave
 */
public record Wish(Recipe recipe, Sources before, Sources after) {
    private static final int ORDINARY = 0644;

    /** Overlays in place of all that there are. */
    public static Wish instead(Recipe recipe, Sources original, Sources wanted) throws OverlayException {
        return wished(recipe, SourceFrame.begun(recipe, original), wanted);
    }

    /**
     * Overlays behind those that there are.
     *
     * @param reader reads the files that those add
     * @throws OverlayException where one of those fails, or what azldev writes itself is not as it writes it
     */
    public static Wish besides(Recipe recipe, Sources original, SourceReader reader, Sources wanted)
            throws OverlayException {
        return wished(recipe, present(recipe, original, reader), wanted);
    }

    /**
     * Overlays that change what others leave.
     *
     * @param before what those leave, as {@link #present} has it
     * @param wanted what they are to leave
     */
    public static Wish changing(Recipe recipe, Sources before, Sources wanted) {
        return new Wish(recipe, before, withPermissions(before, wanted));
    }

    /**
     * What the present overlays leave.
     *
     * @param reader reads the files that they add
     * @throws OverlayException where one of them fails
     */
    public static Sources present(Recipe recipe, Sources original, SourceReader reader) throws OverlayException {
        OverlayApplication applied = SourcePreparation.apply(recipe, original, reader);
        if (applied.fault().isPresent()) {
            throw new OverlayException(applied.fault().get());
        }
        return SourceFrame.left(recipe, applied);
    }

    /** Overlays in place of all that there are, of a spec alone; the files beside it are those that the first one finds. */
    public static Wish insteadOf(Recipe recipe, Sources original, byte[] spec) throws OverlayException {
        Sources begun = SourceFrame.begun(recipe, original);
        return ofSpec(recipe, begun, spec);
    }

    /** Overlays behind those that there are, of a spec alone; the files beside it are those that these leave. */
    public static Wish besides(Recipe recipe, Sources original, SourceReader reader, byte[] spec)
            throws OverlayException {
        return ofSpec(recipe, present(recipe, original, reader), spec);
    }

    private static Wish ofSpec(Recipe recipe, Sources before, byte[] spec) throws OverlayException {
        Sources wanted = before.with(recipe.specName(), new SourceFile(spec, ORDINARY));
        return changing(recipe, before, SourceFrame.unfinishedSpec(recipe, wanted));
    }

    private static Wish wished(Recipe recipe, Sources before, Sources wanted) throws OverlayException {
        return new Wish(recipe, before, withPermissions(before, SourceFrame.unfinished(recipe, wanted)));
    }

    /** Overlays change no permissions. */
    private static Sources withPermissions(Sources before, Sources wanted) {
        TreeMap<String, SourceFile> files = new TreeMap<>(wanted.files());
        files.replaceAll((path, file) -> new SourceFile(
                file.bytes(), before.file(path).map(SourceFile::mode).orElse(ORDINARY)));
        return new Sources(files, before.folders());
    }

    /** The overlays that come to it. */
    public Derived derive() {
        return Derivation.between(recipe.specName(), before, after);
    }
}
