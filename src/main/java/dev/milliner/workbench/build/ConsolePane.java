package dev.milliner.workbench.build;

import dev.milliner.build.boot.BootException;
import dev.milliner.build.boot.BootPlan;
import dev.milliner.build.boot.BootRequest;
import dev.milliner.build.boot.ConsoleListener;
import dev.milliner.build.boot.ConsoleScreen;
import dev.milliner.build.boot.Machine;
import dev.milliner.rpm.Level;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.words.Wording;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The serial console of a machine that a built disk runs in: what it says, and what is typed. */
public final class ConsolePane implements AutoCloseable {
    private static final int LINES = 2000;

    @FXML
    private VBox root;

    @FXML
    private ChoiceBox<Level> levels;

    @FXML
    private Button startButton;

    @FXML
    private Button stopButton;

    @FXML
    private Label stateLabel;

    @FXML
    private Label commandLabel;

    @FXML
    private TextArea console;

    @FXML
    private Label empty;

    private @Nullable Path disk;
    private @Nullable BootPlan plan;
    private @Nullable Machine machine;

    /** Makes a pane without a disk. */
    public ConsolePane() {
        Fxml.load("build/console.fxml", this);
        root.setId("console-pane");
        levels.getItems().setAll(Level.values());
        levels.setValue(Level.V3);
        levels.setConverter(new LevelName());
        levels.valueProperty().subscribe((before, now) -> prepare());
        console.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        console.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        showState();
    }

    /** The pane. */
    public VBox node() {
        return root;
    }

    /**
     * Shows how a disk would be started; Start does it. A machine that runs is stopped.
     *
     * @param disk a raw, qcow2 or fixed VHD disk
     * @param level the level of the machine's processor
     */
    public void show(Path disk, Level level) {
        stop();
        this.disk = disk;
        console.clear();
        if (levels.getValue() == level) {
            prepare();
        } else {
            levels.setValue(level);
        }
    }

    /** Stops the machine, if one runs. */
    @Override
    public void close() {
        Machine running = machine;
        if (running != null) {
            running.stop();
        }
    }

    /** Finding out what the host can do takes a while, so it is done elsewhere. */
    private void prepare() {
        Path wanted = disk;
        Level level = levels.getValue();
        plan = null;
        showState();
        if (wanted == null) {
            return;
        }
        stateLabel.setText(Wording.of("build.console-pane.preparing"));
        Thread.ofVirtual().start(() -> {
            try {
                BootPlan made = BootPlan.of(BootRequest.of(wanted, level));
                Platform.runLater(() -> prepared(wanted, level, made, ""));
            } catch (BootException impossible) {
                Platform.runLater(() -> prepared(wanted, level, null, String.valueOf(impossible.getMessage())));
            }
        });
    }

    private void prepared(Path wanted, Level level, @Nullable BootPlan made, String why) {
        if (wanted.equals(disk) && level == levels.getValue()) {
            plan = made;
            showState();
            if (made == null) {
                empty.setText(why);
            }
        }
    }

    @FXML
    private void start() {
        BootPlan how = plan;
        if (how == null || machine != null) {
            return;
        }
        try {
            machine = Machine.start(how, new Shown());
            console.requestFocus();
        } catch (BootException failure) {
            empty.setText(String.valueOf(failure.getMessage()));
        }
        showState();
    }

    @FXML
    private void stop() {
        Machine running = machine;
        if (running != null) {
            machine = null;
            showState();
            Thread.ofVirtual().start(running::stop);
        }
    }

    private void typed(KeyEvent event) {
        Machine running = machine;
        String text = event.getCharacter();
        if (running != null && !text.isEmpty() && !text.equals(KeyEvent.CHAR_UNDEFINED) && !event.isMetaDown()) {
            // Terminals send DEL for the key that deletes backwards.
            String sent = text.equals("\b") ? "\u007f" : text.equals("\n") ? "\r" : text;
            running.type(sent);
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        Machine running = machine;
        String sent =
                switch (event.getCode()) {
                    case UP -> "\u001b[A";
                    case DOWN -> "\u001b[B";
                    case RIGHT -> "\u001b[C";
                    case LEFT -> "\u001b[D";
                    default -> "";
                };
        if (running != null && !sent.isEmpty() && !event.isShiftDown()) {
            running.type(sent);
            event.consume();
        }
    }

    private void showState() {
        BootPlan how = plan;
        boolean runs = machine != null;
        startButton.setDisable(how == null || runs);
        stopButton.setDisable(!runs);
        levels.setDisable(runs);
        stateLabel.setText(
                how == null
                        ? ""
                        : (runs ? Wording.of("build.console-pane.running") : Wording.of("build.console-pane.ready"))
                                + " · " + how.processor().model() + " · "
                                + how.processor().level().label() + " · "
                                + how.accelerator().option().toUpperCase(java.util.Locale.ROOT));
        commandLabel.setText(how == null ? "" : how.shown());
        commandLabel.setTooltip(how == null ? null : new Tooltip(how.shown()));
        empty.setText(
                disk == null
                        ? Wording.of("build.console-pane.choose-disk-built")
                        : Wording.of("build.console-pane.press-start-run"));
        empty.setVisible(!runs && console.getText().isEmpty());
    }

    /** Takes the console's output to the screen, no faster than it is drawn. */
    private final class Shown implements ConsoleListener {
        private final ConsoleScreen screen = new ConsoleScreen(LINES);
        private final AtomicBoolean waiting = new AtomicBoolean();

        @Override
        public void output(String text) {
            synchronized (screen) {
                screen.write(text);
            }
            if (!waiting.getAndSet(true)) {
                Platform.runLater(this::draw);
            }
        }

        @Override
        public void ended() {
            Platform.runLater(() -> {
                draw();
                machine = null;
                showState();
            });
        }

        private void draw() {
            waiting.set(false);
            String text;
            synchronized (screen) {
                text = screen.text();
            }
            console.setText(text);
            console.positionCaret(text.length());
            empty.setVisible(false);
        }
    }

    private static final class LevelName extends StringConverter<Level> {
        @Override
        public String toString(@Nullable Level level) {
            return level == null ? "" : level.label();
        }

        @Override
        public Level fromString(String name) {
            return Level.of(name).orElse(Level.V3);
        }
    }
}
