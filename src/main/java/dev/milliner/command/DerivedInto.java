package dev.milliner.command;

import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.overlay.Change;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.derive.Derived;
import dev.milliner.overlay.derive.OverlayTable;
import dev.milliner.refactor.IntoOverlayFile;
import dev.milliner.refactor.Refactor;
import dev.milliner.refactor.RefactoringAnswer;
import dev.milliner.refactor.WriteOverlays;
import dev.milliner.spec.ByteText;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes derived overlays into definitions.
 *
 * @param distro the distro
 * @param loader what read it
 * @param component the component's name
 * @param derived what was derived
 * @param reason why the overlays are there; may be empty
 */
record DerivedInto(Distro distro, DistroLoader loader, String component, Derived derived, String reason) {
    /** Where they are written instead of a file of their own. */
    static final String INLINE = "-";

    void write(String into, PrintWriter out) {
        RefactoringAnswer answer = answer(into);
        switch (answer) {
            case RefactoringAnswer.Refusal refusal -> throw new InputException(refusal.reason());
            case RefactoringAnswer.Proposal proposal -> {
                RefactorOptions.write(distro, proposal.edit());
                RefactorOptions.files(proposal.edit(), out);
            }
        }
    }

    private RefactoringAnswer answer(String into) {
        List<WriteOverlays.Reasoned> overlays = derived.changes().stream()
                .map(change -> new WriteOverlays.Reasoned(OverlayTable.of(change), reason))
                .toList();
        Refactor refactor = new Refactor(distro, loader);
        return into.equals(INLINE)
                ? refactor.answer(new WriteOverlays(component, overlays, added(), new WriteOverlays.Inline()))
                : new IntoOverlayFile(
                                component,
                                overlays,
                                added(),
                                path(into),
                                IntoOverlayFile.CATEGORY,
                                IntoOverlayFile.STATUS)
                        .answer(refactor);
    }

    /** A file that holds overlays, or may be made to hold them. */
    private String path(String file) {
        boolean definitions = distro.isConfiguration(file) || file.endsWith(".comp.toml");
        if (definitions) {
            throw new InputException(file
                    + (distro.tree().exists(file)
                            ? " holds definitions"
                            : " is not there, and is named as definitions are")
                    + ", and --into takes an overlay file, such as "
                    + IntoOverlayFile.suggested(distro, new SoundParts(distro).component(component))
                    + "; --into - writes the overlays where " + component + " is defined.");
        }
        if (distro.tree().isFolder(file)) {
            throw new InputException(file + " is a folder; name an overlay file in it.");
        }
        return file;
    }

    /** The files that overlays add, by name. */
    private Map<String, String> added() {
        Map<String, String> added = new TreeMap<>();
        for (Change change : derived.changes()) {
            change.added()
                    .ifPresent(name -> added.put(
                            name, text(name, derived.result().file(name).orElseThrow())));
        }
        return added;
    }

    private static String text(String name, SourceFile file) {
        String text = new String(file.bytes(), StandardCharsets.UTF_8);
        if (!Arrays.equals(ByteText.encode(text), file.bytes())) {
            throw new InputException("The file " + TerminalOutput.oneLine(name)
                    + " is no text, so it can't be written here. Copy it beside the overlays, and take what is printed"
                    + " without --into.");
        }
        return text;
    }
}
