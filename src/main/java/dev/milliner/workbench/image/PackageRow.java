package dev.milliner.workbench.image;

import dev.milliner.image.PlannedPackage;
import java.util.List;
import java.util.Optional;

/** A row of the package table. */
public sealed interface PackageRow {
    /** The packages that it stands for. */
    List<PlannedPackage> packages();

    /** What it is called. */
    String name();

    /** Their installed size, in bytes. */
    long size();

    /** The package, where it stands for one alone. */
    default Optional<PlannedPackage> one() {
        return Optional.empty();
    }

    /**
     * A package.
     *
     * @param it what is planned of it
     */
    record One(PlannedPackage it) implements PackageRow {
        @Override
        public List<PlannedPackage> packages() {
            return List.of(it);
        }

        @Override
        public String name() {
            return it.name();
        }

        @Override
        public long size() {
            return it.size();
        }

        @Override
        public Optional<PlannedPackage> one() {
            return Optional.of(it);
        }
    }

    /**
     * Packages that belong together. Their added sizes can't be summed: what only both lead to is in neither.
     *
     * @param name what they have in common
     * @param packages at least one
     */
    record Group(String name, List<PlannedPackage> packages) implements PackageRow {
        /** With a list that nobody changes. */
        public Group {
            packages = List.copyOf(packages);
        }

        @Override
        public long size() {
            return packages.stream().mapToLong(PlannedPackage::size).sum();
        }
    }
}
