package dev.milliner.distro;

import dev.milliner.text.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What azldev demands of names that stand for something defined elsewhere. */
final class ReferenceRules {
    private final Merged merged;
    private final RepositorySets repositories;
    private final Problems problems;

    ReferenceRules(Merged merged, RepositorySets repositories, Problems problems) {
        this.merged = merged;
        this.repositories = repositories;
        this.problems = problems;
    }

    void check() {
        merged.componentGroups.values().forEach(this::members);
        merged.images.values().forEach(this::suites);
        merged.distros.forEach(
                (name, distro) -> distro.entries("versions").values().forEach(this::inputs));
        packagesOfComponents();
    }

    private void members(Named group) {
        for (Value item : group.table().items("components")) {
            if (item instanceof TextValue member && !merged.components.containsKey(member.text())) {
                problems.error(
                        "group-member",
                        "The group '" + group.name() + "' lists the component '" + member.text()
                                + "', which is not defined. Define it, or remove it here.",
                        item.place());
            }
        }
    }

    private void suites(Named image) {
        for (TableValue reference : image.table().tables("tests", "test-suites")) {
            String name = reference.text("name");
            if (!merged.testSuites.containsKey(name)) {
                problems.error(
                        "image-test-suite",
                        "The image '" + image.name() + "' names the test suite '" + name
                                + "', which is not defined. Define it, or remove it here.",
                        reference.placeOf("name"));
            }
        }
    }

    private void inputs(TableValue version) {
        inputs(version, "rpm-build", true);
        inputs(version, "image-build", false);
    }

    private void inputs(TableValue version, String use, boolean inMock) {
        Set<String> seen = new HashSet<>();
        for (TableValue input : version.tables("inputs", use)) {
            String repository = input.text("repo");
            String set = input.text("set");
            if (repository.isEmpty() == set.isEmpty()) {
                error(
                        repository.isEmpty()
                                ? "The input names neither 'repo' nor 'set'. Add one."
                                : "The input names both 'repo' and 'set'. Remove one.",
                        input.head());
            } else if (set.isEmpty()) {
                use(repository, input.placeOf("repo"), seen, inMock);
            } else if (!merged.sets.containsKey(set)) {
                error(
                        "There is no repository set '" + set + "'. Define it, or correct the name.",
                        input.placeOf("set"));
            } else {
                repositories.namesOf(set).forEach(name -> use(name, input.placeOf("set"), seen, inMock));
            }
        }
    }

    private void use(String name, Place place, Set<String> seen, boolean inMock) {
        if (!seen.add(name)) {
            error("The repository '" + name + "' is an input twice. Remove one.", place);
        }
        RepositorySets.Repository repository = repositories.all().get(name);
        if (repository == null) {
            error("There is no repository '" + name + "'. Define it, or correct the name.", place);
        } else if (inMock && GpgKeys.isLocal(repository.named().table().text("gpg-key"))) {
            error(
                    "The repository '" + name + "' has a local key, which mock cannot see inside its chroot. Give it an"
                            + " http or https URI, or use the repository for images only.",
                    place);
        }
    }

    private void error(String message, Place place) {
        problems.error("distro-input", message, place);
    }

    /** azldev refuses this when it lists packages. */
    private void packagesOfComponents() {
        Map<String, String> seen = new HashMap<>();
        for (Named component : merged.components.values()) {
            if (component.table().at("packages") instanceof TableValue packages) {
                packages.fields()
                        .keySet()
                        .forEach(name -> seen.merge(
                                name, component.name(), (one, other) -> one.compareTo(other) <= 0 ? one : other));
            }
        }
        for (Named component : merged.components.values()) {
            if (component.table().at("packages") instanceof TableValue packages) {
                for (String name : packages.fields().keySet()) {
                    twice(component, name, List.of(seen.get(name)), packages);
                }
            }
        }
    }

    private void twice(Named component, String name, List<String> first, TableValue packages) {
        if (!first.contains(component.name())) {
            problems.error(
                    "package-in-two-components",
                    "The package '" + name + "' is configured under the component '" + first.getFirst()
                            + "' too, so azldev cannot list packages. Leave it in one.",
                    packages.keyPlace(name));
        }
    }
}
