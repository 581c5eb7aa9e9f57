package dev.milliner.build.evaluate;

import java.util.List;
import java.util.Optional;

/**
 * What rpm makes of a spec, before anything is built: dependencies that rpm finds in built files, and what
 * {@code %generate_buildrequires} would add, are not known yet.
 *
 * @param packages the packages that it makes, those without {@code %files} left out, in the spec's order
 * @param buildRequires what its build needs, in rpm's order
 */
public record SpecEvaluation(List<EvaluatedPackage> packages, List<String> buildRequires) {
    public SpecEvaluation {
        packages = List.copyOf(packages);
        buildRequires = List.copyOf(buildRequires);
    }

    /** A package by its name. */
    public Optional<EvaluatedPackage> find(String name) {
        return packages.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
