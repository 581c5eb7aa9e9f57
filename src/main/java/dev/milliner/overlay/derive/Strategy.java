package dev.milliner.overlay.derive;

import dev.milliner.overlay.Change;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * In which order explanations are preferred. What is taken first can block the way for the rest, which shows only in the end;
 * so several are followed.
 */
enum Strategy {
    /** What explains most, and of that what says most of what is meant. */
    MOST_FIRST {
        @Override
        Comparator<Trial> order() {
            return Trial.BEST;
        }
    },
    /** Lines that take the place of others are replaced where they are, before any are taken away or come. */
    IN_PLACE_FIRST {
        @Override
        Comparator<Trial> order() {
            return Comparator.comparing((Trial trial) -> !trial.straight())
                    .thenComparing(trial -> !isInPlace(trial.change()))
                    .thenComparing(Trial.BEST);
        }

        private static boolean isInPlace(Change change) {
            return change instanceof Change.SearchReplace
                    || change instanceof Change.UpdateTag
                    || change instanceof Change.ReplaceInFiles
                    || change instanceof Change.RenameFile;
        }
    };

    abstract Comparator<Trial> order();

    Stream<Change> candidates(Piece piece, SpecHunk hunk) {
        return Stream.of(
                        new SectionCandidates(hunk).all(),
                        new TagCandidates(piece, hunk).all(),
                        new LineCandidates(hunk).all(),
                        new ReplaceCandidates(piece.change(), hunk).all())
                .flatMap(stream -> stream);
    }
}
