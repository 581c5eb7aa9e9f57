package dev.milliner.workbench.shell;

import dev.milliner.distro.Component;
import dev.milliner.distro.Definition;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Image;
import dev.milliner.distro.Kind;
import dev.milliner.distro.Overlay;
import dev.milliner.text.Place;
import dev.milliner.upstream.OverlayResult;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.editor.EditorTabs;
import dev.milliner.workbench.explorer.ExplorerPane;
import dev.milliner.workbench.inspector.InspectorPane;
import dev.milliner.workbench.overlays.OverlayDesk;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows the caret and the explorer: what they stand at is inspected, and its overlays come into focus. */
final class Inspection {
    private final Workspace workspace;
    private final InspectorPane pane;
    private final OverlayDesk overlays;
    private final Later later = new Later(Wording.of("activity.inspect"));
    private final EditorTabs editors;
    private final ExplorerPane explorer;
    private Focus focus = new Nothing();
    private @Nullable Distro seen;
    private @Nullable Definition looked;
    /** While an overlay is selected because the caret came into it, the caret stays where it is. */
    private boolean byCaret;

    /** What decides what is inspected. */
    private sealed interface Focus {}

    /** Nothing is. */
    private record Nothing() implements Focus {}

    /** Something the distro defines, by its kind and name. */
    private record Subject(Kind kind, String name) implements Focus {}

    /** What a line of an editor belongs to. */
    private record Line(CodeEditor editor, int line) implements Focus {}

    Inspection(
            Workspace workspace, InspectorPane pane, OverlayDesk overlays, EditorTabs editors, ExplorerPane explorer) {
        this.workspace = workspace;
        this.pane = pane;
        this.overlays = overlays;
        this.editors = editors;
        this.explorer = explorer;
        overlays.selectedProperty().subscribe(this::showSelectedOverlay);
    }

    /** An overlay selected in one view is selected in the others. */
    private void showSelectedOverlay() {
        OverlayResult shown = overlays.shownProperty().get();
        int number = overlays.selectedProperty().get();
        if (shown == null
                || shown.overlaid() == null
                || number < 1
                || number > shown.overlaid().effects().size()) {
            return;
        }
        Place place = shown.overlaid().effects().get(number - 1).overlay().place();
        editors.current()
                .filter(editor -> !byCaret
                        && editor.file().path().equals(place.file())
                        && !place.range().touchesLine(editor.line()))
                .ifPresent(editor -> editor.show(place.range()));
        explorer.selectOverlay(shown.component(), number - 1);
    }

    /** Inspects a definition. */
    void inspect(Definition definition) {
        focus = new Subject(definition.kind(), definition.name());
        look(definition);
    }

    /** Inspects what the caret of an editor stands in. */
    void inspect(CodeEditor editor) {
        Line now = new Line(editor, editor.line());
        if (!now.equals(focus)) {
            focus = now;
            // Between an edit and what it resolves to, lines are not yet where the distro has them.
            if (workspace.isSettled()) {
                refresh();
            }
        }
    }

    /** Inspects nothing. */
    void leave() {
        focus = new Nothing();
        refresh();
    }

    private void selectOverlay(Definition definition, CodeEditor editor) {
        if (definition instanceof Component component) {
            List<Overlay> all = component.overlays();
            for (int i = 0; i < all.size(); i++) {
                Place place = all.get(i).place();
                if (place.file().equals(editor.file().path()) && place.range().touchesLine(editor.line())) {
                    byCaret = true;
                    overlays.selectedProperty().set(i + 1);
                    byCaret = false;
                }
            }
        }
    }

    /** Shows what is in focus as another state of the distro has it. */
    void show(Distro now) {
        // What is found out about overlays later comes with the same distro; to look again would find it out again.
        if (now != seen) {
            seen = now;
            refresh();
        }
    }

    private void refresh() {
        Snapshot snapshot = workspace.snapshot();
        if (snapshot == null) {
            pane.show(null, List.of());
            return;
        }
        Distro distro = snapshot.distro();
        switch (focus) {
            case Nothing nothing -> lookAway();
            case Subject subject ->
                distro.definition(subject.kind(), subject.name()).ifPresentOrElse(this::look, this::lookAway);
            case Line line -> refresh(distro, line.editor());
        }
    }

    private void refresh(Distro distro, CodeEditor editor) {
        focus = new Line(editor, editor.line());
        String file = editor.file().path();
        Optional<? extends Definition> here = distro.definitionAt(file, editor.line());
        if (here.isEmpty()) {
            here = described(distro, file);
        }
        if (here.isEmpty()) {
            here = distro.componentOfSpec(file);
        }
        here.ifPresentOrElse(
                definition -> {
                    look(definition);
                    selectOverlay(definition, editor);
                },
                this::lookAway);
    }

    /** The image that a file describes as a whole. */
    private static Optional<Image> described(Distro distro, String file) {
        return distro.images().values().stream()
                .filter(image -> image.definitionPath()
                        .map(path -> distro.tree().relative(path))
                        .filter(file::equals)
                        .isPresent())
                .findFirst();
    }

    /** What is inspected; empty where nothing is. */
    Optional<Definition> inspected() {
        return Optional.ofNullable(looked);
    }

    private void look(Definition definition) {
        looked = definition;
        Snapshot snapshot = workspace.snapshot();
        if (snapshot != null && definition instanceof Component component) {
            overlays.focus(component, snapshot.distro());
        } else {
            overlays.leave();
        }
        later.ask(definition::values, values -> pane.show(definition, values));
    }

    private void lookAway() {
        looked = null;
        later.cancel();
        overlays.leave();
        pane.show(null, List.of());
    }

    boolean isSettled() {
        return later.isSettled();
    }

    void close() {
        later.close();
    }
}
