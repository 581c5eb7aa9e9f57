package dev.milliner.workbench.base;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Puts off what can wait until what was done before it is on the screen: the picture that the next pulse draws is handed to the
 * system on the JavaFX thread, some pulses later.
 */
final class NextPulse extends AnimationTimer {
    /** At 240 a second no more than a person could notice. */
    private static final int PULSES = 5;

    private final Runnable action;
    private int left = PULSES;

    private NextPulse(Runnable action) {
        this.action = action;
    }

    /** Does something after the screen has its next picture; on the JavaFX thread. */
    static void after(Runnable action) {
        new NextPulse(action).start();
    }

    @Override
    public void handle(long now) {
        if (--left == 0) {
            stop();
            Platform.runLater(action);
        }
    }
}
