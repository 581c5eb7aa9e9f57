package dev.milliner.overlay;

import dev.milliner.distro.Overlay;
import dev.milliner.spec.Spec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rendered spec becomes when the recipe that it was rendered by changes, for want of the sources that it was rendered
 * from. What is new at the end is applied as it is. What lies behind the first change is taken back where that is known
 * ({@link ChangeUndo}), and applied anew; what stays and can't be taken back is left where it is.
 */
public final class Rerendering {
    /** Around what {@code rpmautospec process-distgit} writes before a spec's first line. */
    private static final String AUTOSPEC_START = "## START: Set by rpmautospec\n";

    private static final String AUTOSPEC_END = "## END: Set by rpmautospec\n\n";

    private final Recipe before;
    private final Recipe after;
    private final SourceReader readerBefore;
    private final SourceReader readerAfter;
    private final ChangeUndo undo;
    private final Applier applier;
    private final List<OverlayStep> steps = new ArrayList<>();
    /** Those whose text another one now takes the place of, and these; what stays behind them was looked at. */
    private final List<Overlay> overwritten = new ArrayList<>();

    private String preamble = "";
    private @Nullable Sources lastPlain;
    private Sources lastEnded = Sources.EMPTY;

    private Rerendering(Recipe before, Recipe after, SourceReader readerBefore, SourceReader readerAfter) {
        this.before = before;
        this.after = after;
        this.readerBefore = readerBefore;
        this.readerAfter = readerAfter;
        this.undo = new ChangeUndo(before.specName(), readerBefore);
        this.applier = new Applier(after.specName(), readerAfter);
    }

    /**
     * Renders anew.
     *
     * @param before the recipe that the sources were rendered by
     * @param after the recipe now, of the same component
     * @param rendered the sources as they were rendered
     * @param readerBefore reads the files that overlays of the recipe before add
     * @param readerAfter reads those of the recipe now
     * @return what azldev would render now; where an overlay fails, what comes of those before it
     * @throws OverlayException where what was rendered does not say what it would be; the message says why
     */
    public static Rerendered of(
            Recipe before, Recipe after, Sources rendered, SourceReader readerBefore, SourceReader readerAfter)
            throws OverlayException {
        return new Rerendering(before, after, readerBefore, readerAfter).render(rendered);
    }

    private Rerendered render(Sources rendered) throws OverlayException {
        boolean samePresence =
                before.options().macros().isEmpty() == after.options().macros().isEmpty();
        OverlayMoves moves = OverlayMoves.between(before.overlays(), after.overlays(), this::isSame);
        int same = samePresence ? moves.sameAtStart() : 0;
        Sources current = withoutEnd(rendered);
        if (hasSameEnd()) {
            // Taking the end back has proved that putting it on gives what was rendered.
            lastPlain = current;
            lastEnded = rendered;
        }
        Set<Integer> left = new TreeSet<>();
        for (int i = before.overlays().size() - 1; i >= same; i--) {
            Overlay overlay = before.overlays().get(i);
            Optional<Sources> undone = undo.before(Change.of(overlay), current);
            if (undone.isEmpty()) {
                refuseUnlessStaying(overlay, moves.isKept(i));
                left.add(i);
            } else {
                record(Optional.empty(), "taken back: " + overlay.type(), current, undone.get());
            }
            current = undone.orElse(current);
        }
        if (!before.options().macrosFile().equals(after.options().macrosFile())) {
            Stream<Overlay> applied = Stream.concat(
                    before.overlays().stream().limit(same), left.stream().map(before.overlays()::get));
            refuseUnlessFreeOfMacros(applied.toList(), samePresence, current);
            Sources other = samePresence
                    ? current.with(macros(), SourceFile.of(after.options().macrosFile()))
                    : withMacros(withoutMacros(current));
            record(Optional.empty(), "build options", current, other);
            current = other;
        }
        Set<Integer> standing = standing(same, left, moves);
        return applied(rendered, current, standing, left, moves);
    }

