package dev.milliner.solve;

import java.util.List;

/**
 * One installation: a {@code dnf install} on top of what the phases before it installed.
 *
 * @param install what is asked for: names, or anything else DNF takes as an argument, such as a file, a capability, a group
 *     or a module behind an {@code @}
 * @param exclude packages that must not be installed, as with {@code --exclude}
 * @param remove names taken out afterwards with what only they needed, as {@code dnf remove} does
 * @param weak whether recommended packages come too
 * @param settings what DNF is set to besides
 */
public record SolvePhase(
        List<String> install, List<String> exclude, List<String> remove, boolean weak, DnfSettings settings) {
    /** With lists that nobody changes. */
    public SolvePhase {
        install = List.copyOf(install);
        exclude = List.copyOf(exclude);
        remove = List.copyOf(remove);
    }

    /** With the usual settings. */
    public SolvePhase(List<String> install, List<String> exclude, List<String> remove, boolean weak) {
        this(install, exclude, remove, weak, DnfSettings.USUAL);
    }

    /** A plain installation. */
    public static SolvePhase of(List<String> install, boolean weak) {
        return new SolvePhase(install, List.of(), List.of(), weak);
    }

    /** The same, asking for something else. */
    public SolvePhase of(List<String> asked) {
        return new SolvePhase(asked, exclude, remove, weak, settings);
    }

    /** The same without something that is asked for. */
    public SolvePhase without(String name) {
        return of(install.stream().filter(one -> !one.equals(name)).toList());
    }
}
