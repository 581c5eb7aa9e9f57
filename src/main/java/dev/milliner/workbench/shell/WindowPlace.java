package dev.milliner.workbench.shell;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where windows stand. */
final class WindowPlace {
    static final double WIDTH = 1440;
    static final double HEIGHT = 900;

    private WindowPlace() {}

    /** Where a window stands now. */
    static Memory.Window of(Stage stage) {
        return new Memory.Window(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    }

    /**
     * Puts a window where one stood, as far as that is on a screen.
     *
     * @param aside how far from there
     */
    static void put(Stage stage, Memory.Window window, double aside) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        boolean onScreen = screen.intersects(window.x(), window.y(), window.width(), window.height());
        if (window.width() > 0 && onScreen) {
            stage.setX(window.x() + aside);
            stage.setY(window.y() + aside);
            stage.setWidth(window.width());
            stage.setHeight(window.height());
            stage.setMaximized(window.maximised());
        }
    }
}
