package dev.milliner.solve;

import java.util.List;

/**
 * One installation: a {@code dnf install} on top of what the phases before it installed.
 *
 * @param install what is asked for: names, or anything else DNF takes as an argument, such as a file or a capability
 * @param exclude names that must not be installed, as with {@code --exclude}
 * @param remove names taken out afterwards with what only they needed, as {@code dnf remove} does
 * @param weak whether recommended packages come too
 */
public record SolvePhase(List<String> install, List<String> exclude, List<String> remove, boolean weak) {
    /** With lists that nobody changes. */
    public SolvePhase {
        install = List.copyOf(install);
        exclude = List.copyOf(exclude);
        remove = List.copyOf(remove);
    }

    /** A plain installation. */
    public static SolvePhase of(List<String> install, boolean weak) {
        return new SolvePhase(install, List.of(), List.of(), weak);
    }
}
