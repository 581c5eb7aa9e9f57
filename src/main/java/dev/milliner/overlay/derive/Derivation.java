package dev.milliner.overlay.derive;

import dev.milliner.overlay.Applier;
import dev.milliner.overlay.Change;
import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.OverlayException;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import dev.milliner.spec.Spec;
import dev.milliner.spec.SpecEditException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds overlays that lead from sources to others. Each step takes away some of what differs and adds nothing that does: of
 * what may explain a piece that differs, the overlay that explains most is taken, and of several the one that says most of what is
 * meant. Every one is applied by the overlay engine, so what comes out is proved.
 */
public final class Derivation {
    /** After so many candidates what differs still is no edit of a person's, and the rest is told as it is. */
    private static final int MOST_TRIED = 4_000;

    /** What finding the candidates of a piece counts, as much as trying some. */
    private static final int OF_A_PIECE = 10;

    private final String specName;
    private final Strategy strategy;
    private final Applier applier;
    private final List<Change> found = new ArrayList<>();
    /** Goals that were taken instead of the one before. */
    private final Set<Sources> given = new HashSet<>();

    private Sources now;
    private Sources goal;
    private int tried;

    private Derivation(Strategy strategy, String specName, Sources before, Sources after) {
        this.strategy = strategy;
        this.specName = specName;
        this.now = before;
        this.goal = after;
        this.applier = new Applier(specName, path -> after.file(path).map(SourceFile::bytes));
    }

    /**
     * Finds them.
     *
     * @param specName the spec among the sources
     * @param before the sources that the first overlay finds
     * @param after the sources that the last one is to leave
     */
    public static Derived between(String specName, Sources before, Sources after) {
        List<Derived> found = new ArrayList<>();
        int pieces = Piece.all(before, after, specName).size();
        for (Strategy strategy : Strategy.values()) {
            Derivation derivation = new Derivation(strategy, specName, before, after);
            Derived derived = derivation.derived(after);
            found.add(derived);
            boolean good = derived.exact() && derived.changes().size() <= pieces;
            if (good || derivation.tried >= MOST_TRIED) {
                break;
            }
        }
        return found.stream()
                .min(Comparator.comparingInt((Derived derived) -> Distance.of(derived.rest()))
                        .thenComparingInt(derived -> derived.changes().size()))
                .orElseThrow();
    }

    /** Changes that each lead all the way in one step, the best first. */
    static List<Change> inOneStep(String specName, Sources before, Sources after) {
        Derivation derivation = new Derivation(Strategy.MOST_FIRST, specName, before, after);
        int whole = Distance.between(before, after);
        return Piece.all(before, after, specName).stream()
                .flatMap(derivation::candidates)
                .distinct()
                .filter(Derivation::canBeWritten)
                .limit(MOST_TRIED)
                .flatMap(change -> derivation.tried(change, whole).stream())
                .filter(trial -> trial.straight() && trial.explained() == whole)
                .sorted(Trial.BEST)
                .map(Trial::change)
                .toList();
    }

    private Derived derived(Sources wanted) {
        List<Piece> pieces = Piece.all(now, goal, specName);
        while (!pieces.isEmpty() && tried < MOST_TRIED) {
            Optional<Trial> best = best(pieces);
            if (best.isPresent()) {
                found.add(best.get().change());
                now = best.get().after();
            } else {
                goal = nearer(pieces.getFirst());
            }
            pieces = Piece.all(now, goal, specName);
        }
        return new Derived(List.copyOf(found), now, FileChange.between(now, wanted));
    }

    /** What can still be reached of the goal: no overlay takes a line away from among others, but one can leave it empty. */
    private Sources nearer(Piece piece) {
        Sources emptied = piece.change().file().equals(specName) ? piece.emptied() : goal;
        boolean seen = !given.add(emptied);
        return seen || emptied.equals(goal) ? piece.givenUp() : emptied;
    }

    /** The first piece that something explains; a detour only where nothing does. */
    private Optional<Trial> best(List<Piece> pieces) {
        int left = Distance.between(now, goal);
        Optional<Trial> detour = Optional.empty();
        for (Piece piece : pieces) {
            tried += OF_A_PIECE;
            if (tried > MOST_TRIED) {
                break;
            }
            Optional<Trial> best = candidates(piece)
                    .distinct()
                    .filter(Derivation::canBeWritten)
                    .flatMap(change -> tried(change, left).stream())
                    .min(strategy.order());
            if (best.isPresent() && best.get().straight()) {
                return best;
            }
            detour = detour.or(() -> best);
        }
        return detour;
    }

    private Optional<Trial> tried(Change change, int left) {
        tried++;
        try {
            Sources after = applier.apply(change, now);
            int step = Distance.between(now, after);
            int rest = Distance.between(after, goal);
            return step > 0 && rest < left
                    ? Optional.of(new Trial(change, after, left - rest, step + rest == left))
                    : Optional.empty();
        } catch (OverlayException unfit) {
            return Optional.empty();
        }
    }

    /** A byte that is no UTF-8 stands in no definition. */
    private static boolean canBeWritten(Change change) {
        return change.toString()
                .codePoints()
                .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private Stream<Change> candidates(Piece piece) {
        if (!piece.change().file().equals(specName)) {
            return new FileCandidates(piece).all();
        }
        if (piece.hunk().isEmpty()) {
            return Stream.empty();
        }
        try {
            SpecHunk hunk = SpecHunk.of(
                    spec(piece.change().before()),
                    spec(piece.change().after()),
                    piece.hunk().get());
            return strategy.candidates(piece, hunk);
        } catch (SpecEditException unreadable) {
            return Stream.empty();
        }
    }

    private static Spec spec(Optional<SourceFile> file) throws SpecEditException {
        Optional<Spec> plain = file.flatMap(SourceFile::lines);
        return plain.isPresent()
                ? plain.get()
                : Spec.parse(file.map(SourceFile::text).orElse(""));
    }
}
