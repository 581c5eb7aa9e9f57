package dev.milliner.workbench.shell;

import dev.milliner.distro.Component;
import dev.milliner.text.Place;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.base.Workspace;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;

/** Uses a window as a hand would, key by key, and ends the program; nothing is saved. */
final class TypingRehearsal extends AnimationTimer {
    /** So many letters bring what a key does to the compiler's attention. */
    private static final int LETTERS = 120;

    /** How many frames lie between two keys, at 240 a second; what a key brings about is to follow before the next. */
    private static final int FRAMES = 12;

    /** How many frames in a row nothing must be going on before it begins. */
    private static final int QUIET = 60;

    /** A build is not to hang where no window comes to rest. */
    private static final int MOST_FRAMES = 240 * 60;

    private final WorkbenchWindow window;
    private final Robot robot = new Robot();
    private final Deque<List<KeyCode>> keys = new ArrayDeque<>();
    private int frames;
    private int quiet;
    private boolean isAtPlace;

    private TypingRehearsal(WorkbenchWindow window) {
        this.window = window;
        fill();
    }

    /**
     * Begins to use a window that is open.
     *
     * @param window a new one
     */
    static void begin(WorkbenchWindow window) {
        new TypingRehearsal(window).start();
    }

    private void fill() {
        keys.add(List.of(KeyCode.END));
        keys.add(List.of(KeyCode.LEFT));
        for (int i = 0; i < LETTERS; i++) {
            keys.add(List.of(i % 3 == 2 ? KeyCode.BACK_SPACE : KeyCode.A));
        }
        keys.add(List.of(KeyCode.CONTROL, KeyCode.SPACE));
        keys.add(List.of(KeyCode.ESCAPE));
        keys.add(List.of(KeyCode.CONTROL, KeyCode.I));
        keys.add(List.of(KeyCode.ESCAPE));
        for (KeyCode page : List.of(KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT1)) {
            keys.add(List.of(KeyCode.CONTROL, page));
        }
        keys.add(List.of(KeyCode.CONTROL, KeyCode.P));
        keys.add(List.of(KeyCode.A));
        keys.add(List.of(KeyCode.ESCAPE));
    }

    @Override
    public void handle(long now) {
        frames++;
        Shell shell = window.shell();
        if (shell == null || frames > MOST_FRAMES) {
            end();
        } else if (!isAtPlace) {
            goToOverlays(shell);
        } else if (frames % FRAMES == 0) {
            Optional.ofNullable(keys.poll()).ifPresentOrElse(this::press, this::end);
        }
    }

    private void goToOverlays(Shell shell) {
        quiet = shell.isSettled() ? quiet + 1 : 0;
        if (quiet == QUIET && shell.editors().current().isEmpty()) {
            quiet = 0;
            Optional.ofNullable(window.workspace())
                    .map(Workspace::snapshot)
                    .flatMap(TypingRehearsal::overlaid)
                    .ifPresent(shell::goTo);
        }
        isAtPlace = quiet > QUIET;
    }

    /** The last overlay of the component that has the most. */
    private static Optional<Place> overlaid(Snapshot snapshot) {
        return snapshot.distro().components().values().stream()
                .max(Comparator.comparingInt(component -> component.overlays().size()))
                .map(Component::overlays)
                .filter(overlays -> !overlays.isEmpty())
                .map(overlays -> overlays.getLast().place());
    }

    private void press(List<KeyCode> together) {
        together.forEach(robot::keyPress);
        together.reversed().forEach(robot::keyRelease);
    }

    private void end() {
        stop();
        Platform.exit();
    }
}
