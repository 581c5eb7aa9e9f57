package dev.milliner.workbench.image;

import dev.milliner.distro.Distro;
import dev.milliner.distro.Image;
import dev.milliner.ground.FileSave;
import dev.milliner.ground.FileTrouble;
import dev.milliner.image.ImagePlan;
import dev.milliner.image.ImagePlanner;
import dev.milliner.image.KiwiDocument;
import dev.milliner.image.KiwiEdit;
import dev.milliner.image.KiwiItem;
import dev.milliner.image.KiwiSelection;
import dev.milliner.image.PlanFormat;
import dev.milliner.image.PlannedPackage;
import dev.milliner.source.BufferTree;
import dev.milliner.text.Place;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.editor.OpenFiles;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** Edits image descriptions for the user, in the editor, where each edit can be undone. */
public final class DescriptionEdits implements ImageActions {
    private final Supplier<@Nullable Snapshot> snapshot;
    private final OpenFiles files;
    private final Choices choices;
    private final Consumer<Place> goTo;
    private final Consumer<String> tell;
    private final Deque<Made> made = new ArrayDeque<>();

    public DescriptionEdits(
            Supplier<@Nullable Snapshot> snapshot,
            OpenFiles files,
            Choices choices,
            Consumer<Place> goTo,
            Consumer<String> tell) {
        this.snapshot = snapshot;
        this.files = files;
        this.choices = choices;
        this.goTo = goTo;
        this.tell = tell;
    }

    /** A change that was made: the file's text before and after. */
    private record Made(String path, String before, String after) {}

    /** Finds an edit in a text and what the description says there. */
    private interface Finder {
        Optional<KiwiEdit> find(String text, KiwiSelection selection, String file);
    }

    @Override
    public void goTo(Place place) {
        goTo.accept(place);
    }

    /** Which file asks for the package is found out elsewhere, as the description has to be read for it. */
    @Override
    public void remove(ImagePlan plan, PlannedPackage one) {
        Thread.ofVirtual().start(() -> {
            Optional<String> file = selection(plan)
                    .flatMap(selection -> asked(selection, one))
                    .map(item -> item.place().file());
            Platform.runLater(() -> file.ifPresentOrElse(
                    path -> remove(plan, one, path),
                    () -> tell.accept(Wording.of("image.description-edits.no-line-description", one.name()))));
        });
    }

    private void remove(ImagePlan plan, PlannedPackage one, String path) {
        edit(
                plan,
                path,
                (text, selection, file) -> asked(selection, one)
                        .filter(item -> item.place().file().equals(file))
                        .flatMap(item -> KiwiEdit.removal(text, item)),
                Wording.of("image.description-edits.taken-out", one.name(), path));
    }

    private static Optional<KiwiItem> asked(KiwiSelection selection, PlannedPackage one) {
        return selection.items(one.phase(), KiwiItem.Kind.PACKAGE).stream()
                .filter(item -> item.name().equals(one.name()))
                .findFirst();
    }

    @Override
    public void add(ImagePlan plan, String name) {
        if (!name.matches("[A-Za-z0-9_@.+()/:-]+")) {
            tell.accept(Wording.of("image.description-edits.no-name-package", name));
            return;
        }
        image(plan)
                .flatMap(Image::definitionPath)
                .ifPresent(path -> edit(
                        plan,
                        relative(path),
                        (text, selection, file) -> KiwiEdit.addition(text, selection, file, name),
                        Wording.of("image.description-edits.added", name, relative(path))));
    }

    private void edit(ImagePlan plan, String path, Finder finder, String done) {
        files.open(path, editor -> {
            String text = editor.text();
            Thread.ofVirtual().start(() -> {
                Optional<KiwiEdit> edit = find(plan, path, text, finder);
                Platform.runLater(() -> apply(editor, text, edit, path, done));
            });
        });
    }

    private Optional<KiwiEdit> find(ImagePlan plan, String path, String text, Finder finder) {
        Snapshot now = snapshot.get();
        Optional<Image> image = image(plan);
        if (now == null || image.isEmpty()) {
            return Optional.empty();
        }
        try {
            BufferTree tree = new BufferTree(now.distro().tree(), Map.of(path, text));
            KiwiDocument document =
                    KiwiDocument.read(tree, image.get().definitionPath().orElseThrow());
            return finder.find(
                    text, new KiwiSelection(document, plan.profiles(), ImagePlanner.hostOf(plan.architecture())), path);
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private void apply(CodeEditor editor, String text, Optional<KiwiEdit> edit, String path, String done) {
        if (edit.isEmpty() || !editor.text().equals(text)) {
            tell.accept(Wording.of("image.description-edits.left-place-change", path));
            return;
        }
        KiwiEdit change = edit.get();
        editor.replace(change.start(), change.end(), change.replacement());
        made.push(new Made(path, text, editor.text()));
        tell.accept(Wording.of("image.description-edits.ctrl-z-takes", done));
    }

    @Override
    public void undo() {
        if (made.isEmpty()) {
            tell.accept(Wording.of("image.description-edits.nothing-changed-here"));
            return;
        }
        Made last = made.pop();
        files.open(last.path(), editor -> {
            if (editor.text().equals(last.after())) {
                editor.undo();
                tell.accept(Wording.of("image.description-edits.last-change-taken", last.path()));
            } else if (!editor.text().equals(last.before())) {
                tell.accept(Wording.of("image.description-edits.changed-since-ctrl", last.path()));
            }
        });
    }

    private Optional<KiwiSelection> selection(ImagePlan plan) {
        Snapshot now = snapshot.get();
        Optional<Image> image = image(plan);
        if (now == null || image.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ImagePlanner.selection(now.distro(), image.get(), plan.profiles(), plan.architecture()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Image> image(ImagePlan plan) {
        return Optional.ofNullable(snapshot.get())
                .map(now -> now.distro().images().get(plan.image()));
    }

    private String relative(String path) {
        return Optional.ofNullable(snapshot.get())
                .map(now -> now.distro().tree().relative(path))
                .orElse(path);
    }

    @Override
    public void export(Distro distro, ImagePlan plan, PlanFormat format) {
        choices.saveFile(plan.image() + "." + format.suffix())
                .ifPresent(file -> Thread.ofVirtual().start(() -> write(file, distro, plan, format)));
    }

    private void write(Path file, Distro distro, ImagePlan plan, PlanFormat format) {
        try {
            FileSave.export(file, format.write(plan, distro.name()));
            Platform.runLater(() -> tell.accept(Wording.of("image.description-edits.holds", plan.image(), file)));
        } catch (IOException failed) {
            Platform.runLater(() ->
                    tell.accept(Wording.of("image.description-edits.cant-written", file, FileTrouble.words(failed))));
        }
    }

    @Override
    public Optional<Path> chooseArtifact() {
        return choices.openFile(Wording.of("image.description-edits.choose-built-image"));
    }
}
