package dev.milliner.workbench.shell;

import dev.milliner.workbench.base.Activity;
import dev.milliner.workbench.base.Facts;
import dev.milliner.workbench.base.KeyboardBefore;
import dev.milliner.workbench.base.Rest;
import dev.milliner.workbench.base.Underway;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** All that runs, with how far it is and a way to end it, and below it what was said since the distro was opened. */
final class ActivityCard {
    private static final Duration SHORT = Duration.ofMillis(500);

    private final StackPane over;
    private final Supplier<List<Activity>> builds;
    private final Said said;
    private final VBox running = new VBox(2);
    private final VBox told = new VBox(2);
    private final VBox card = new VBox(8);
    private final KeyboardBefore before = new KeyboardBefore();
    /** Asked again only while somebody looks. */
    private final Rest again = new Rest(SHORT, this::refresh);

    private List<Activity> shown = List.of();
    private List<Said.Line> lines = List.of();

    /**
     * Makes it.
     *
     * @param over what it lies over
     * @param builds the builds that run or wait
     * @param said what was said
     */
    ActivityCard(StackPane over, Supplier<List<Activity>> builds, Said said) {
        this.over = over;
        this.builds = builds;
        this.said = said;
        ScrollPane scroll = new ScrollPane(new VBox(
                8,
                Facts.heading(Wording.of("shell.activity-card.what-runs")),
                running,
                Facts.heading(Wording.of("shell.activity-card.what-was-said")),
                told));
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Button close = button(
                Wording.of("shell.activity-card.close"),
                Wording.of("shell.activity-card.closes-list-runs"),
                this::close);
        close.setId("activity-close");
        HBox foot = new HBox(close);
        foot.setAlignment(Pos.CENTER_RIGHT);
        foot.getStyleClass().add("activity-foot");
        card.getChildren().setAll(scroll, foot);
        card.setId("activity");
        card.getStyleClass().add("palette");
        card.setMaxSize(620, 460);
        StackPane.setAlignment(card, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(card, new Insets(60, 18, 44, 60));
        card.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    /** Shows it, or takes it away where it is shown. */
    void toggle() {
        if (over.getChildren().contains(card)) {
            close();
            return;
        }
        before.opening(card, over);
        over.getChildren().add(card);
        refresh();
        card.lookup("#activity-close").requestFocus();
    }

    private void refresh() {
        List<Activity> now = Stream.concat(builds.get().stream(), slow()).toList();
        // A row that is the same stays, with the keyboard in it.
        if (!words(now).equals(words(shown)) || running.getChildren().isEmpty()) {
            shown = now;
            running.getChildren()
                    .setAll(
                            now.isEmpty()
                                    ? List.of(Facts.row(second(Wording.of("shell.activity-card.nothing-runs"))))
                                    : now.stream().map(this::row).toList());
        }
        if (!said.lines().equals(lines) || told.getChildren().isEmpty()) {
            lines = said.lines();
            told.getChildren()
                    .setAll(
                            lines.isEmpty()
                                    ? List.of(Facts.row(second(Wording.of("shell.activity-card.nothing-yet"))))
                                    : lines.stream().map(this::row).toList());
        }
        again.begin();
    }

    private static List<String> words(List<Activity> all) {
        return all.stream().map(one -> one.title() + "\0" + one.how()).toList();
    }

    private static Stream<Activity> slow() {
        return Underway.longerThan(SHORT).stream()
                .map(work -> new Activity(
                        Words.capital(work.name()),
                        work.isWaitedFor()
                                ? Wording.of(
                                        "shell.activity-card.for",
                                        Words.duration(
                                                Duration.ofSeconds(work.took().toSeconds() + 1)))
                                : Wording.of("shell.activity-card.not-waited-for"),
                        OptionalDouble.empty(),
                        work.isWaitedFor() ? Optional.of(work::letGo) : Optional.empty(),
                        Optional.empty()));
    }

    private Node row(Activity one) {
        Label how = second(one.how());
        VBox words = new VBox(2, new Label(one.title()), how);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(8, words);
        row.getStyleClass().add("activity-row");
        row.setAlignment(Pos.CENTER_LEFT);
        // What does not know how far it is says for how long: nothing runs to and fro.
        one.fraction().ifPresent(fraction -> row.getChildren().add(new ProgressBar(fraction)));
        one.log().ifPresent(show -> row.getChildren()
                .add(button(
                        Wording.of("shell.activity-card.log"), Wording.of("shell.activity-card.shows-log-page"), () -> {
                            close();
                            show.run();
                        })));
        one.stop().ifPresent(stop -> row.getChildren()
                .add(button(
                        Wording.of("shell.activity-card.stop"),
                        Wording.of("shell.activity-card.ends-cleans-up"),
                        stop)));
        return row;
    }

    private Node row(Said.Line line) {
        Label text = new Label(line.text());
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Label time = second(line.time());
        time.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(10, time, text);
        row.getStyleClass().add("activity-row");
        return row;
    }

    private static Label second(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("second", "small");
        return label;
    }

    private static Button button(String text, String tooltip, Runnable action) {
        Button button = new Button(text);
        button.getStyleClass().setAll("button", "plain-button", "small-button");
        button.setTooltip(new Tooltip(tooltip));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Takes it away; what runs goes on. */
    void close() {
        again.end();
        before.closing();
        over.getChildren().remove(card);
    }
}
