package dev.milliner.workbench.shell;

import dev.milliner.distro.Component;
import dev.milliner.distro.Definition;
import dev.milliner.distro.Kind;
import dev.milliner.distro.Overlay;
import dev.milliner.distro.ResolvedValue;
import dev.milliner.text.Place;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.editor.EditorTabs;
import dev.milliner.workbench.explorer.ExplorerPane;
import dev.milliner.workbench.inspector.InspectorPane;
import dev.milliner.workbench.overlays.OverlayDesk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows the caret and the explorer: what they stand at is inspected, and its overlays come into focus. */
final class Inspection {
    private final Workspace workspace;
    private final InspectorPane pane;
    private final OverlayDesk overlays;
    private final Later later = new Later("inspect");
    private final EditorTabs editors;
    private final ExplorerPane explorer;
    private @Nullable Subject subject;

    /** What is inspected: something the distro defines, by its kind and name. */
    private record Subject(Kind kind, String name) {}

    private record Answer(@Nullable Definition definition, List<ResolvedValue> values) {}

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
        OverlayDesk.Shown shown = overlays.shownProperty().get();
        int number = overlays.selectedProperty().get();
        if (shown == null
                || shown.overlaid() == null
                || number < 1
                || number > shown.overlaid().effects().size()) {
            return;
        }
        Place place = shown.overlaid().effects().get(number - 1).overlay().place();
        editors.current()
                .filter(editor -> editor.file().path().equals(place.file())
                        && !place.range().touchesLine(editor.line()))
                .ifPresent(editor -> editor.show(place.range()));
        explorer.selectOverlay(shown.component(), number - 1);
    }

    /** Inspects a definition. */
    void inspect(Definition definition) {
        subject = new Subject(definition.kind(), definition.name());
        Snapshot snapshot = workspace.snapshot();
        if (snapshot != null && definition instanceof Component component) {
            overlays.focus(component, snapshot.distro());
        }
        refresh();
    }

    /** Inspects what the caret of an editor stands in. */
    void inspect(CodeEditor editor) {
        Snapshot snapshot = workspace.snapshot();
        if (snapshot != null) {
            snapshot.distro().definitionAt(editor.file().path(), editor.line()).ifPresent(definition -> {
                inspect(definition);
                selectOverlay(definition, editor);
            });
        }
    }

    private void selectOverlay(Definition definition, CodeEditor editor) {
        if (definition instanceof Component component) {
            List<Overlay> all = component.overlays();
            for (int i = 0; i < all.size(); i++) {
                Place place = all.get(i).place();
                if (place.file().equals(editor.file().path()) && place.range().touchesLine(editor.line())) {
                    overlays.selectedProperty().set(i + 1);
                }
            }
        }
    }

    /** Shows the subject as the newest state of the distro has it. */
    void refresh() {
        Subject wanted = subject;
        Snapshot snapshot = workspace.snapshot();
        if (wanted == null || snapshot == null) {
            pane.show(null, List.of());
            return;
        }
        later.ask(() -> answer(snapshot, wanted), answer -> pane.show(answer.definition(), answer.values()));
    }

    private static Answer answer(Snapshot snapshot, Subject wanted) {
        Definition found =
                snapshot.distro().definition(wanted.kind(), wanted.name()).orElse(null);
        return new Answer(found, found == null ? List.of() : found.values());
    }

    boolean isSettled() {
        return later.isSettled();
    }

    void close() {
        later.close();
    }
}
