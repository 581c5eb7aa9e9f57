package dev.milliner.upstream;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Rebases all components with overlays, a few at a time. */
public final class RebaseRun {
    private RebaseRun() {}

    /**
     * Rebases the components that come from the version's distro and have overlays.
     *
     * @param progress hears of each, in the order in which they are done
     * @param cancelled true ends the run, at once
     * @return what was done until the end, by name
     */
    public static List<RebaseReport> all(
            Distro distro,
            UpstreamVersion version,
            SideBySide.Progress<RebaseReport> progress,
            BooleanSupplier cancelled) {
        List<Component> components = distro.components().values().stream()
                .filter(component -> !component.isLocal() && component.hasOverlays())
                .filter(component ->
                        component.spec().upstreamDistro().orElse(distro.name()).equals(version.distro()))
                .toList();
        return SideBySide.all(components, component -> Rebase.of(distro, component, version), progress, cancelled)
                .stream()
                .sorted(Comparator.comparing(RebaseReport::component))
                .toList();
    }
}
