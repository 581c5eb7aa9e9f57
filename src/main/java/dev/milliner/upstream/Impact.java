package dev.milliner.upstream;

import dev.milliner.overlay.Sources;
import dev.milliner.spec.Spec;
import dev.milliner.spec.SpecEditException;
import dev.milliner.spec.SpecSummary;
import java.util.ArrayList;
import java.util.List;

/**
 * What overlays mean for the packages that a component builds, by the text of its spec.
 *
 * @param lines what came or went, such as {@code − BuildRequires xen-devel}
 * @param packages how many sub-packages the spec declares in the end, the main one not counted
 */
public record Impact(List<Line> lines, int packages) {
    /**
     * Something that came or went.
     *
     * @param added true where it came
     * @param subject what it is, such as {@code BuildRequires}
     * @param value its value
     */
    public record Line(boolean added, String subject, String value) {}

    /** Compares the sources before and after. */
    public static Impact between(String specName, Sources before, Sources after) {
        SpecSummary old = summary(specName, before);
        SpecSummary now = summary(specName, after);
        List<Line> lines = new ArrayList<>();
        for (String subject : SpecSummary.SUBJECTS) {
            old.beyond(now, subject).forEach(value -> lines.add(new Line(false, subject, value)));
            now.beyond(old, subject).forEach(value -> lines.add(new Line(true, subject, value)));
        }
        return new Impact(List.copyOf(lines), now.values("packages").size());
    }

    private static SpecSummary summary(String specName, Sources sources) {
        try {
            Spec spec =
                    Spec.parse(sources.file(specName).map(file -> file.text()).orElse(""));
            return SpecSummary.of(spec);
        } catch (SpecEditException unreadable) {
            return new SpecSummary(java.util.Map.of());
        }
    }
}
