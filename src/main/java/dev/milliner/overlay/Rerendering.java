package dev.milliner.overlay;

import dev.milliner.distro.Overlay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a rendered spec becomes when the recipe that it was rendered by changes, for want of the sources that it was rendered
 * from. What is new at the end is applied as it is. What lies behind the first change is taken back where that is known
 * ({@link ChangeUndo}), and applied anew; what stays and can't be taken back is left where it is.
 */
public final class Rerendering {
    private final Recipe before;
    private final Recipe after;
    private final SourceReader readerBefore;
    private final SourceReader readerAfter;
    private final ChangeUndo undo;
    private final Applier applier;
    private final List<OverlayStep> steps = new ArrayList<>();

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
     * @return what azldev would render now; its steps are those that changed or had to be done anew
     * @throws OverlayException where what was rendered does not say what it would be, or a change fails; the message says why
     */
    public static OverlayApplication of(
            Recipe before, Recipe after, Sources rendered, SourceReader readerBefore, SourceReader readerAfter)
            throws OverlayException {
        return new Rerendering(before, after, readerBefore, readerAfter).render(rendered);
    }

    private OverlayApplication render(Sources rendered) throws OverlayException {
        boolean samePresence =
                before.options().macros().isEmpty() == after.options().macros().isEmpty();
        OverlayMoves moves = OverlayMoves.between(before.overlays(), after.overlays(), this::isSame);
        int same = samePresence ? moves.sameAtStart() : 0;
        Sources current = withoutEnd(rendered);
        Set<Integer> left = new TreeSet<>();
        for (int i = before.overlays().size() - 1; i >= same; i--) {
            Optional<Sources> undone = undo.before(Change.of(before.overlays().get(i)), current);
            if (undone.isEmpty()) {
                refuseUnlessStaying(before.overlays().get(i), moves.isKept(i));
                left.add(i);
            }
            current = undone.orElse(current);
        }
        if (!before.options().macrosFile().equals(after.options().macrosFile())) {
            Stream<Overlay> applied = Stream.concat(
                    before.overlays().stream().limit(same), left.stream().map(before.overlays()::get));
            refuseUnlessFreeOfMacros(applied.toList(), samePresence, current);
            current = samePresence
                    ? current.with(macros(), SourceFile.of(after.options().macrosFile()))
                    : withMacros(withoutMacros(current));
        }
        for (int i = same; i < after.overlays().size(); i++) {
            int place = i;
            if (left.stream().noneMatch(index -> moves.place(index) == place)) {
                current = step(after.overlays().get(i), current);
            }
        }
        for (int index : left) {
            refuseUnlessIndependent(index, moves, current);
        }
        return new OverlayApplication(rendered, List.copyOf(steps), withEnd(current), Optional.empty());
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
            throw new OverlayException("what the overlay `" + overlay.type() + "` in " + place(overlay)
                    + " took away can't be told from the rendered spec; fetch the upstream sources to see it");
        }
    }

    /** What was left as it was applied must come to the same in its new place. */
    private void refuseUnlessIndependent(int index, OverlayMoves moves, Sources current) throws OverlayException {
        Independence independence = new Independence(applier);
        Overlay staying = before.overlays().get(index);
        for (Overlay other : moves.crossing(index)) {
            if (!independence.holds(Change.of(staying), Change.of(other), current)) {
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

    /** A tag that is set anew has the new value whatever the old one was. */
    private static boolean overwrites(Overlay one, Change before) {
        try {
            return switch (before) {
                case Change.SetTag old -> isSet(Change.of(one), old.packageName(), old.tag());
                case Change.UpdateTag old -> isSet(Change.of(one), old.packageName(), old.tag());
                default -> false;
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

    private Sources step(Overlay overlay, Sources current) throws OverlayException {
        Sources changed = applier.apply(Change.of(overlay), current);
        steps.add(new OverlayStep(
                steps.size(), Optional.of(overlay), overlay.type(), current, changed, Optional.empty()));
        return changed;
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

    /** What azldev adds last of all is the first to go. */
    private Sources withoutEnd(Sources rendered) throws OverlayException {
        Sources current = SourcesFile.undone(before.sourceFiles(), after.sourceFiles(), rendered);
        current = takenBack(GeneratedChanges.header(), current);
        return before.options().skipsCheck()
                ? takenBack(GeneratedChanges.skipCheck(before.options()), current)
                : current;
    }

    private Sources withEnd(Sources current) throws OverlayException {
        Sources changed = after.options().skipsCheck()
                ? applier.apply(GeneratedChanges.skipCheck(after.options()), current)
                : current;
        changed = applier.apply(GeneratedChanges.header(), changed);
        return before.sourceFiles().equals(after.sourceFiles())
                ? changed
                : SourcesFile.updated(after.sourceFiles(), changed);
    }

    private Sources takenBack(Change change, Sources current) throws OverlayException {
        return undo.before(change, current)
                .orElseThrow(
                        () -> new OverlayException("the rendered spec does not have what azldev writes into it; render"
                                + " it anew with azldev, or fetch the upstream sources"));
    }
}
