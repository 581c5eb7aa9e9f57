package dev.milliner.overlay;

import dev.milliner.spec.Spec;
import dev.milliner.spec.SpecEditException;
import dev.milliner.spec.SpecLine;
import dev.milliner.spec.SpecRead;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The lines of a spec in which one text takes the place of another.
 *
 * @param before the spec's lines with the one
 * @param after the same lines with the other
 * @param at the numbers of those that differ, from 0
 */
record TouchedLines(List<SpecRead> before, List<SpecRead> after, List<Integer> at) {
    /** Those of two specs; empty where more than these lines changes, as where a section begins. */
    static Optional<TouchedLines> of(String before, String after) {
        try {
            List<SpecRead> one = Spec.parse(before).read();
            List<SpecRead> other = Spec.parse(after).read();
            boolean isAlike = one.size() == other.size()
                    && IntStream.range(0, one.size())
                            .allMatch(i ->
                                    one.get(i).section().equals(other.get(i).section()));
            return isAlike
                    ? Optional.of(new TouchedLines(
                            one,
                            other,
                            IntStream.range(0, one.size())
                                    .filter(i -> !one.get(i)
                                            .text()
                                            .equals(other.get(i).text()))
                                    .boxed()
                                    .toList()))
                    : Optional.empty();
        } catch (SpecEditException unfit) {
            return Optional.empty();
        }
    }

    /**
     * Tells whether a change neither made these lines what they were nor would do anything to them as they are.
     *
     * @param gone the text whose place was taken
     * @param applied the lines after a change to the spec as it is; empty where it can't be applied
     */
    boolean areNothingTo(Change change, String gone, Function<Change, Optional<List<String>>> applied) {
        return switch (change) {
            case Change.SearchReplace c -> isUnreplaced(c, applied);
            case Change.SetTag c -> noneIsTag(c.tag()::equalsIgnoreCase);
            case Change.UpdateTag c -> noneIsTag(c.tag()::equalsIgnoreCase);
            case Change.RemoveTag c -> noneIsTag(c.tag()::equalsIgnoreCase);
            case Change.AddTag c -> noneIsTag(tag -> true) && noneIs("%if", "%el", "%endif");
            case Change.InsertTag c -> noneIsTag(tag -> true) && noneIs("%if", "%el", "%endif");
            case Change.PrependLines c -> c.lines().stream().noneMatch(line -> line.contains(gone));
            case Change.AppendLines c -> c.lines().stream().noneMatch(line -> line.contains(gone));
            case Change.RemoveSection c -> false;
            case Change.RemoveSubpackage c -> false;
            case Change.AddPatch c -> false;
            case Change.RemovePatch c -> false;
            case Change.PrependToFiles c -> true;
            case Change.ReplaceInFiles c -> true;
            case Change.AddFile c -> true;
            case Change.RemoveFiles c -> true;
            case Change.RenameFile c -> true;
            case Change.InArchive c -> true;
        };
    }

    /** Where it had replaced something in them, its text stood there. */
    private boolean isUnreplaced(Change.SearchReplace change, Function<Change, Optional<List<String>>> applied) {
        String text = change.replacement();
        if (text.isEmpty() || at.stream().anyMatch(i -> before.get(i).text().contains(text))) {
            return false;
        }
        Change marking =
                new Change.SearchReplace(change.section(), change.packageName(), change.regex(), Overwriting.MARK);
        return applied.apply(marking)
                .map(lines -> lines.size() == after.size()
                        && at.stream()
                                .allMatch(i -> lines.get(i).equals(after.get(i).text())))
                .orElse(true);
    }

    private boolean noneIsTag(Predicate<String> named) {
        return both().noneMatch(read -> read.line() instanceof SpecLine.Tag tag && named.test(tag.name()));
    }

    private boolean noneIs(String... starts) {
        return both().noneMatch(read ->
                Stream.of(starts).anyMatch(start -> read.text().strip().startsWith(start)));
    }

    private Stream<SpecRead> both() {
        return at.stream().flatMap(i -> Stream.of(before.get(i), after.get(i)));
    }
}
