package dev.milliner.solve;

import dev.milliner.rpm.Nevra;
import java.util.List;

/**
 * What becomes of the answer when something is no longer asked for, in any phase.
 *
 * @param asked what is no longer asked for
 * @param leaves the indexes of the packages that leave, in the answer's packages
 * @param comes packages that come in their place, which happens where a choice is made otherwise
 * @param size what leaves less what comes, in bytes installed
 */
public record Removal(String asked, List<Integer> leaves, List<Nevra> comes, long size) {
    /** With lists that nobody changes. */
    public Removal {
        leaves = List.copyOf(leaves);
        comes = List.copyOf(comes);
    }
}
