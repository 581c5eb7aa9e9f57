package dev.milliner.workbench.editor;

import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.base.ClosePart;
import dev.milliner.workbench.base.ClosePart.Farewell;
import dev.milliner.workbench.base.CloseProtocol;
import dev.milliner.workbench.base.CommandRegistry;
import dev.milliner.workbench.files.OpenFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The open files, a tab each. */
public final class EditorTabs {
    private final TabPane tabs = new TabPane();
    private final List<EditorEvents> listeners = new CopyOnWriteArrayList<>();
    private final Travels travels = new Travels();
    private final CloseProtocol protocol = new CloseProtocol();
    private final Choices choices;
    private final FileActions files;
    private final LanguageDesk desk;
    private int size = 100;
    private boolean isWrapped;
    private @Nullable CodeEditor beside;
    private CommandRegistry commands = new CommandRegistry();
    private final EditorEvents all = new EditorEvents() {
        @Override
        public void edited(CodeEditor editor) {
            listeners.forEach(listener -> listener.edited(editor));
        }

        @Override
        public void caretMoved(CodeEditor editor) {
            listeners.forEach(listener -> listener.caretMoved(editor));
        }
    };

    /**
     * Makes the tabs.
     *
     * @param choices asked before unsaved text would be lost
     * @param files saves and forgets what is open
     * @param desk what the editors ask about places in their texts
     */
    EditorTabs(Choices choices, FileActions files, LanguageDesk desk) {
        this.choices = choices;
        this.files = files;
        this.desk = desk;
        tabs.setId("editors");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        tabs.setTabDragPolicy(TabPane.TabDragPolicy.REORDER);
        tabs.getSelectionModel().selectedItemProperty().subscribe(tab -> current()
                .ifPresent(all::caretMoved));
    }

    /** Tells another of edits and the caret too. */
    public void listen(EditorEvents listener) {
        listeners.add(listener);
    }

    /** Says which commands there are, for the menus of texts. */
    public void offer(CommandRegistry all) {
        commands = all;
    }

    /** Shows all texts in a size, in per cent of the usual one. */
    public void textSize(int percent) {
        size = percent;
        all().forEach(editor -> editor.textSize(percent));
    }

    /** Shows lines that are wider than the view in several rows, or not. */
    public void wrap(boolean on) {
        isWrapped = on;
        all().forEach(editor -> editor.wrap(on));
        if (beside != null) {
            beside.wrap(on);
        }
    }

    /** The node to put on the screen. */
    public TabPane node() {
        return tabs;
    }

    /** Adds a file and brings it to the front. */
    public CodeEditor add(OpenFile file) {
        CodeEditor editor = new CodeEditor(file, all, desk);
        editor.offer(commands);
        editor.textSize(size);
        editor.wrap(isWrapped);
        Tab tab = new Tab();
        tab.setUserData(editor);
        tab.setContent(editor.node());
        tab.setTooltip(new Tooltip(file.path()));
        tab.textProperty().bind(editor.dirtyProperty().map(dirty -> dirty ? file.name() + " ●" : file.name()));
        tab.setOnCloseRequest(event -> {
            event.consume();
            close(tab, editor);
        });
        tabs.getTabs().add(tab);
        tabs.getSelectionModel().select(tab);
        return editor;
    }

    private void close(Tab tab, CodeEditor editor) {
        protocol.close(List.of(() -> ask(editor)), () -> {
            tabs.getTabs().remove(tab);
            editor.close();
            files.closed(editor);
        });
    }

    private Optional<Farewell> ask(CodeEditor editor) {
        if (!editor.dirtyProperty().get()) {
            return Optional.of(Farewell.NOTHING);
        }
        return switch (choices.unsaved(editor.file().path())) {
            case SAVE -> Optional.of(new Farewell(() -> files.saved(editor), () -> {}));
            case DISCARD -> Optional.of(Farewell.ending(() -> files.discard(editor)));
            case CANCEL -> Optional.empty();
        };
    }

    /** What is asked before all of them are closed: what becomes of each unsaved text. */
    public List<ClosePart> closing() {
        return all().stream().<ClosePart>map(editor -> () -> ask(editor)).toList();
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

    /** The editor that has the keyboard, or had it last on its page: one that stands on another page, or the one in front. */
    public Optional<CodeEditor> inHand() {
        return Optional.ofNullable(beside)
                .filter(editor -> editor.node().getScene() != null && isShown(editor.node()))
                .or(this::current);
    }

    private static boolean isShown(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }

    /** Says that an editor stands on another page, for commands that find something in a text. */
    public void bringBeside(CodeEditor editor) {
        beside = editor;
        editor.wrap(isWrapped);
    }

    /** Says that it no longer does. */
    public void takeFromBeside(CodeEditor editor) {
        if (editor.equals(beside)) {
            beside = null;
        }
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
        current().ifPresent(editor -> close(tab, editor));
    }

    /** Ends what runs for the open files. */
    public void close() {
        all().forEach(CodeEditor::close);
    }

    /** Takes an editor away whose file is no longer there under its name; its text is on disk. */
    void forget(CodeEditor editor) {
        tabs.getTabs().removeIf(tab -> tab.getUserData() == editor);
        editor.close();
        files.closed(editor);
    }

    /** The place of the caret in front. */
    Optional<Place> here() {
        return current()
                .map(editor -> new Place(
                        editor.file().path(),
                        new TextRange(editor.line(), editor.column(), editor.line(), editor.column())));
    }

    /** The place before the last that was gone to. */
    public Optional<Place> back() {
        return travels.back(here());
    }

    /** The place that was gone back from. */
    public Optional<Place> forward() {
        return travels.forward(here());
    }

    /** Remembers the place of the caret, to come back to. */
    public void leave() {
        here().ifPresent(travels::leave);
    }

    /** Goes to a place in an editor. */
    public void goTo(CodeEditor editor, Place place) {
        select(editor);
        editor.goTo(place.range());
    }
}
