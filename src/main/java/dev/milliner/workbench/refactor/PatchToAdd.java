package dev.milliner.workbench.refactor;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Vocabulary;
import dev.milliner.ground.FileTrouble;
import dev.milliner.overlay.Change;
import dev.milliner.overlay.derive.OverlayTable;
import dev.milliner.refactor.IntoOverlayFile;
import dev.milliner.refactor.Refactor;
import dev.milliner.refactor.RefactoringAnswer;
import dev.milliner.refactor.WriteOverlays;
import dev.milliner.refactor.WriteOverlays.Reasoned;
import dev.milliner.source.BoundedFile;
import dev.milliner.workbench.files.FileText;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A patch from elsewhere that is to become an overlay of a component, its file copied beside the definition.
 *
 * @param component what it is for
 * @param file the patch
 */
public record PatchToAdd(Component component, Path file) {
    /** What is done, for the preview. */
    public String title() {
        return Wording.of("refactor.patch-to-add.title", name(), component.name());
    }

    private String definition() {
        return component.place().file();
    }

    private String name() {
        return String.valueOf(file.getFileName());
    }

    /** What is asked first. Beside a local spec azldev would take the patch for a source, so it goes elsewhere. */
    public List<Field> fields(Distro distro) {
        boolean inline = WriteOverlays.isLastWhereDefined(distro, component) && !component.isLocal();
        return List.of(
                new Field(
                        "reason",
                        Wording.of("refactor.field.reason"),
                        Wording.of("refactor.patch-to-add.apply", name()),
                        Wording.of("refactor.patch-to-add.why")),
                new Field(
                        "into",
                        Wording.of("refactor.field.into"),
                        inline ? definition() : IntoOverlayFile.suggested(distro, component),
                        Wording.of("refactor.patch-to-add.overlay-file-from")),
                new Field(
                        "category",
                        Wording.of("refactor.field.category"),
                        IntoOverlayFile.CATEGORY,
                        Wording.of("refactor.patch-to-add.new-file"),
                        Vocabulary.CATEGORY.words()),
                new Field(
                        "upstream-status",
                        Wording.of("refactor.field.upstream-status"),
                        IntoOverlayFile.STATUS,
                        Wording.of("refactor.patch-to-add.new-file"),
                        Vocabulary.UPSTREAM_STATUS.words()));
    }

    /** Works it out for what was told; off the JavaFX thread, as the patch is read. */
    public RefactoringAnswer answer(Refactor refactor, List<String> told) {
        String text;
        try {
            text = FileText.of(BoundedFile.read(file, BoundedFile.LARGEST_TEXT));
        } catch (CharacterCodingException binary) {
            return new RefactoringAnswer.Refusal(Wording.of("refactor.patch-to-add.not-utf-8", name()));
        } catch (IOException unreadable) {
            return new RefactoringAnswer.Refusal(
                    FileTrouble.words(file, Wording.of("refactor.patch-to-add.cant-read"), unreadable) + ".");
        }
        OverlayTable table = OverlayTable.of(new Change.AddPatch("", name(), name()));
        List<Reasoned> overlays = List.of(new Reasoned(table, told.get(0).strip()));
        Map<String, String> added = Map.of(name(), text);
        String into = told.get(1).strip();
        return into.equals(definition())
                ? refactor.answer(new WriteOverlays(component.name(), overlays, added, new WriteOverlays.Inline()))
                : new IntoOverlayFile(component.name(), overlays, added, into, told.get(2), told.get(3))
                        .answer(refactor);
    }
}
