package dev.milliner.workbench.base;

import java.util.function.Consumer;
import javafx.scene.control.MenuItem;

/** A command in a menu. Its keys are only shown: as accelerators of the item they would run it twice. */
public final class CommandItem extends MenuItem {
    private final Command command;
    private final CommandRow row;

    /**
     * Makes it.
     *
     * @param perform runs the command
     */
    public CommandItem(Command command, Consumer<Command> perform) {
        this.command = command;
        row = new CommandRow(command);
        setId("menu-" + command.id());
        setMnemonicParsing(false);
        setGraphic(row);
        setOnAction(event -> perform.accept(command));
    }

    /** Says what the command would do now, and is grey where that can't be. */
    public void refresh() {
        row.refresh();
        setDisable(!command.enabled().getAsBoolean());
    }
}
