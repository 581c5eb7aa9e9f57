package dev.milliner.overlay;

import dev.milliner.spec.PatchEdits;
import dev.milliner.spec.SectionEdits;
import dev.milliner.spec.Spec;
import dev.milliner.spec.SpecEditException;
import dev.milliner.spec.TagEdits;
import java.util.Optional;

/** Applies one change to sources, as azldev does with source downloads left out. */
public final class Applier {
    private final String specPath;
    private final SourceReader reader;

    /**
     * An applier for one component.
     *
     * @param specPath its spec among the sources
     * @param reader reads the files that overlays add
     */
    public Applier(String specPath, SourceReader reader) {
        this.specPath = specPath;
        this.reader = reader;
    }

    /**
     * The sources after a change.
     *
     * @throws OverlayException where azldev could not apply it; the message is azldev's
     */
    public Sources apply(Change change, Sources before) throws OverlayException {
        Optional<Sources.Asked> asked = asked(change);
        return asked.isPresent()
                ? before.changed().of(asked.get(), () -> applyAnew(change, before))
                : applyAnew(change, before);
    }

    /** What a change comes down to; empty where the file that it adds can't be read, which applying it tells. */
    Optional<Sources.Asked> asked(Change change) {
        try {
            Optional<SourceFile> added = Optional.empty();
            if (change.added().isPresent()) {
                added = reader.read(change.added().get()).map(bytes -> new SourceFile(bytes, 0));
            }
            return Optional.of(new Sources.Asked(specPath, change, added));
        } catch (OverlayException unreadable) {
            return Optional.empty();
        }
    }

    /** The same, worked out even where it is known. */
    Sources applyAnew(Change change, Sources before) throws OverlayException {
        return switch (change) {
            case Change.AddTag c -> onSpec(before, spec -> TagEdits.add(spec, c.packageName(), c.tag(), c.value()));
            case Change.InsertTag c ->
                onSpec(before, spec -> TagEdits.insert(spec, c.packageName(), c.tag(), c.value()));
            case Change.SetTag c -> onSpec(before, spec -> TagEdits.set(spec, c.packageName(), c.tag(), c.value()));
            case Change.UpdateTag c ->
                onSpec(before, spec -> TagEdits.update(spec, c.packageName(), c.tag(), c.value()));
            case Change.RemoveTag c ->
                onSpec(before, spec -> TagEdits.remove(spec, c.packageName(), c.tag(), c.value()));
            case Change.PrependLines c -> onSpec(before, spec -> prepended(c, spec));
            case Change.AppendLines c -> onSpec(before, spec -> appended(c, spec));
            case Change.SearchReplace c ->
                onSpec(
                        before,
                        spec -> SectionEdits.replace(spec, c.section(), c.packageName(), c.regex(), c.replacement()));
            case Change.RemoveSection c ->
                onSpec(before, spec -> SectionEdits.removeSection(spec, c.section(), c.packageName()));
            case Change.RemoveSubpackage c ->
                onSpec(before, spec -> SectionEdits.removeSubpackage(spec, c.packageName()));
            case Change.AddPatch c ->
                FileEdits.add(
                        onSpec(before, spec -> PatchEdits.add(spec, c.packageName(), c.file())),
                        c.file(),
                        c.source(),
                        reader);
            case Change.RemovePatch c ->
                FileEdits.remove(onSpec(before, spec -> PatchEdits.remove(spec, c.glob())), c.glob());
            case Change.PrependToFiles c -> FileEdits.prepend(before, c.glob(), c.lines());
            case Change.ReplaceInFiles c -> FileEdits.replace(before, c.glob(), c.regex(), c.replacement());
            case Change.AddFile c -> added(c, before);
            case Change.RemoveFiles c -> FileEdits.remove(before, c.glob());
            case Change.RenameFile c -> FileEdits.rename(before, c.glob(), c.name());
            // Archives come by download, which is left out.
            case Change.InArchive c -> before;
        };
    }

    /** An edit of the spec. */
    private interface SpecEdit {
        Spec apply(Spec spec) throws SpecEditException;
    }

    private Sources onSpec(Sources before, SpecEdit edit) throws OverlayException {
        Optional<SourceFile> file = before.file(specPath);
        if (file.isEmpty()) {
            throw new OverlayException("there is no spec `" + specPath + "`: no such file or directory");
        }
        try {
            return before.with(
                    specPath, file.get().withSpec(edit.apply(file.get().spec())));
        } catch (SpecEditException unfit) {
            throw new OverlayException(unfit.reason());
        }
    }

    private Sources added(Change.AddFile change, Sources before) throws OverlayException {
        if (change.file().endsWith(".spec")) {
            throw new OverlayException("a file overlay cannot add the .spec file `" + change.file() + "`");
        }
        return FileEdits.add(before, change.file(), change.source(), reader);
    }

    private static Spec prepended(Change.PrependLines change, Spec spec) throws SpecEditException {
        return change.section().isEmpty()
                ? SectionEdits.prependToFile(spec, change.lines())
                : SectionEdits.prepend(spec, change.section(), change.packageName(), change.lines());
    }

    private static Spec appended(Change.AppendLines change, Spec spec) throws SpecEditException {
        return change.section().isEmpty()
                ? SectionEdits.appendToFile(spec, change.lines())
                : SectionEdits.append(spec, change.section(), change.packageName(), change.lines());
    }
}