    /** Which overlays now are in the rendered sources and stay there, from 0. */
    private static Set<Integer> standing(int same, Set<Integer> left, OverlayMoves moves) {
        Set<Integer> standing = new TreeSet<>(IntStream.range(0, same).boxed().toList());
        left.stream().map(moves::place).filter(place -> place >= 0).forEach(standing::add);
        return standing;
    }

    private Rerendered applied(
            Sources rendered, Sources start, Set<Integer> standing, Set<Integer> left, OverlayMoves moves)
            throws OverlayException {
        Sources current = start;
        for (int i = 0; i < after.overlays().size(); i++) {
            if (!standing.contains(i)) {
                Overlay overlay = after.overlays().get(i);
                refuseUnlessOverwriting(overlay, left, moves, current);
                Sources changed;
                try {
                    changed = applier.apply(Change.of(overlay), current);
                } catch (OverlayException failure) {
                    refuseUnlessAlone(overlay, left, moves);
                    refuseUnlessRendered(overlay, current);
                    return failed(rendered, current, overlay, failure.reason(), standing);
                }
                record(Optional.of(overlay), overlay.type(), current, changed);
                current = changed;
            }
        }
        for (int index : left) {
            refuseUnlessIndependent(index, moves, current);
        }
        return new Rerendered(
                new OverlayApplication(rendered, List.copyOf(steps), withEnd(current), Optional.empty()), standing);
    }

    /** What stays applied though it comes later may be why an overlay fails here. */
    private void refuseUnlessAlone(Overlay failing, Set<Integer> left, OverlayMoves moves) throws OverlayException {
        for (int index : left) {
            boolean crosses = false;
            for (Overlay other : moves.crossing(index)) {
                crosses |= Change.of(other).equals(Change.of(failing));
            }
            if (crosses) {
                throw new OverlayException("whether the overlay in " + place(failing) + " applies before the one in "
                        + place(before.overlays().get(index))
                        + " can't be told from the rendered spec; fetch the upstream sources to see it");
            }
        }
    }

    /** Where it gives another text to what one before put in, that and what stays behind it must be as if it had been there. */
    private void refuseUnlessOverwriting(Overlay overlay, Set<Integer> left, OverlayMoves moves, Sources current)
            throws OverlayException {
        for (int gone : left) {
            Overlay old = before.overlays().get(gone);
            Optional<Overwriting> overwriting =
                    moves.isKept(gone) ? Optional.empty() : Overwriting.of(Change.of(overlay), Change.of(old));
            if (overwriting.isEmpty()) {
                continue;
            }
            boolean holds = overwriting.get().isExact(applier, after.specName(), current);
            for (int index : left) {
                List<Overlay> crossing = moves.isKept(index) ? moves.crossing(index) : List.of();
                holds &= !(crossing.contains(old) || crossing.contains(overlay))
                        || overwriting
                                .get()
                                .leaves(Change.of(before.overlays().get(index)), applier, after.specName(), current);
            }
            if (!holds) {
                throw unknown(old);
            }
            overwritten.add(old);
            overwritten.add(overlay);
        }
    }

    /** What nothing names is not rendered, so a file may be upstream's though it is not here. */
    private static void refuseUnlessRendered(Overlay failing, Sources current) throws OverlayException {
        Optional<String> glob =
                switch (Change.of(failing)) {
                    case Change.PrependToFiles change -> Optional.of(change.glob());
                    case Change.ReplaceInFiles change -> Optional.of(change.glob());
                    case Change.RemoveFiles change -> Optional.of(change.glob());
                    case Change.RenameFile change -> Optional.of(change.glob());
                    default -> Optional.empty();
                };
        if (glob.isPresent() && current.matching(glob.get()).isEmpty()) {
            throw new OverlayException("the overlay in " + place(failing) + " changes `" + glob.get()
                    + "`, which is not among the rendered files, but may be upstream's; fetch the upstream sources to see"
                    + " it");
        }
    }

