package dev.milliner.overlay.derive;

import dev.milliner.distro.OverlayKind;
import dev.milliner.overlay.Applier;
import dev.milliner.overlay.Change;
import dev.milliner.overlay.OverlayException;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Other overlays that do in one step just what one does. */
public final class OtherForms {
    private OtherForms() {}

    /**
     * All that are known, those that say most of what is meant first. Files that the sources do not have yet are added by none of them.
     *
     * @param specName the spec among the sources
     * @param before the sources that the overlay finds
     * @param after the sources that it leaves
     */
    public static List<Change> of(String specName, Sources before, Sources after) {
        return Derivation.inOneStep(specName, before, after).stream()
                .filter(change -> !(change instanceof Change.AddFile || change instanceof Change.AddPatch))
                .toList();
    }

    /**
     * For each derived overlay the best of every other kind that does the same in its place.
     *
     * @param before the sources that the first of them finds
     */
    public static List<List<Change>> ofEach(String specName, Sources before, Derived derived) {
        Applier applier =
                new Applier(specName, path -> derived.result().file(path).map(SourceFile::bytes));
        List<List<Change>> forms = new ArrayList<>();
        Sources found = before;
        for (Change change : derived.changes()) {
            Sources left = left(applier, change, found);
            forms.add(otherKinds(change, of(specName, found, left)));
            found = left;
        }
        return List.copyOf(forms);
    }

    private static Sources left(Applier applier, Change change, Sources found) {
        try {
            return applier.apply(change, found);
        } catch (OverlayException impossible) {
            throw new IllegalStateException("What was derived does not apply: " + change, impossible);
        }
    }

    private static List<Change> otherKinds(Change change, List<Change> forms) {
        Map<OverlayKind, Change> best = new LinkedHashMap<>();
        forms.forEach(form -> best.putIfAbsent(OverlayTable.of(form).kind(), form));
        best.remove(OverlayTable.of(change).kind());
        return List.copyOf(best.values());
    }

    /**
     * The one that says what is meant where an overlay only says which text takes another's place; empty where there is none.
     *
     * @param present what the overlay does
     */
    public static Optional<Change> moreTelling(Change present, String specName, Sources before, Sources after) {
        return Trial.Form.of(present) == Trial.Form.TEXT
                ? of(specName, before, after).stream()
                        .filter(change -> Trial.Form.of(change).compareTo(Trial.Form.TEXT) < 0)
                        .findFirst()
                : Optional.empty();
    }
}
