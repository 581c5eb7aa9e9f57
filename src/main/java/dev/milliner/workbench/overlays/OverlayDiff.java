package dev.milliner.workbench.overlays;

import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.SourceFile;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.upstream.OverlayEffect;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Shows what a scope of overlays does to one file; works the rows out off the JavaFX thread. */
final class OverlayDiff {
    private final OverlayDesk desk;
    private final Later later = new Later(Wording.of("activity.diff"));
    private final DiffView view;
    private @Nullable OverlaidComponent overlaid;
    private OverlayScope scope = OverlayScope.ALL;
    private int number;
    private @Nullable String file;
    private Optional<FileChange> shown = Optional.empty();
    private boolean ignoreWhitespace;
    private Consumer<Drawn> drawn = result -> {};
    private volatile @Nullable DiffRequest latest;
    private volatile @Nullable Ahead ahead;

    /** What was worked out before the views asked for it. */
    private record Ahead(DiffRequest request, Drawn drawn) {}

    /**
     * What is on the screen.
     *
     * @param changes the files that differ in the scope
     * @param shown the one that is shown, if any differs
     * @param rows its rows
     */
    record Drawn(List<FileChange> changes, Optional<FileChange> shown, List<DiffRow> rows) {}

    OverlayDiff(OverlayDesk desk) {
        this.desk = desk;
        view = new DiffView(chosen -> desk.selectedProperty().set(chosen));
        view.offer(this::offered);
    }

    /** What can be done at a line of the component's spec, in the result of its overlays. */
    private List<MenuItem> offered(int line) {
        OverlaidComponent now = overlaid;
        if (now == null
                || shown.isEmpty()
                || !shown.get().file().equals(now.component().name() + ".spec")) {
            return List.of();
        }
        String text = shown.get().after().map(SourceFile::text).orElse("");
        return Stream.of(LineDeed.values())
                .map(deed -> item(new LineWish(now.component().name(), text, line, deed)))
                .toList();
    }

    private MenuItem item(LineWish wish) {
        MenuItem item = new MenuItem(wish.deed().words());
        item.setId("line-" + wish.deed().name().toLowerCase(Locale.ROOT));
        item.setOnAction(event -> desk.wishProperty().set(wish));
        return item;
    }

    StackPane node() {
        return view.node();
    }

    DiffView view() {
        return view;
    }

    void onDrawn(Consumer<Drawn> listener) {
        drawn = listener;
    }

    void show(@Nullable OverlaidComponent now, OverlayScope wanted, int selected) {
        overlaid = now;
        scope = wanted;
        number = selected;
        draw();
    }

    void choose(@Nullable String path) {
        if (!java.util.Objects.equals(file, path)) {
            file = path;
            draw();
        }
    }

    void setIgnoreWhitespace(boolean ignore) {
        ignoreWhitespace = ignore;
        draw();
    }

    private void draw() {
        OverlaidComponent now = overlaid;
        if (now == null) {
            later.cancel();
            finish(new Drawn(List.of(), Optional.empty(), List.of()));
            return;
        }
        DiffRequest request =
                new DiffRequest(now, scope, Math.min(number, now.effects().size()), file, ignoreWhitespace);
        latest = request;
        Ahead known = ahead;
        if (known != null && known.request().isSame(request)) {
            later.cancel();
            finish(known.drawn());
        } else {
            later.ask(request::drawn, this::finish);
        }
    }

    /** Works out, on any thread, what it will be asked to show of a state that the screen will have next. */
    void ahead(@Nullable OverlaidComponent next) {
        DiffRequest before = latest;
        if (next != null
                && before != null
                && before.number() <= next.effects().size()
                && before.overlaid().component().name().equals(next.component().name())) {
            DiffRequest request = before.of(next);
            ahead = new Ahead(request, request.drawn());
        }
    }

    private void finish(Drawn result) {
        shown = result.shown();
        view.show(result.rows(), why());
        drawn.accept(result);
    }

    private String why() {
        if (overlaid == null) {
            return "";
        } else if (overlaid.effects().isEmpty()) {
            return Wording.of("overlays.diff.component-no-overlays");
        } else if (scope != OverlayScope.ALL
                && number > 0
                && number <= overlaid.effects().size()) {
            return why(overlaid.effects().get(number - 1));
        } else if (!overlaid.basis().isTrue()) {
            return Wording.of("overlays.diff.nothing-differs-from");
        }
        return Wording.of("overlays.diff.overlays-change-nothing");
    }

    private static String why(OverlayEffect effect) {
        return switch (effect.reach()) {
            case STANDING -> Wording.of("overlays.diff.standing");
            case UNKNOWN -> Wording.of("overlays.diff.unknown");
            case NOT_REACHED -> Wording.of("overlays.diff.not-reached");
            case REACHED ->
                effect.error()
                        .map(error -> Wording.of("overlays.diff.fails", error))
                        .orElse(Wording.of("overlays.diff.no-effect"));
        };
    }

    boolean isSettled() {
        return later.isSettled();
    }

    /** Ends what it works out. */
    void close() {
        later.close();
    }
}