    private Rerendered failed(Sources rendered, Sources current, Overlay overlay, String failure, Set<Integer> standing)
            throws OverlayException {
        Sources shown = withEnd(current);
        String reason = overlay.type() + ": " + failure;
        steps.add(
                new OverlayStep(steps.size(), Optional.of(overlay), overlay.type(), shown, shown, Optional.of(reason)));
        return new Rerendered(
                new OverlayApplication(rendered, List.copyOf(steps), shown, Optional.of(reason)), standing);
    }

    /** Each step has what azldev adds last of all, so that its sources can be compared with rendered ones. */
    private void record(Optional<Overlay> overlay, String type, Sources from, Sources to) throws OverlayException {
        steps.add(new OverlayStep(steps.size(), overlay, type, withEnd(from), withEnd(to), Optional.empty()));
    }

    /** They do the same, with files of the same content. */
    private boolean isSame(Overlay one, Overlay other) throws OverlayException {
        return Change.of(one).equals(Change.of(other))
                && (one.source().isEmpty()
                        || Arrays.equals(
                                readerBefore.read(one.source()).orElse(null),
                                readerAfter.read(other.source()).orElse(null)));
    }

    private void refuseUnlessStaying(Overlay overlay, boolean kept) throws OverlayException {
        Change change = Change.of(overlay);
        if (!kept && after.overlays().stream().noneMatch(one -> overwrites(one, change))) {
            throw unknown(overlay);
        }
    }

    private static OverlayException unknown(Overlay overlay) {
        return new OverlayException("what the overlay `" + overlay.type() + "` in " + place(overlay)
                + " took away can't be told from the rendered spec; fetch the upstream sources to see it");
    }

    /** What was left as it was applied must come to the same in its new place. */
    private void refuseUnlessIndependent(int index, OverlayMoves moves, Sources current) throws OverlayException {
        Independence independence = new Independence(applier);
        Overlay staying = before.overlays().get(index);
        for (Overlay other : moves.crossing(index)) {
            if (!overwritten.contains(other) && !independence.holds(Change.of(staying), Change.of(other), current)) {
                throw new OverlayException("the overlays in " + place(staying) + " and " + place(other)
                        + " may change the same, and not in the order in which they were rendered; fetch the upstream"
                        + " sources to see it");
            }
        }
    }

    /** What stays applied must neither have changed the file of macros nor hang on the lines that name it. */
    private void refuseUnlessFreeOfMacros(List<Overlay> applied, boolean samePresence, Sources current)
            throws OverlayException {
        Independence independence = new Independence(applier);
        for (Overlay overlay : applied) {
            Change change = Change.of(overlay);
            boolean free = !Independence.mayTouchFile(change, macros())
                    && (samePresence
                            || !Independence.touchesSpec(change)
                            || (independence.holds(change, GeneratedChanges.listMacros(after.name()), current)
                                    && independence.holds(change, GeneratedChanges.loadMacros(after.name()), current)));
            if (!free) {
                throw new OverlayException(
                        "the overlay in " + place(overlay) + " may have changed what build options become"
                                + " in the spec; fetch the upstream sources to see it");
            }
        }
    }

    private static String place(Overlay overlay) {
        return overlay.place().file() + ":" + overlay.place().range().line();
    }

    /** A tag that is set anew has the new value whatever the old one was, and so has what an expression finds again. */
    private static boolean overwrites(Overlay one, Change before) {
        try {
            return switch (before) {
                case Change.SetTag old -> isSet(Change.of(one), old.packageName(), old.tag());
                case Change.UpdateTag old -> isSet(Change.of(one), old.packageName(), old.tag());
                default -> Overwriting.of(Change.of(one), before).isPresent();
            };
        } catch (OverlayException unknownKind) {
            return false;
        }
    }

    private static boolean isSet(Change change, String packageName, String tag) {
        return switch (change) {
            case Change.SetTag now ->
                now.packageName().equals(packageName) && now.tag().equalsIgnoreCase(tag);
            case Change.UpdateTag now ->
                now.packageName().equals(packageName) && now.tag().equalsIgnoreCase(tag);
            default -> false;
        };
    }

