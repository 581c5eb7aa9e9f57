package dev.milliner.workbench.editor;

import static dev.milliner.workbench.base.Keys.control;

import dev.milliner.workbench.base.Command;
import dev.milliner.workbench.base.CommandItem;
import dev.milliner.workbench.base.CommandRegistry;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;

/** The menu of a text: what the clipboard does, and the commands on what stands at the caret. */
final class TextMenu extends ContextMenu {
    /** The groups of commands that are about the caret's place. */
    private static final Set<String> GROUPS = Set.of("edit", "git", "result");

    /** The commands that are many: those that can be run stand in a menu of their own. */
    private static final String MANY = "refactor";

    private final EditorArea area;

    TextMenu(EditorArea area) {
        this.area = area;
        setId("text-menu");
        clipboard()
                .map(command -> new CommandItem(command, it -> it.run().run()))
                .forEach(getItems()::add);
        setOnShowing(event -> refresh(getItems()));
        area.setContextMenu(this);
        area.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::requested);
    }

    private static void refresh(List<MenuItem> items) {
        for (MenuItem item : items) {
            switch (item) {
                case CommandItem command -> command.refresh();
                case Menu menu -> {
                    refresh(menu.getItems());
                    menu.getItems().forEach(below -> below.setVisible(!below.isDisable()));
                }
                default -> {
                    // A line between items.
                }
            }
        }
    }

    private Stream<Command> clipboard() {
        return Stream.of(
                Command.of("text.cut", Wording.of("command.text.cut"), control(KeyCode.X), area::cut)
                        .when(() -> area.isEditable() && isAnySelected()),
                Command.of("text.copy", Wording.of("command.text.copy"), control(KeyCode.C), area::copy)
                        .when(this::isAnySelected),
                Command.of("text.paste", Wording.of("command.text.paste"), control(KeyCode.V), area::paste)
                        .when(area::isEditable),
                Command.of(
                        "text.selectAll", Wording.of("command.text.select-all"), control(KeyCode.A), area::selectAll));
    }

    private boolean isAnySelected() {
        return area.carets().all().stream().anyMatch(Caret::selects);
    }

    /** Adds the commands that are about the caret's place. */
    void offer(CommandRegistry commands) {
        List<CommandItem> items = commands.all().stream()
                .filter(command -> GROUPS.contains(command.group()))
                .map(command -> new CommandItem(command, commands::perform))
                .toList();
        if (!items.isEmpty()) {
            getItems().add(new SeparatorMenuItem());
            getItems().addAll(items);
        }
        Menu many = new Menu(Wording.of("editor.text-menu.refactor"));
        many.setId("menu-refactor");
        commands.all().stream()
                .filter(command -> command.group().equals(MANY))
                .map(command -> new CommandItem(command, commands::perform))
                .forEach(many.getItems()::add);
        if (!many.getItems().isEmpty()) {
            getItems().add(many);
        }
    }

    /** The caret goes where the menu was asked for, unless that is selected. */
    private void requested(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            return;
        }
        area.requestFocus();
        int place = area.hit(event.getX(), event.getY()).getInsertionIndex();
        if (area.carets().all().stream().noneMatch(caret -> caret.start() <= place && place <= caret.end())) {
            area.moveTo(place);
        }
    }
}
