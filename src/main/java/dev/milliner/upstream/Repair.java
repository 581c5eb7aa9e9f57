package dev.milliner.upstream;

import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.OverlayException;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import dev.milliner.overlay.derive.Derivation;
import dev.milliner.overlay.derive.Derived;
import dev.milliner.overlay.derive.ThreeWay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * New overlays in place of one that fails on another version of upstream: what it does now is brought to the sources there by
 * git's merge of three texts, and overlays are derived from that.
 *
 * @param derived the overlays; none where all of what it did is uncertain
 * @param uncertain what of it does not fit there and was left out, in words
 */
public record Repair(Derived derived, List<String> uncertain) {
    /**
     * Repairs one overlay.
     *
     * @param now what it does to the present version
     * @param there what those that do not fail do on the other version
     * @return empty where azldev refuses the sources there
     */
    static Optional<Repair> of(OverlayEffect now, OverlaidComponent there) {
        try {
            String specName = there.component().name() + ".spec";
            return Optional.of(of(now, there.leftBefore(now.number()), specName));
        } catch (OverlayException refused) {
            return Optional.empty();
        }
    }

    private static Repair of(OverlayEffect now, Sources there, String specName) {
        ThreeWay merged = ThreeWay.of(side(now, true), side(now, false), there);
        Derived derived = Derivation.between(specName, there, merged.merged());
        List<String> uncertain = new ArrayList<>(merged.conflicts());
        derived.rest().forEach(rest -> uncertain.add("no overlay reaches what is to become of " + rest.file()));
        return new Repair(derived, List.copyOf(uncertain));
    }

    /** The files that it changes, as they are before it or after it. */
    private static Sources side(OverlayEffect effect, boolean before) {
        TreeMap<String, SourceFile> files = new TreeMap<>();
        for (FileChange change : effect.changes()) {
            (before ? change.before() : change.after()).ifPresent(file -> files.put(change.file(), file));
        }
        return new Sources(files);
    }
}
