package dev.milliner.workbench.build;

import dev.milliner.build.history.BuildRecord;
import dev.milliner.build.history.BuildState;
import dev.milliner.build.run.BuildResult;
import dev.milliner.workbench.base.Shortened;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A build in the list: how it stands, what it is of, what came of it, and when. */
final class BuildCell extends ListCell<BuildEntry> {
    private static final ZoneId HERE = ZoneId.systemDefault();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(HERE);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(HERE);

    private final Region dot = new Region();
    private final Label name = new Label();
    private final Label about = new Label();
    private final Label note = new Label();
    private final HBox box = new HBox();

    BuildCell() {
        about.getStyleClass().add("row-note");
        note.getStyleClass().add("row-note");
        note.setMinWidth(Region.USE_PREF_SIZE);
        Shortened.inMiddle(name);
        Shortened.atEnd(about);
        VBox texts = new VBox(2, name, about);
        HBox.setHgrow(texts, Priority.ALWAYS);
        box.getStyleClass().add("build-cell");
        box.setPrefWidth(100);
        box.getChildren().setAll(dot, texts, note);
    }

    @Override
    protected void updateItem(@Nullable BuildEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            return;
        }
        name.setText(entry.target());
        switch (entry) {
            case BuildEntry.OtherLog log ->
                show("plain", String.valueOf(log.file().toAbsolutePath().getParent()), Wording.of("build.cell.log"));
            case BuildEntry.Waiting waiting -> show("plain", Wording.of("build.cell.waits-turn"), "");
            case BuildEntry.Live live -> show(live.session());
            case BuildEntry.OnFarm farm -> show(farm.session());
            case BuildEntry.Past past -> show(past.record());
        }
        setGraphic(box);
    }

    private void show(String style, String text, String at) {
        dot.getStyleClass().setAll("dot", style);
        about.setText(text);
        note.setText(at);
    }

    private void show(BuildSession session) {
        BuildSession.State state = session.stateProperty().get();
        BuildResult result = state.result();
        if (result == null) {
            String how = session.request().engine().label() + " · "
                    + session.request().level().shortName() + " · "
                    + state.stage().label().toLowerCase(Locale.ROOT)
                    + distro(session.request().distro().tree().root().toString());
            show("accent", how, Math.round(state.fraction() * 100) + " %");
        } else {
            BuildState ended = BuildState.of(result.outcome());
            String text = ended == BuildState.SUCCEEDED
                    ? Wording.counted("count.package", result.packages().size()) + " · "
                            + Words.duration(result.duration())
                    : words(ended);
            String of = distro(session.request().distro().tree().root().toString());
            show(style(ended), text + of, when(session.started()));
        }
    }

    private void show(FarmSession session) {
        FarmState state = session.state();
        if (state.failure().isPresent()) {
            show("error", Wording.of("build.cell.not-sent", state.failure().get()), when(session.started()));
            return;
        }
        String text = state.task().isPresent() ? session.task().note() : state.doing();
        show(
                state.silence().isPresent() ? "warning" : "accent",
                text,
                state.silence().isPresent()
                        ? Wording.of("build.cell.hub-silent")
                        : Math.round(state.fraction() * 100) + " %");
    }

    private void show(BuildRecord record) {
        String farm = record.farm().map(task -> task.note() + " · ").orElse("");
        boolean built = record.state() == BuildState.SUCCEEDED;
        show(
                style(record.state()),
                (farm.isEmpty() || !built ? farm + outcome(record) : farm + Words.size(record.size()))
                        + (record.pinned() ? " · " + Wording.of("build.cell.pinned") : "")
                        + distro(record.root()),
                when(record.started()));
    }

    /** Which distro a build is of, by the name of its folder; nothing where none was at hand. */
    private static String distro(String root) {
        return root.isEmpty() ? "" : " · " + Path.of(root).getFileName();
    }

    private static String outcome(BuildRecord record) {
        boolean farm = record.farm().isPresent();
        return switch (record.state()) {
            case SUCCEEDED ->
                Wording.counted("count.package", record.packages()) + " · " + Words.duration(record.duration());
            case STOPPED -> farm ? Wording.of("build.cell.canceled") : words(record.state());
            case ON_FARM -> Wording.of("build.cell.goes-on");
            case RUNNING, FAILED, DIED -> words(record.state());
        };
    }

    private static String when(Instant time) {
        boolean today = LocalDate.ofInstant(time, HERE).equals(LocalDate.now(HERE));
        return (today ? TIME : DAY).format(time);
    }

    /** How a build stands, in words. */
    static String words(BuildState state) {
        return switch (state) {
            case RUNNING -> Wording.of("build.cell.runs-another-program");
            case SUCCEEDED -> Wording.of("build.cell.built");
            case FAILED -> Wording.of("build.cell.failed");
            case STOPPED -> Wording.of("build.cell.stopped-you-cleaned");
            case ON_FARM -> Wording.of("build.cell.goes-on-at-farm");
            case DIED -> Wording.of("build.cell.ended-program-ran");
        };
    }

    static String style(BuildState state) {
        return switch (state) {
            case RUNNING, ON_FARM -> "accent";
            case SUCCEEDED -> "good";
            case FAILED -> "error";
            case STOPPED -> "plain";
            case DIED -> "warning";
        };
    }
}
