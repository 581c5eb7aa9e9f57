package dev.milliner.workbench.overlays;

import dev.milliner.overlay.Blame;
import dev.milliner.overlay.FileChange;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.upstream.OverlayEffect;
import dev.milliner.workbench.base.Later;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Shows what a scope of overlays does to one file; works the rows out off the JavaFX thread. */
final class OverlayDiff {
    private final Later later = new Later("diff");
    private final DiffView view;
    private @Nullable OverlaidComponent overlaid;
    private OverlayScope scope = OverlayScope.ALL;
    private int number;
    private @Nullable String file;
    private boolean ignoreWhitespace;
    private Consumer<Drawn> drawn = result -> {};

    /**
     * What is on the screen.
     *
     * @param changes the files that differ in the scope
     * @param shown the one that is shown, if any differs
     * @param rows its rows
     */
    record Drawn(List<FileChange> changes, Optional<FileChange> shown, List<DiffRow> rows) {}

    OverlayDiff(OverlayDesk desk) {
        view = new DiffView(chosen -> desk.selectedProperty().set(chosen));
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
        OverlayScope wanted = scope;
        int selected = Math.min(number, now.effects().size());
        String path = file;
        boolean blind = ignoreWhitespace;
        later.ask(() -> work(now, wanted, selected, path, blind), this::finish);
    }

    private static Drawn work(
            OverlaidComponent overlaid, OverlayScope scope, int number, @Nullable String file, boolean blind) {
        if (scope == OverlayScope.THIS_STEP && number > 0) {
            // All that differs in a step is the step's, so nobody need follow each line through all of them.
            List<FileChange> own = overlaid.effects().get(number - 1).changes();
            return drawn(own, file, change -> DiffRows.of(change, blind, line -> number, number));
        }
        OverlayScope.Span span = scope.span(overlaid, number);
        return drawn(span.changes(), file, change -> rows(overlaid, span.blame(), change, blind));
    }

    private static Drawn drawn(
            List<FileChange> changes, @Nullable String file, Function<FileChange, List<DiffRow>> rows) {
        Optional<FileChange> shown = changes.stream()
                .filter(change -> change.file().equals(file))
                .findFirst()
                .or(() -> changes.stream()
                        .filter(change -> change.file().endsWith(".spec"))
                        .findFirst())
                .or(() -> changes.stream().findFirst());
        return new Drawn(changes, shown, shown.map(rows).orElse(List.of()));
    }

    private static List<DiffRow> rows(OverlaidComponent overlaid, Blame blame, FileChange change, boolean blind) {
        int[] owners = blame.owners(change.file());
        return DiffRows.of(
                change,
                blind,
                line -> line < owners.length ? overlaid.numberOfStep(owners[line]) : 0,
                remover(overlaid, change.file()));
    }

    /** The only overlay that removes lines of a file, or 0 where there are several. */
    private static int remover(OverlaidComponent overlaid, String file) {
        int[] removers = overlaid.effects().stream()
                .filter(effect -> effect.changes().stream()
                        .anyMatch(change -> change.file().equals(file) && change.removed() > change.added()))
                .mapToInt(OverlayEffect::number)
                .toArray();
        return removers.length == 1 ? removers[0] : 0;
    }

    private void finish(Drawn result) {
        view.show(result.rows(), why());
        drawn.accept(result);
    }

    private String why() {
        if (overlaid == null) {
            return "";
        } else if (overlaid.effects().isEmpty()) {
            return "This component has no overlays: it is built as upstream has it.";
        } else if (scope != OverlayScope.ALL
                && number > 0
                && number <= overlaid.effects().size()) {
            return why(overlaid.effects().get(number - 1));
        } else if (!overlaid.basis().isTrue()) {
            return "Nothing differs from the rendered spec, which has the overlays in it already.";
        }
        return "The overlays change nothing in the end.";
    }

    private static String why(OverlayEffect effect) {
        return switch (effect.reach()) {
            case STANDING -> "Nothing differs here: the rendered spec has this overlay in it already.";
            case UNKNOWN -> "Nothing can be shown here: the rendered spec does not tell what this overlay does.";
            case NOT_REACHED -> "Nothing differs here: an overlay before this one failed, so it was not reached.";
            case REACHED ->
                effect.error()
                        .map(error -> "Nothing differs here, as this overlay fails: " + error)
                        .orElse("Nothing differs here: this overlay has no effect.");
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
