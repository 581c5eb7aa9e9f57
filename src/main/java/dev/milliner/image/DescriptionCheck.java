package dev.milliner.image;

import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.image.KiwiItem.Kind;
import dev.milliner.solve.SolveProblem;
import dev.milliner.text.NearNames;
import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what is wrong with what of a description counts. */
final class DescriptionCheck {
    private final KiwiSelection selection;
    private final Place imagePlace;
    private final List<Problem> problems = new ArrayList<>();

    private DescriptionCheck(KiwiSelection selection, Place imagePlace) {
        this.selection = selection;
        this.imagePlace = imagePlace;
    }

    /**
     * What is wrong with a selection.
     *
     * @param imagePlace where the profiles are chosen, for what has no better place
     */
    static List<Problem> of(KiwiSelection selection, Place imagePlace) {
        DescriptionCheck check = new DescriptionCheck(selection, imagePlace);
        check.profiles();
        if (selection.unknownProfiles().isEmpty()) {
            check.types();
            check.packages();
            check.repositories();
        }
        return check.problems;
    }

    /** That the image's packages are installed by rules that are not modelled. */
    static Optional<Problem> foreignManager(KiwiSelection selection) {
        return selection
                .writtenManager()
                .filter(manager -> !manager.isDnf())
                .map(manager -> new Problem(
                        Severity.ERROR,
                        "kiwi-package-manager",
                        "The image is installed by " + manager.name()
                                + ", whose rules are not DNF's, so what it would hold can't be told here. Previews are for dnf4,"
                                + " dnf5 and microdnf.",
                        manager.place()));
    }

    private void profiles() {
        for (String name : selection.unknownProfiles()) {
            Optional<Place> required = selection.requirement(name);
            String known = String.join(", ", selection.knownProfiles());
            String question = NearNames.question(selection.knownProfiles(), name);
            add(
                    Severity.ERROR,
                    "kiwi-profile",
                    "The description has no profile '" + name + "' for " + selection.architecture()
                            + (required.isPresent() ? ", which another requires" : "") + ". "
                            + (known.isEmpty() ? "It has none." : "It has " + known + ".")
                            + (question.isEmpty() ? "" : " " + question),
                    required.orElse(imagePlace));
        }
    }

    private void types() {
        if (selection.buildType().isEmpty()) {
            add(
                    Severity.ERROR,
                    "kiwi-no-type",
                    "No <type> of the description counts for this profile, so KIWI has nothing to build. Add one, or name"
                            + " a profile that has one.",
                    imagePlace);
            return;
        }
        problems.addAll(TypeCheck.of(selection, selection.buildType().get()));
        Map<String, KiwiBuildType> first = new HashMap<>();
        for (KiwiBuildType type : selection.types()) {
            KiwiBuildType before = first.putIfAbsent(type.image(), type);
            if (before != null) {
                add(
                        Severity.ERROR,
                        "kiwi-repeated-type",
                        "The type \"" + type.image() + "\" counts twice, also in line "
                                + before.place().range().line()
                                + ", and KIWI refuses that. Limit each to a profile of its own.",
                        type.place());
            }
        }
        if (selection.version().isBlank()) {
            add(
                    Severity.ERROR,
                    "kiwi-no-version",
                    "No <version> of the description counts for this profile, and KIWI refuses that. Add one to"
                            + " <preferences>, such as <version>1.0.0</version>.",
                    selection.buildType().get().place());
        }
    }

    private void packages() {
        for (Phase phase : Phase.values()) {
            repeated(phase);
            ignored(phase);
            unmodelled(phase);
        }
        if (selection.items(Phase.BOOTSTRAP, Kind.PACKAGE).isEmpty()) {
            add(
                    Severity.WARNING,
                    "kiwi-no-bootstrap",
                    "No bootstrap packages count for this profile, so KIWI has no package manager in the root.",
                    imagePlace);
        }
    }

    /** Such a script may leave packages out of a repository, or set for it what DNF has rules for. */
    private void repositories() {
        for (KiwiRepository one : selection.repositories()) {
            if (!one.customize().isEmpty() && !one.onlyInImage()) {
                add(
                        Severity.WARNING,
                        "kiwi-customized-repository",
                        "The script '" + one.customize() + "' changes what DNF reads of the repository '" + one.alias()
                                + "', so what the image would hold is told without what it does.",
                        one.place());
            }
        }
    }

    private void repeated(Phase phase) {
        Map<String, KiwiItem> first = new HashMap<>();
        for (KiwiItem item : selection.items(phase, Kind.PACKAGE)) {
            KiwiItem before = first.putIfAbsent(item.name(), item);
            if (before != null) {
                add(
                        Severity.WARNING,
                        "kiwi-repeated-package",
                        "'" + item.name() + "' is already asked for in line "
                                + before.place().range().line() + ". Remove one of the two.",
                        item.place());
            }
        }
    }

    private void ignored(Phase phase) {
        Set<String> ignored = new HashSet<>();
        selection.items(phase, Kind.IGNORE).forEach(item -> ignored.add(item.name()));
        for (KiwiItem item : selection.items(phase, Kind.PACKAGE)) {
            if (ignored.contains(item.name())) {
                add(
                        Severity.ERROR,
                        "kiwi-shadowed-package",
                        "'" + item.name() + "' is asked for and ignored at once, which fails. Remove one of the two.",
                        item.place());
            }
        }
    }

    private void unmodelled(Phase phase) {
        for (KiwiItem item : selection.items(phase, Kind.PRODUCT)) {
            add(
                    Severity.WARNING,
                    "kiwi-product",
                    "The product '" + item.name() + "' brings nothing: only zypper knows products.",
                    item.place());
        }
    }

    private void add(Severity severity, String code, String message, Place place) {
        problems.add(new Problem(severity, code, message, place));
    }

    /** The problems of a name that no repository has, or that something hides: one for each line that asks for it. */
    static List<Problem> unknown(KiwiSelection selection, String name, SolveProblem problem, Place imagePlace) {
        String near =
                problem.solutions().isEmpty() ? "" : " Near it are " + String.join(", ", problem.solutions()) + ".";
        boolean missing = problem.message().startsWith("No match");
        List<Problem> problems = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            for (Kind kind : List.of(Kind.PACKAGE, Kind.COLLECTION, Kind.MODULE, Kind.NO_MODULE)) {
                for (KiwiItem item : selection.items(phase, kind)) {
                    if (item.argument().equals(name)) {
                        problems.add(new Problem(
                                Severity.ERROR,
                                code(kind),
                                missing
                                        ? "No repository has a package '" + name + "'." + near
                                        : problem.message() + near,
                                item.place()));
                    }
                }
            }
        }
        if (problems.isEmpty()) {
            problems.add(new Problem(
                    Severity.ERROR,
                    "kiwi-unknown-package",
                    "No repository has the package manager '" + name + "', which KIWI adds by itself." + near,
                    imagePlace));
        }
        return problems;
    }

    private static String code(Kind kind) {
        return switch (kind) {
            case COLLECTION -> "kiwi-unknown-collection";
            case MODULE, NO_MODULE -> "kiwi-unknown-module";
            case PACKAGE, IGNORE, PRODUCT -> "kiwi-unknown-package";
        };
    }
}
