package dev.milliner.image;

import dev.milliner.solve.SolvedPackage;
import java.util.List;

/**
 * What an image would hold more, were one more package asked for.
 *
 * @param packages what comes
 * @param leaving how many packages go in return
 * @param why why it cannot be asked for, or empty
 */
public record Addition(List<SolvedPackage> packages, int leaving, String why) {
    /** With a list that nobody changes. */
    public Addition {
        packages = List.copyOf(packages);
    }

    /** The installed size of what comes, in bytes. */
    public long size() {
        return packages.stream().mapToLong(SolvedPackage::size).sum();
    }
}
