package dev.milliner.image;

import dev.milliner.image.KiwiItem.Kind;
import dev.milliner.rpm.RepositoryMetadata;
import dev.milliner.solve.ArchitecturePolicy;
import dev.milliner.solve.SolvePhase;
import dev.milliner.solve.SolveRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
            installs.add(phase(selection, Phase.BOOTSTRAP, bootstrap, List.of()));
        }
        List<String> removed = names(selection.removed(true));
        if (!image.isEmpty() || !removed.isEmpty()) {
            phases.add(Phase.IMAGE);
            installs.add(phase(selection, Phase.IMAGE, image, removed));
        }
        return new PackageRequest(phases, installs);
    }

    private static SolvePhase phase(KiwiSelection selection, Phase phase, List<String> names, List<String> removed) {
        // KIWI sorts them.
        return new SolvePhase(
                names.stream().sorted().toList(),
                names(selection.items(phase, Kind.IGNORE)),
                removed,
                selection.isWeak(phase));
    }

    private static List<String> names(List<KiwiItem> items) {
        return new ArrayList<>(items.stream().map(KiwiItem::name).toList());
    }

    SolveRequest solve(List<RepositoryMetadata> repositories, ArchitecturePolicy policy, SolveRequest.Detail detail) {
        return new SolveRequest(repositories, policy, installs, detail);
    }
}
