package dev.milliner.refactor;

import dev.milliner.distro.Component;
import dev.milliner.distro.Difference;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.overlay.Change;
import dev.milliner.overlay.OverlayException;
import dev.milliner.overlay.derive.OverlayTable;
import dev.milliner.source.CommitTree;
import dev.milliner.upstream.Rebase;
import dev.milliner.upstream.RebaseOutcome;
import dev.milliner.upstream.RebaseReport;
import dev.milliner.upstream.RebasedOverlay;
import dev.milliner.upstream.Repair;
import dev.milliner.upstream.UpstreamVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts, in place of each overlay that fails on another version of upstream, overlays that do there what it does on the
 * version it was written for.
 *
 * @param component its name
 * @param version the other version; empty for the one that the component takes now, held against the last commit's
 */
public record RepairOverlays(String component, Optional<String> version) implements Refactoring {
    @Override
    public String title() {
        return "Repair the overlays of '" + component + "'"
                + version.map(other -> " for " + other).orElse(" after the last commit");
    }

    @Override
    public Outcome make(Draft draft) throws Obstacle {
        Component known = Sought.component(draft.distro(), component);
        List<RebasedOverlay> failing = failing(draft.distro(), known);
        List<String> remarks = new ArrayList<>();
        int more = 0;
        // From the last to the first, so that the lines above stay where they are.
        for (RebasedOverlay overlay : failing.reversed()) {
            more += repair(draft, overlay, remarks) - 1;
        }
        int overlays = known.overlays().size() + more;
        return Outcome.of(Set.of(Difference.changed("components", component)))
                .saying(remarks.reversed())
                .held(after -> fault(after, overlays));
    }

    private List<RebasedOverlay> failing(Distro distro, Component known) throws Obstacle {
        RebaseReport report = report(distro, known);
        if (!report.unavailable().isEmpty()) {
            throw new Obstacle(report.unavailable());
        }
        if (!report.already().isEmpty()) {
            throw new Obstacle(
                    "The overlays fail on the version they are written for already, so what they mean is not known: "
                            + report.already());
        }
        List<RebasedOverlay> failing = report.overlays().stream()
                .filter(one -> one.outcome() == RebaseOutcome.FAILS)
                .toList();
        if (failing.isEmpty()) {
            throw new Obstacle("No overlay of '" + component + "' fails there, so nothing is to be repaired.");
        }
        return failing;
    }

    private RebaseReport report(Distro distro, Component known) throws Obstacle {
        if (version.isPresent()) {
            return Rebase.of(distro, known, UpstreamVersion.of(version.get(), distro, known));
        }
        try (CommitTree committed =
                CommitTree.open(distro.tree().root(), "HEAD", distro.tree().outsideFiles())) {
            return Rebase.since(new DistroLoader().load(committed), distro, known);
        } catch (IOException none) {
            throw new Obstacle("The last commit can't be read, so name a version of upstream: " + none.getMessage());
        }
    }

    /** Repairs one, and tells how many stand in its place. */
    private int repair(Draft draft, RebasedOverlay overlay, List<String> remarks) throws Obstacle {
        String which = "The " + overlay.now().overlay().type() + " in line "
                + overlay.there().overlay().place().range().line() + " of "
                + overlay.there().overlay().place().file();
        Repair repair =
                overlay.repair().orElseThrow(() -> new Obstacle(which + " can't be repaired: " + overlay.why()));
        if (repair.derived().changes().isEmpty()) {
            throw new Obstacle(which + " can't be repaired: " + String.join(", ", repair.uncertain()) + ".");
        }
        try {
            OverlayTable before = OverlayTable.of(Change.of(overlay.there().overlay()));
            List<OverlayTable> now =
                    repair.derived().changes().stream().map(OverlayTable::of).toList();
            OverlayRewriting.of(draft, overlay.there().overlay()).write(before, now);
            remarks.add(which + " becomes " + words(now) + ".");
            repair.uncertain().forEach(words -> remarks.add(which + ", to be seen to: " + words + "."));
            return now.size();
        } catch (OverlayException unknownKind) {
            throw new Obstacle(unknownKind.reason());
        }
    }

    private static String words(List<OverlayTable> tables) {
        return "a "
                + String.join(
                        " and a ", tables.stream().map(one -> one.kind().word()).toList());
    }

    /** None fails there any more. */
    private Optional<String> fault(Distro after, int overlays) {
        Component now = after.components().get(component);
        if (now == null || now.overlays().size() != overlays) {
            return Optional.of(
                    "Nothing is changed, as the overlays would not stand where those are that they replace.");
        }
        return Rebase.fault(after, now, version.map(other -> UpstreamVersion.of(other, after, now)))
                .map(fault -> "Nothing is changed, as an overlay would still fail there: " + fault);
    }
}
