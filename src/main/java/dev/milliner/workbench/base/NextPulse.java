package dev.milliner.workbench.base;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Puts off what can wait until what was done before it is on its way to the screen. */
final class NextPulse extends AnimationTimer {
    private final Runnable action;

    private NextPulse(Runnable action) {
        this.action = action;
    }

    /** Does something after the screen's next picture was handed over; on the JavaFX thread. */
    static void after(Runnable action) {
        new NextPulse(action).start();
    }

    @Override
    public void handle(long now) {
        stop();
        Platform.runLater(action);
    }
}
