package dev.milliner.upstream;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Rebases all components with overlays, one after the other. */
public final class RebaseRun {
    private RebaseRun() {}

    /** Hears of each component that is done. */
    @FunctionalInterface
    public interface Progress {
        /**
         * A component is done.
         *
         * @param report how it fares
         * @param done how many are done, this one included
         * @param total how many there are
         */
        void done(Rebase.Report report, int done, int total);
    }

    /**
     * Rebases the components that come from the version's distro and have overlays.
     *
     * @param cancelled asked before each component; true ends the run
     * @return what was done until the end
     */
    public static List<Rebase.Report> all(
            Distro distro, UpstreamVersion version, Progress progress, BooleanSupplier cancelled) {
        List<Component> components = distro.components().values().stream()
                .filter(component ->
                        !component.isLocal() && !component.overlays().isEmpty())
                .filter(component ->
                        component.spec().upstreamDistro().orElse(distro.name()).equals(version.distro()))
                .toList();
        List<Rebase.Report> reports = new ArrayList<>();
        for (Component component : components) {
            if (cancelled.getAsBoolean()) {
                break;
            }
            Rebase.Report report = Rebase.of(distro, component, version);
            reports.add(report);
            progress.done(report, reports.size(), components.size());
        }
        return List.copyOf(reports);
    }
}
