package dev.milliner.workbench.editor;

import dev.milliner.text.Place;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.files.OpenFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The open files, a tab each. */
public final class EditorTabs {
    private final TabPane tabs = new TabPane();
    private final EditorEvents events;
    private final Consumer<CodeEditor> closed;
    private final Consumer<CodeEditor> save;
    private Choices choices;

    /**
     * Makes the tabs.
     *
     * @param events told of edits and the caret
     * @param choices asked before unsaved text would be lost
     * @param save saves an editor's file
     * @param closed told when a file was closed
     */
    public EditorTabs(EditorEvents events, Choices choices, Consumer<CodeEditor> save, Consumer<CodeEditor> closed) {
        this.events = events;
        this.choices = choices;
        this.save = save;
        this.closed = closed;
        tabs.setId("editors");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        tabs.setTabDragPolicy(TabPane.TabDragPolicy.REORDER);
        tabs.getSelectionModel().selectedItemProperty().subscribe(tab -> current()
                .ifPresent(events::caretMoved));
    }

    /** Asks others from now on. */
    public void setChoices(Choices now) {
        choices = now;
    }

    /** The node to put on the screen. */
    public TabPane node() {
        return tabs;
    }

    /** Adds a file and brings it to the front. */
    public CodeEditor add(OpenFile file) {
        CodeEditor editor = new CodeEditor(file, events);
        Tab tab = new Tab();
        tab.setUserData(editor);
        tab.setContent(editor.node());
        tab.setTooltip(new Tooltip(file.path()));
        tab.textProperty().bind(editor.dirtyProperty().map(dirty -> dirty ? file.name() + " ●" : file.name()));
        tab.setOnCloseRequest(event -> {
            if (!mayClose(editor)) {
                event.consume();
            }
        });
        tab.setOnClosed(event -> closed.accept(editor));
        tabs.getTabs().add(tab);
        tabs.getSelectionModel().select(tab);
        return editor;
    }

    private boolean mayClose(CodeEditor editor) {
        if (!editor.dirtyProperty().get()) {
            return true;
        }
        return switch (choices.unsaved(editor.file().path())) {
            case SAVE -> {
                save.accept(editor);
                yield !editor.dirtyProperty().get();
            }
            case DISCARD -> true;
            case CANCEL -> false;
        };
    }

    /** The editor of a file, if it is open. */
    public Optional<CodeEditor> find(String path) {
        return all().stream()
                .filter(editor -> editor.file().path().equals(path))
                .findFirst();
    }

    /** Brings an open file to the front. */
    public void select(CodeEditor editor) {
        tabs.getTabs().stream()
                .filter(tab -> tab.getUserData() == editor)
                .findFirst()
                .ifPresent(tab -> tabs.getSelectionModel().select(tab));
    }

    /** The editor in front. */
    public Optional<CodeEditor> current() {
        return editor(tabs.getSelectionModel().getSelectedItem());
    }

    /** All editors, from left to right. */
    public List<CodeEditor> all() {
        List<CodeEditor> editors = new ArrayList<>();
        tabs.getTabs().forEach(tab -> editor(tab).ifPresent(editors::add));
        return editors;
    }

    private static Optional<CodeEditor> editor(@Nullable Tab tab) {
        return Optional.ofNullable(tab).map(Tab::getUserData).map(CodeEditor.class::cast);
    }

    /** Closes the editor in front, as its close button does. */
    public void closeCurrent() {
        Tab tab = tabs.getSelectionModel().getSelectedItem();
        if (tab != null) {
            Event request = new Event(tab, tab, Tab.TAB_CLOSE_REQUEST_EVENT);
            Event.fireEvent(tab, request);
            if (!request.isConsumed()) {
                tabs.getTabs().remove(tab);
                Event.fireEvent(tab, new Event(tab, tab, Tab.CLOSED_EVENT));
            }
        }
    }

    /** Asks about every file with unsaved text; answers whether all may be closed. */
    public boolean mayCloseAll() {
        return all().stream().allMatch(this::mayClose);
    }

    /** The paths of the open files, the one in front first. */
    public List<String> paths() {
        List<String> paths = new ArrayList<>();
        current().ifPresent(editor -> paths.add(editor.file().path()));
        all().stream()
                .map(editor -> editor.file().path())
                .filter(path -> !paths.contains(path))
                .forEach(paths::add);
        return paths;
    }

    /** Goes to a place in an editor. */
    public void goTo(CodeEditor editor, Place place) {
        select(editor);
        editor.goTo(place.range());
    }
}
