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
import dev.milliner.source.TreePaths;
import dev.milliner.spec.ByteText;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

    private String path(String into) {
        Path root = distro.tree().root().toAbsolutePath().normalize();
        Path file = Path.of(into).toAbsolutePath().normalize();
        if (!file.startsWith(root)) {
            throw new InputException(into + " lies outside of the tree; name a file within " + root + ".");
        }
        return TreePaths.clean(root.relativize(file).toString());
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
