package dev.milliner.workbench.review;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.ResolvedValue;
import dev.milliner.ground.FileTrouble;
import dev.milliner.review.Chapter;
import dev.milliner.review.ComponentHistory;
import dev.milliner.review.DefinitionWords;
import dev.milliner.review.Review;
import dev.milliner.search.Dependents;
import dev.milliner.search.SpecSearch;
import dev.milliner.source.CommitHistory;
import dev.milliner.source.CommitNote;
import dev.milliner.workbench.base.Facts;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the chosen component is part of, and, where somebody asks, what it was over time and since when each value stands. */
final class HistoryPane {
    private static final int MOST = 12;
    private static final int MOST_LETTERS = 60;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

    private final VBox box;
    private final Workspace workspace;
    private final SpecSearch specs;
    private final Later later = new Later(Wording.of("activity.history"));
    private @Nullable Component component;

    HistoryPane(VBox box, Workspace workspace, SpecSearch specs) {
        this.box = box;
        this.workspace = workspace;
        this.specs = specs;
    }

    /** Shows a component that an item is about; nothing where it is about no one component. */
    void show(@Nullable Chapter chapter, Optional<Review> review) {
        Component now = chapter == null
                ? null
                : review.map(one -> one.to().distro().components().get(chapter.subject()))
                        .orElse(null);
        boolean same = now != null && component != null && now.name().equals(component.name());
        component = now;
        if (!same) {
            later.cancel();
            draw();
        }
    }

    private void draw() {
        box.getChildren().clear();
        Component now = component;
        if (now == null) {
            return;
        }
        box.getChildren().add(Facts.heading(now.name().toUpperCase(Locale.ROOT)));
        if (!now.groups().isEmpty()) {
            box.getChildren()
                    .add(Facts.fact(Wording.of("review.history-pane.in-groups"), String.join(", ", now.groups())));
        }
        Button ask = new Button(Wording.of("review.history-pane.ask"));
        ask.setId("review-history-ask");
        ask.getStyleClass().setAll("button", "plain-button", "small-button");
        ask.setTooltip(new Tooltip(Wording.of("review.history-pane.commits-since-when")));
        ask.setOnAction(event -> ask());
        box.getChildren().add(Facts.row(ask));
    }

    /** Looks for it. */
    void ask() {
        Component now = component;
        if (now == null) {
            return;
        }
        box.getChildren().removeLast();
        Button stop = new Button(Wording.of("review.history-pane.stop"));
        stop.getStyleClass().setAll("button", "plain-button", "small-button");
        stop.setOnAction(event -> {
            later.cancel();
            draw();
        });
        box.getChildren().add(Facts.row(new Label(Wording.of("review.history-pane.reading-commits")), stop));
        later.ask(() -> find(now.name()), this::found);
    }

    private FoundHistory find(String name) {
        try (CommitHistory commits = CommitHistory.open(workspace.root()).orElse(null)) {
            Optional<String> head = commits == null ? Optional.empty() : commits.head();
            if (commits == null || head.isEmpty()) {
                return new FoundHistory(
                        List.of(), List.of(), List.of(), Wording.of("review.history-pane.no-commit-yet"));
            }
            Distro last = workspace.loader().load(commits.tree(head.get()));
            ComponentHistory history = ComponentHistory.of(commits, head.get(), name, MOST);
            return new FoundHistory(
                    history.entries().stream().map(HistoryPane::line).toList(),
                    history.now().stream()
                            .flatMap(at -> at.values().stream().map(value -> line(history, at, value)))
                            .toList(),
                    Dependents.of(specs, last, name, () -> true),
                    "");
        } catch (IOException unreadable) {
            return new FoundHistory(List.of(), List.of(), List.of(), FileTrouble.words(unreadable));
        }
    }

    private static HistoryLine line(ComponentHistory.Entry entry) {
        return new HistoryLine(
                DAY.format(entry.commit().time()),
                String.join("\n", DefinitionWords.of(entry.change())),
                entry.commit().subject() + "\n" + entry.commit().commit() + "\n"
                        + entry.commit().author());
    }

    private static HistoryLine line(ComponentHistory history, Component component, ResolvedValue value) {
        Optional<CommitNote> since = history.since(component, value);

        String when = since.map(commit -> Wording.of("review.history-pane.since", DAY.format(commit.time())))
                .orElse(Wording.of("review.history-pane.since-before"));
        String is = DefinitionWords.value(value.value());
        String said = is.length() > MOST_LETTERS ? is.substring(0, MOST_LETTERS - 1) + "…" : is;
        return new HistoryLine(
                value.path(),
                said + "\n"
                        + (value.layers().isEmpty()
                                ? when
                                : Wording.of(
                                        "review.history-pane.by",
                                        when,
                                        value.layers().getLast().name())),
                since.map(commit -> commit.subject() + "\n" + commit.commit()).orElse(""));
    }

    private void found(FoundHistory found) {
        box.getChildren().removeLast();
        if (!found.trouble().isEmpty()) {
            box.getChildren().add(Facts.row(new Label(found.trouble())));
            return;
        }
        String needers = found.needers().stream().limit(MOST).collect(Collectors.joining(", "));
        int more = found.needers().size() - MOST;
        box.getChildren()
                .add(Facts.fact(
                        Wording.of("review.history-pane.needed-by"),
                        needers.isEmpty()
                                ? Wording.of("review.history-pane.no-rendered-spec")
                                : more > 0 ? Wording.of("review.history-pane.more", needers, more) : needers));
        found.commits().forEach(this::add);
        box.getChildren().add(Facts.heading(Wording.of("review.history-pane.since-when")));
        found.values().forEach(this::add);
    }

    private void add(HistoryLine line) {
        Label text = new Label(line.text());
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        if (!line.about().isEmpty()) {
            text.setTooltip(new Tooltip(line.about()));
        }
        Label name = new Label(line.name());
        name.getStyleClass().add("name");
        box.getChildren().add(Facts.row(new VBox(name, text)));
    }

    boolean isSettled() {
        return later.isSettled();
    }

    void close() {
        later.close();
    }
}
