package dev.milliner.workbench.derive;

import dev.milliner.overlay.Change;
import dev.milliner.overlay.OverlayException;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import dev.milliner.overlay.derive.Derivation;
import dev.milliner.overlay.derive.Derived;
import dev.milliner.overlay.derive.OtherForms;
import dev.milliner.overlay.derive.ThreeWay;
import dev.milliner.overlay.derive.Traces;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.workbench.files.OpenFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The spec that a component's overlays leave, as a text that can be edited. May be read from any thread.
 *
 * @param component the component's name
 * @param specName the spec
 * @param before the sources that a new overlay would find
 * @param file the text
 */
record ResultText(String component, String specName, Sources before, OpenFile file) {
    /**
     * What comes of the text as it is.
     *
     * @param derived the overlays that lead to it
     * @param traces where they show in it
     * @param forms for each the other kinds that do the same
     */
    record Answer(Derived derived, Traces traces, List<List<Change>> forms) {}

    /**
     * The text before anything is edited.
     *
     * @throws OverlayException where there is none: the overlays fail, or the sources have no spec
     */
    static ResultText of(OverlaidComponent overlaid) throws OverlayException {
        String component = overlaid.component().name();
        String specName = component + ".spec";
        Sources before = overlaid.left();
        SourceFile spec = before.file(specName)
                .orElseThrow(() -> new OverlayException("There is no " + specName + " among the sources."));
        return new ResultText(component, specName, before, OpenFile.resultOf(component, specName, spec.text()));
    }

    /** Tells whether new overlays would find the same spec as those of another. */
    boolean isBehindTheSameAs(ResultText other) {
        return component.equals(other.component) && before.file(specName).equals(other.before.file(specName));
    }

    boolean isEdited() {
        return !file.mirror().fileText().equals(file.saved());
    }

    /**
     * A text that was kept of an earlier edit of it, with what the present overlays have changed since then.
     *
     * @param base the result that was edited
     * @param edited what it was edited to
     * @return the text, and where both say something else, in words; there the edit is as it was
     */
    Caught caught(String base, String edited) {
        if (file.saved().equals(base)) {
            return new Caught(edited, List.of());
        }
        ThreeWay merged = ThreeWay.of(one(base), one(file.saved()), one(edited));
        return new Caught(merged.merged().file(specName).orElseThrow().text(), merged.conflicts());
    }

    /**
     * A text that was brought to the present result.
     *
     * @param text the text
     * @param conflicts where it does not fit, in words
     */
    record Caught(String text, List<String> conflicts) {}

    private Sources one(String text) {
        return new Sources(new TreeMap<>(Map.of(specName, SourceFile.of(text))));
    }

    /** Works out the overlays; off the JavaFX thread. */
    Answer derive() {
        SourceFile spec = before.file(specName).orElseThrow();
        Sources wanted = before.with(specName, spec.withText(file.mirror().fileText()));
        Derived derived = Derivation.between(specName, before, wanted);
        return new Answer(derived, Traces.of(specName, before, derived), OtherForms.ofEach(specName, before, derived));
    }
}
