package dev.milliner.workbench.overlays;

import dev.milliner.overlay.Blame;
import dev.milliner.overlay.FileChange;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.upstream.OverlayEffect;
import dev.milliner.workbench.overlays.OverlayDiff.Drawn;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a difference is asked to show.
 *
 * @param overlaid what the overlays do
 * @param scope which of them
 * @param number the selected overlay, from 1; 0 for none
 * @param file the file to show; null for the one that says most
 * @param blind whether white space counts for nothing
 */
record DiffRequest(
        OverlaidComponent overlaid,
        OverlayScope scope,
        int number,
        @Nullable String file,
        boolean blind) {
    /** The same of another state. */
    DiffRequest of(OverlaidComponent next) {
        return new DiffRequest(next, scope, number, file, blind);
    }

    /** Tells whether another asks for the same of the very same state. */
    @SuppressWarnings("ReferenceEquality") // comparing two states in full takes longer than drawing one
    boolean isSame(DiffRequest other) {
        return overlaid == other.overlaid
                && scope == other.scope
                && number == other.number
                && blind == other.blind
                && Objects.equals(file, other.file);
    }

    /** Works the rows out; off the JavaFX thread. */
    Drawn drawn() {
        if (scope == OverlayScope.THIS_STEP && number > 0) {
            // All that differs in a step is the step's, so nobody need follow each line through all of them.
            List<FileChange> own = overlaid.effects().get(number - 1).changes();
            return drawn(own, change -> DiffRows.of(change, blind, line -> number, number));
        }
        OverlayScope.Span span = scope.span(overlaid, number);
        return drawn(span.changes(), change -> rows(span.blame(), change));
    }

    private Drawn drawn(List<FileChange> changes, Function<FileChange, List<DiffRow>> rows) {
        Optional<FileChange> shown = changes.stream()
                .filter(change -> change.file().equals(file))
                .findFirst()
                .or(() -> changes.stream()
                        .filter(change -> change.file().endsWith(".spec"))
                        .findFirst())
                .or(() -> changes.stream().findFirst());
        return new Drawn(changes, shown, shown.map(rows).orElse(List.of()));
    }

    private List<DiffRow> rows(Blame blame, FileChange change) {
        int[] owners = blame.owners(change.file());
        return DiffRows.of(
                change,
                blind,
                line -> line < owners.length ? overlaid.numberOfStep(owners[line]) : 0,
                remover(change.file()));
    }

    /** The only overlay that removes lines of a file, or 0 where there are several. */
    private int remover(String path) {
        int[] removers = overlaid.effects().stream()
                .filter(effect -> effect.changes().stream()
                        .anyMatch(change -> change.file().equals(path) && change.removed() > change.added()))
                .mapToInt(OverlayEffect::number)
                .toArray();
        return removers.length == 1 ? removers[0] : 0;
    }
}