    private String macros() {
        return GeneratedChanges.macrosName(after.name());
    }

    private Sources withMacros(Sources current) throws OverlayException {
        if (after.options().macros().isEmpty()) {
            return current;
        }
        Sources listed = current.with(macros(), SourceFile.of(after.options().macrosFile()));
        Sources loaded = applier.apply(GeneratedChanges.loadMacros(after.name()), listed);
        return applier.apply(GeneratedChanges.listMacros(after.name()), loaded);
    }

    private Sources withoutMacros(Sources current) throws OverlayException {
        if (before.options().macros().isEmpty()) {
            return current;
        }
        Sources unlisted = takenBack(GeneratedChanges.listMacros(before.name()), current);
        return takenBack(GeneratedChanges.loadMacros(before.name()), unlisted).without(macros());
    }

    private boolean hasSameEnd() {
        return before.options().skipsCheck() == after.options().skipsCheck()
                && before.options().skipReason().equals(after.options().skipReason())
                && before.sourceFiles().equals(after.sourceFiles());
    }

    /** What azldev adds last of all is the first to go. */
    private Sources withoutEnd(Sources rendered) throws OverlayException {
        Sources current = withoutPreamble(SourcesFile.undone(before.sourceFiles(), after.sourceFiles(), rendered));
        current = takenBack(GeneratedChanges.header(), current);
        return before.options().skipsCheck()
                ? takenBack(GeneratedChanges.skipCheck(before.options()), current)
                : current;
    }

    @SuppressWarnings("ReferenceEquality") // the next step begins with the very sources that the last one left
    private Sources withEnd(Sources current) throws OverlayException {
        if (current != lastPlain) {
            lastEnded = ended(current);
            lastPlain = current;
        }
        return lastEnded;
    }

    private Sources ended(Sources current) throws OverlayException {
        Sources changed = after.options().skipsCheck()
                ? applier.apply(GeneratedChanges.skipCheck(after.options()), current)
                : current;
        changed = withPreamble(applier.apply(GeneratedChanges.header(), changed));
        return before.sourceFiles().equals(after.sourceFiles())
                ? changed
                : SourcesFile.updated(after.sourceFiles(), changed);
    }

    /** What rpmautospec put on top of the spec after all else stays there, and is no part of what overlays change. */
    private Sources withoutPreamble(Sources rendered) {
        Optional<SourceFile> spec = rendered.file(after.specName());
        preamble = spec.filter(Rerendering::mayHavePreamble)
                .map(file -> preamble(file.text()))
                .orElse("");
        return preamble.isEmpty()
                ? rendered
                : rendered.with(
                        after.specName(),
                        spec.orElseThrow().withText(spec.orElseThrow().text().substring(preamble.length())));
    }

    /** The text of a long spec is made of its lines only where that is of use. */
    private static boolean mayHavePreamble(SourceFile spec) {
        return spec.lines()
                .map(Spec::lines)
                .map(lines -> !lines.isEmpty() && AUTOSPEC_START.startsWith(lines.getFirst()))
                .orElse(true);
    }

    private static String preamble(String spec) {
        int end = spec.startsWith(AUTOSPEC_START) ? spec.indexOf(AUTOSPEC_END) : -1;
        return end < 0 ? "" : spec.substring(0, end + AUTOSPEC_END.length());
    }

    private Sources withPreamble(Sources current) {
        Optional<SourceFile> spec = current.file(after.specName());
        return spec.isEmpty() || preamble.isEmpty()
                ? current
                : current.with(
                        after.specName(),
                        spec.get().withText(preamble + spec.get().text()));
    }

    private Sources takenBack(Change change, Sources current) throws OverlayException {
        return undo.before(change, current)
                .orElseThrow(
                        () -> new OverlayException("the rendered spec does not have what azldev writes into it; render"
                                + " it anew with azldev, or fetch the upstream sources"));
    }
}
