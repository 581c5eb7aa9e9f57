package dev.milliner.image;

import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.image.KiwiItem.Kind;
import dev.milliner.solve.SolveProblem;
import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what is wrong with a description's package lists. */
final class DescriptionCheck {
    private DescriptionCheck() {}

    static List<Problem> of(
            KiwiDocument document, KiwiSelection selection, Optional<String> profile, Place imagePlace) {
        List<Problem> problems = new ArrayList<>();
        Set<String> known = new HashSet<>();
        document.profiles().forEach(one -> known.add(one.name()));
        profile.filter(name -> !known.contains(name))
                .ifPresent(name -> problems.add(new Problem(
                        Severity.ERROR,
                        "kiwi-profile",
                        "The description has no profile '" + name + "'; it has " + String.join(", ", known) + ".",
                        imagePlace)));
        for (Phase phase : Phase.values()) {
            repeated(selection, phase, problems);
            ignored(selection, phase, problems);
            for (KiwiItem item : selection.items(phase, Kind.COLLECTION)) {
                problems.add(new Problem(
                        Severity.WARNING,
                        "kiwi-collection",
                        "The packages of the collection '" + item.name()
                                + "' are not shown: its definition is not read.",
                        item.place()));
            }
        }
        if (selection.items(Phase.BOOTSTRAP, Kind.PACKAGE).isEmpty()) {
            problems.add(new Problem(
                    Severity.WARNING,
                    "kiwi-no-bootstrap",
                    "No bootstrap packages count for this profile, so KIWI has no package manager in the root.",
                    imagePlace));
        }
        return problems;
    }

    private static void repeated(KiwiSelection selection, Phase phase, List<Problem> problems) {
        Map<String, KiwiItem> first = new HashMap<>();
        for (KiwiItem item : selection.items(phase, Kind.PACKAGE)) {
            KiwiItem before = first.putIfAbsent(item.name(), item);
            if (before != null) {
                problems.add(new Problem(
                        Severity.WARNING,
                        "kiwi-repeated-package",
                        "'" + item.name() + "' is already asked for in line "
                                + before.place().range().line() + ". Remove one of the two.",
                        item.place()));
            }
        }
    }

    private static void ignored(KiwiSelection selection, Phase phase, List<Problem> problems) {
        Set<String> ignored = new HashSet<>();
        selection.items(phase, Kind.IGNORE).forEach(item -> ignored.add(item.name()));
        for (KiwiItem item : selection.items(phase, Kind.PACKAGE)) {
            if (ignored.contains(item.name())) {
                problems.add(new Problem(
                        Severity.ERROR,
                        "kiwi-shadowed-package",
                        "'" + item.name() + "' is asked for and ignored at once, which fails. Remove one of the two.",
                        item.place()));
            }
        }
    }

    /** The problems of a name that no repository has: one for each line that asks for it. */
    static List<Problem> unknown(KiwiSelection selection, String name, SolveProblem problem, Place imagePlace) {
        String near =
                problem.solutions().isEmpty() ? "" : " Near it are " + String.join(", ", problem.solutions()) + ".";
        List<Problem> problems = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            for (KiwiItem item : selection.items(phase, Kind.PACKAGE)) {
                if (item.name().equals(name)) {
                    problems.add(new Problem(
                            Severity.ERROR,
                            "kiwi-unknown-package",
                            "No repository has a package '" + name + "'." + near,
                            item.place()));
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
}
