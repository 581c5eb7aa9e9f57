package dev.milliner.overlay;

import dev.milliner.source.Doublestar;

/**
 * Whether two changes come to the same in either order, where one of them can't be taken back and tried. In doubt they do not.
 */
final class Independence {
    private final Applier applier;

    Independence(Applier applier) {
        this.applier = applier;
    }

    /**
     * Tells whether a change that stays where it was applied leaves alone what another does.
     *
     * @param staying applied in the sources
     * @param other applied to the sources before or after it
     * @param sources the sources with what both do
     */
    boolean holds(Change staying, Change other, Sources sources) {
        if (!touchesSpec(staying) || !touchesSpec(other)) {
            return touchesSpec(staying) != touchesSpec(other) && !touchesFiles(staying, other);
        }
        boolean apart = !(staying instanceof Change.SearchReplace one && other instanceof Change.SearchReplace two)
                || Replacements.areApart(one, two);
        return apart && takesAwayFromSpec(staying) && putsBesides(staying, other) && changesNothing(staying, sources);
    }

    /** A patch is both a line of the spec and a file. */
    private static boolean touchesFiles(Change one, Change other) {
        return isPatch(one) || isPatch(other);
    }

    static boolean isPatch(Change change) {
        return change instanceof Change.AddPatch || change instanceof Change.RemovePatch;
    }

    private boolean changesNothing(Change change, Sources sources) {
        try {
            return applier.apply(change, sources).equals(sources);
        } catch (OverlayException noMatch) {
            return true;
        }
    }

    /** Tells whether a change may act on a file beside the spec. */
    static boolean mayTouchFile(Change change, String path) {
        return switch (change) {
            case Change.PrependToFiles c -> Doublestar.matches(c.glob(), path);
            case Change.ReplaceInFiles c -> Doublestar.matches(c.glob(), path);
            case Change.RemoveFiles c -> Doublestar.matches(c.glob(), path);
            case Change.RenameFile c -> Doublestar.matches(c.glob(), path);
            case Change.RemovePatch c -> Doublestar.matches(c.glob(), path);
            default -> false;
        };
    }

    /** Tells whether a change acts on the spec. */
    static boolean touchesSpec(Change change) {
        return switch (change) {
            case Change.AddTag c -> true;
            case Change.InsertTag c -> true;
            case Change.SetTag c -> true;
            case Change.UpdateTag c -> true;
            case Change.RemoveTag c -> true;
            case Change.PrependLines c -> true;
            case Change.AppendLines c -> true;
            case Change.SearchReplace c -> true;
            case Change.RemoveSection c -> true;
            case Change.RemoveSubpackage c -> true;
            case Change.AddPatch c -> true;
            case Change.RemovePatch c -> true;
            case Change.PrependToFiles c -> false;
            case Change.ReplaceInFiles c -> false;
            case Change.AddFile c -> false;
            case Change.RemoveFiles c -> false;
            case Change.RenameFile c -> false;
            case Change.InArchive c -> false;
        };
    }

    private static boolean takesAwayFromSpec(Change change) {
        return change instanceof Change.RemoveTag
                || change instanceof Change.RemoveSection
                || change instanceof Change.RemoveSubpackage
                || change instanceof Change.SearchReplace;
    }

    /** At a place that what was taken away does not decide. */
    private static boolean putsBesides(Change staying, Change change) {
        boolean behindTags = change instanceof Change.InsertTag inserted
                && inserted.packageName().isEmpty()
                && (staying instanceof Change.RemoveSection || staying instanceof Change.RemoveSubpackage);
        return behindTags
                || change instanceof Change.PrependLines
                || change instanceof Change.AppendLines
                || change instanceof Change.AddTag
                || change instanceof Change.SearchReplace;
    }
}
