package dev.milliner.upstream;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Faults;
import dev.milliner.distro.Overlay;
import dev.milliner.distro.OverlayKind;
import dev.milliner.distro.Problem;
import dev.milliner.overlay.Change;
import dev.milliner.overlay.OverlayException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a component's overlays do on another version of upstream, beside what they do now. */
public final class Rebase {
    private Rebase() {}

    /** Applies a component's overlays to another version of upstream. May go to the network. */
    public static RebaseReport of(Distro distro, Component component, UpstreamVersion version) {
        List<Problem> faults = Faults.of(distro, component);
        if (!faults.isEmpty()) {
            return RebaseReport.unavailable(component.name(), "There is an error in what it needs: " + words(faults));
        }
        if (component.isLocal()) {
            return RebaseReport.unavailable(
                    component.name(), "Its spec is local, so upstream's version does not matter.");
        }
        try {
            FoundSources present = FoundSources.of(distro, component);
            if (!present.origin().isTrue()) {
                return RebaseReport.outOfReach(component.name(), present.why().orElse(""));
            }
            OverlaidComponent now = OverlaidComponent.of(distro, component, present);
            OverlaidComponent there = OverlaidComponent.leavingOutFailures(
                    distro, component, FoundSources.of(distro, component, version));
            return report(now, there);
        } catch (SourceUnavailableException unavailable) {
            return RebaseReport.unavailable(component.name(), unavailable);
        }
    }

    /**
     * Applies a component's overlays to the version of upstream that it takes now, beside what they did to the one that it took
     * before. Nothing is fetched.
     *
     * @param before a state of the distro in which they applied
     * @param distro the present state
     * @param component the component in it
     */
    public static RebaseReport since(Distro before, Distro distro, Component component) {
        Component then = before.components().get(component.name());
        if (then == null || !sameOverlays(then, component)) {
            return RebaseReport.unavailable(
                    component.name(),
                    "Its overlays were others in the last commit, so what they are to do is not known. Name a version of upstream.");
        }
        try {
            OverlaidComponent now = OverlaidComponent.of(before, then, asTheyCome(before, then));
            OverlaidComponent there =
                    OverlaidComponent.leavingOutFailures(distro, component, asTheyCome(distro, component));
            return report(now, there);
        } catch (SourceUnavailableException unavailable) {
            return RebaseReport.unavailable(component.name(), unavailable);
        }
    }

    private static FoundSources asTheyCome(Distro distro, Component component) throws SourceUnavailableException {
        return FoundSources.asTheyComeAtHand(distro, component)
                .orElseThrow(() -> SourceUnavailableException.outOfReach(
                        "The sources of " + component.name()
                                + " were not fetched yet, so nothing is known of what they do there. Fetch them first.",
                        null));
    }

    private static boolean sameOverlays(Component before, Component now) {
        return before.overlays().stream()
                .map(Rebase::said)
                .toList()
                .equals(now.overlays().stream().map(Rebase::said).toList());
    }

    /** What an overlay does, wherever it is written. */
    private static Optional<Change> said(Overlay overlay) {
        try {
            return Optional.of(Change.of(overlay));
        } catch (OverlayException unknownKind) {
            return Optional.empty();
        }
    }

    /**
     * What fails first where a component's overlays are applied, or empty.
     *
     * @param version another version of upstream than the one that the component takes
     */
    public static Optional<String> fault(Distro distro, Component component, Optional<UpstreamVersion> version) {
        try {
            FoundSources found = version.isPresent()
                    ? FoundSources.of(distro, component, version.get())
                    : asTheyCome(distro, component);
            return OverlaidComponent.of(distro, component, found).application().fault();
        } catch (SourceUnavailableException unavailable) {
            return Optional.of(unavailable.reason());
        }
    }

    private static RebaseReport report(OverlaidComponent now, OverlaidComponent there) {
        return new RebaseReport(
                now.component().name(),
                compare(now, there),
                "",
                false,
                now.application().fault().orElse(""));
    }

    private static List<RebasedOverlay> compare(OverlaidComponent now, OverlaidComponent there) {
        List<RebasedOverlay> overlays = new ArrayList<>();
        for (int i = 0; i < now.effects().size(); i++) {
            overlays.add(compare(now.effects().get(i), there.effects().get(i), there));
        }
        return List.copyOf(overlays);
    }

    private static RebasedOverlay compare(OverlayEffect now, OverlayEffect there, OverlaidComponent other) {
        if (!there.isReached()) {
            return new RebasedOverlay(now, there, RebaseOutcome.NOT_REACHED, "an earlier overlay fails");
        }
        boolean didSomething = now.isReached() && !now.changes().isEmpty();
        String sign = didSomething ? sign(there, other) : "";
        if (there.error().isPresent()) {
            return sign.isEmpty()
                    ? new RebasedOverlay(
                            now,
                            there,
                            RebaseOutcome.FAILS,
                            there.error().get(),
                            didSomething ? Repair.of(now, other) : Optional.empty())
                    : new RebasedOverlay(now, there, RebaseOutcome.NO_LONGER_NEEDED, has(sign));
        }
        if (there.changes().isEmpty() && didSomething) {
            return new RebasedOverlay(now, there, RebaseOutcome.NO_LONGER_NEEDED, "upstream has it");
        }
        if (!sign.isEmpty() && now.overlay().is(OverlayKind.SPEC_ADD_TAG::equals)) {
            return new RebasedOverlay(now, there, RebaseOutcome.NO_LONGER_NEEDED, has(sign));
        }
        boolean same = now.added() == there.added()
                && now.removed() == there.removed()
                && now.changes().size() == there.changes().size();
        return same
                ? new RebasedOverlay(now, there, RebaseOutcome.STILL_APPLIES, "")
                : new RebasedOverlay(
                        now, there, RebaseOutcome.CHANGED, words(now) + " now, " + words(there) + " there");
    }

    /** A sign in the other upstream's own files that it already has what the overlay brings. */
    private static String sign(OverlayEffect there, OverlaidComponent other) {
        return RenderedEvidence.in(other.found().sources(), other.component().name() + ".spec")
                .of(there.overlay())
                .map(text -> text.replace("rendered spec", "spec").replace("rendered sources", "sources"))
                .orElse("");
    }

    private static String has(String sign) {
        return sign.startsWith("gone") ? "it is gone there already" : "upstream has it, " + sign;
    }

    private static String words(List<Problem> faults) {
        return faults.stream()
                .map(fault -> fault.place().file() + ":" + fault.place().range().line() + ": " + fault.message())
                .collect(Collectors.joining(" "));
    }

    private static String words(OverlayEffect effect) {
        return "+" + effect.added() + " −" + effect.removed();
    }
}
