package dev.milliner.workbench.derive;

import dev.milliner.overlay.Change;
import dev.milliner.overlay.OverlayException;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import dev.milliner.overlay.derive.Derivation;
import dev.milliner.overlay.derive.Derived;
import dev.milliner.overlay.derive.OtherForms;
import dev.milliner.overlay.derive.Traces;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.workbench.files.OpenFile;
import java.nio.file.Path;
import java.util.List;

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
        // The text stands in no folder, so that no repository is asked for it.
        Path nowhere = Path.of("").toAbsolutePath().getRoot().resolve(specName);
        return new ResultText(component, specName, before, new OpenFile(specName, nowhere, spec.text()));
    }

    /** Tells whether new overlays would find the same spec as those of another. */
    boolean isBehindTheSameAs(ResultText other) {
        return component.equals(other.component) && before.file(specName).equals(other.before.file(specName));
    }

    boolean isEdited() {
        return !file.mirror().fileText().equals(file.saved());
    }

    /** Works out the overlays; off the JavaFX thread. */
    Answer derive() {
        SourceFile spec = before.file(specName).orElseThrow();
        Sources wanted = before.with(specName, spec.withText(file.mirror().fileText()));
        Derived derived = Derivation.between(specName, before, wanted);
        return new Answer(derived, Traces.of(specName, before, derived), OtherForms.ofEach(specName, before, derived));
    }
}
