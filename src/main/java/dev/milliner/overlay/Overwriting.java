package dev.milliner.overlay;

import dev.milliner.spec.Spec;
import dev.milliner.spec.SpecEditException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A change that gives what another gave a text another text, so that what the other took away need not be known: the same expression with
 * another replacement. It is exact where the expression matches what was put in, whole, each time, and nothing else.
 *
 * @param mark the change with a text that is nowhere, which tells what it matches
 * @param gone the text that was put in
 * @param come the text that is put in now
 * @param glob the files it is about; empty for the spec
 */
record Overwriting(Change mark, String gone, String come, Optional<String> glob) {
    /** A letter that joins nothing visibly, and is in no spec. */
    static final String MARK = "\u2063";

    /** How a change may overwrite one before; empty where it does something else. */
    static Optional<Overwriting> of(Change now, Change before) {
        return switch (before) {
            case Change.SearchReplace old
            when now instanceof Change.SearchReplace other && isSamePlace(old, other) ->
                of(
                        new Change.SearchReplace(old.section(), old.packageName(), old.regex(), MARK),
                        old.replacement(),
                        other.replacement(),
                        Optional.empty());
            case Change.ReplaceInFiles old
            when now instanceof Change.ReplaceInFiles other
                    && other.glob().equals(old.glob())
                    && other.regex().equals(old.regex()) ->
                of(
                        new Change.ReplaceInFiles(old.glob(), old.regex(), MARK),
                        old.replacement(),
                        other.replacement(),
                        Optional.of(old.glob()));
            default -> Optional.empty();
        };
    }

    private static boolean isSamePlace(Change.SearchReplace one, Change.SearchReplace other) {
        return one.section().equals(other.section())
                && one.packageName().equals(other.packageName())
                && one.regex().equals(other.regex());
    }

    /** What breaks lines changes more than the line it stands in; a match is referred to by nothing, as azldev takes `$1` as it stands. */
    private static Optional<Overwriting> of(Change mark, String gone, String come, Optional<String> glob) {
        boolean isPlain = isPlain(gone) && isPlain(come) && !gone.isEmpty();
        return isPlain ? Optional.of(new Overwriting(mark, gone, come, glob)) : Optional.empty();
    }

    private static boolean isPlain(String replacement) {
        return replacement.indexOf('\n') < 0 && !replacement.contains(MARK);
    }

    /** Tells whether the sources become by it what they would be had it been there instead of the one before. */
    boolean isExact(Applier applier, String spec, Sources sources) {
        try {
            return applier.applyAnew(mark, sources).equals(with(sources, spec, MARK));
        } catch (OverlayException noMatch) {
            return false;
        }
    }

    /** Tells whether a change that was applied behind the one before, and stays, came to the same and would now. */
    boolean leaves(Change staying, Applier applier, String spec, Sources sources) {
        if (glob.isPresent()) {
            return Independence.touchesSpec(staying) && !Independence.isPatch(staying);
        }
        Sources now = with(sources, spec, come);
        return TouchedLines.of(text(sources, spec), text(now, spec))
                .map(lines -> isApart(staying)
                        && lines.areNothingTo(staying, gone, change -> lines(applier, change, spec, now)))
                .orElse(false);
    }

    /** What stays must not have taken away what was put in, at places that are not seen any more. */
    private boolean isApart(Change staying) {
        return switch (staying) {
            case Change.SearchReplace other ->
                mark instanceof Change.SearchReplace at
                        && Stream.of(gone, come)
                                .map(text -> new Change.SearchReplace(at.section(), at.packageName(), at.regex(), text))
                                .allMatch(one -> Replacements.areApart(one, other));
            case Change.SetTag other -> isWithinValue();
            case Change.UpdateTag other -> isWithinValue();
            case Change.RemoveTag other -> isWithinValue() && other.value().isEmpty();
            default -> true;
        };
    }

    /** A tag is set whatever its value is. */
    private boolean isWithinValue() {
        return gone.indexOf(':') < 0 && come.indexOf(':') < 0;
    }

    private static Optional<List<String>> lines(Applier applier, Change change, String spec, Sources sources) {
        try {
            return Optional.of(
                    Spec.parse(text(applier.applyAnew(change, sources), spec)).lines());
        } catch (OverlayException | SpecEditException unfit) {
            return Optional.empty();
        }
    }

    private static String text(Sources sources, String path) {
        return sources.file(path).map(SourceFile::text).orElse("");
    }

    private Sources with(Sources sources, String spec, String text) {
        Sources changed = sources;
        for (String path : glob.map(sources::matching).orElseGet(() -> List.of(spec))) {
            Optional<SourceFile> file = sources.file(path);
            if (file.isPresent() && file.get().text().contains(gone)) {
                changed =
                        changed.with(path, file.get().withText(file.get().text().replace(gone, text)));
            }
        }
        return changed;
    }
}
