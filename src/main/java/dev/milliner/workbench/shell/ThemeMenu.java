package dev.milliner.workbench.shell;

import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** The menu that chooses a colour scheme. */
final class ThemeMenu {
    private final ContextMenu menu = new ContextMenu();
    private final ShellHost host;

    ThemeMenu(ShellHost host) {
        this.host = host;
        menu.getItems().add(item("As the desktop is set", Theme.DESKTOP));
        host.themes().forEach(theme -> menu.getItems().add(item(theme.label(), theme.name())));
    }

    private MenuItem item(String label, String name) {
        MenuItem item = new MenuItem(label);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> host.chooseTheme(name));
        return item;
    }

    void show(Node beside) {
        menu.show(beside, Side.RIGHT, 0, 0);
    }
}
