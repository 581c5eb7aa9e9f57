package dev.milliner.image;

import dev.milliner.image.KiwiItem.Kind;
import dev.milliner.rpm.RepositoryMetadata;
import dev.milliner.solve.ArchitecturePolicy;
import dev.milliner.solve.DnfGeneration;
import dev.milliner.solve.DnfSettings;
import dev.milliner.solve.SolvePhase;
import dev.milliner.solve.SolveRequest;
import dev.milliner.solve.comps.PackageType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The solver's request that stands for what KIWI does with a selection. */
record PackageRequest(List<Phase> phases, List<SolvePhase> installs) {
    static PackageRequest of(KiwiSelection selection, Set<String> left) {
        List<String> bootstrap = new ArrayList<>(selection.packages(Phase.BOOTSTRAP));
        List<String> image = new ArrayList<>(selection.packages(Phase.IMAGE));
        bootstrap.removeAll(left);
        image.removeAll(left);
        List<Phase> phases = new ArrayList<>();
        List<SolvePhase> installs = new ArrayList<>();
        if (!bootstrap.isEmpty()) {
            phases.add(Phase.BOOTSTRAP);
            installs.add(phase(selection, Phase.BOOTSTRAP, bootstrap, List.of(), left));
        }
        List<String> removed = names(selection.removed(true));
        if (!image.isEmpty()
                || !removed.isEmpty()
                || !selection.items(Phase.IMAGE, Kind.COLLECTION).isEmpty()) {
            phases.add(Phase.IMAGE);
            installs.add(phase(selection, Phase.IMAGE, image, removed, left));
        }
        return new PackageRequest(phases, installs);
    }

    /** The same with one package more, where packages are installed last. */
    PackageRequest with(String name) {
        if (installs.isEmpty()) {
            return this;
        }
        List<SolvePhase> more = new ArrayList<>(installs);
        SolvePhase last = more.removeLast();
        List<String> install = Stream.concat(last.install().stream(), Stream.of(name))
                .distinct()
                .sorted()
                .toList();
        more.add(new SolvePhase(install, last.exclude(), last.remove(), last.weak(), last.settings()));
        return new PackageRequest(phases, more);
    }

    private static SolvePhase phase(
            KiwiSelection selection, Phase phase, List<String> names, List<String> removed, Set<String> left) {
        List<String> install = new ArrayList<>(names);
        selection.items(phase, Kind.COLLECTION).stream()
                .map(KiwiItem::argument)
                .filter(collection -> !left.contains(collection))
                .forEach(install::add);
        // KIWI sorts them.
        return new SolvePhase(
                install.stream().distinct().sorted().toList(),
                names(selection.items(phase, Kind.IGNORE)),
                removed,
                selection.isWeak(phase),
                settings(selection, phase, left));
    }

    /** KIWI switches modules on and off before the bootstrap, by the lines of its sections alone; they stay so. */
    private static DnfSettings settings(KiwiSelection selection, Phase phase, Set<String> left) {
        boolean newer = selection.packageManagerName().equals("dnf5");
        return new DnfSettings(
                newer ? DnfGeneration.DNF5 : DnfGeneration.DNF4,
                true,
                newer && !selection.isWeak(phase) ? Set.of(PackageType.MANDATORY) : DnfSettings.USUAL_TYPES,
                List.of(),
                without(left, names(selection.items(Phase.BOOTSTRAP, Kind.MODULE))),
                without(left, names(selection.items(Phase.BOOTSTRAP, Kind.NO_MODULE))));
    }

    private static List<String> without(Set<String> left, List<String> names) {
        names.removeAll(left);
        return names;
    }

    private static List<String> names(List<KiwiItem> items) {
        return new ArrayList<>(items.stream().map(KiwiItem::name).toList());
    }

    SolveRequest solve(List<RepositoryMetadata> repositories, ArchitecturePolicy policy, SolveRequest.Detail detail) {
        return new SolveRequest(repositories, policy, installs, detail);
    }
}
