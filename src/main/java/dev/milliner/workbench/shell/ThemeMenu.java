package dev.milliner.workbench.shell;

import dev.milliner.workbench.settings.AllSettings;
import dev.milliner.workbench.words.Wording;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.stage.PopupWindow;

/** The menu that chooses a colour scheme. */
final class ThemeMenu {
    private final ContextMenu menu = new ContextMenu();
    private final ShellHost host;

    ThemeMenu(ShellHost host) {
        this.host = host;
        menu.getItems().add(item(Wording.of("shell.theme-menu.desktop-set"), AllSettings.DESKTOP));
        host.themes().forEach(theme -> menu.getItems().add(item(theme.label(), theme.name())));
    }

    private MenuItem item(String label, String name) {
        MenuItem item = new MenuItem(label);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> host.settings().set(AllSettings.THEME, name));
        return item;
    }

    /** Shows it beside a button at the bottom of the window, from there upwards. */
    void show(Node beside) {
        Bounds place = beside.localToScreen(beside.getBoundsInLocal());
        menu.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_BOTTOM_LEFT);
        menu.show(beside, place.getMaxX(), place.getMaxY());
    }
}
