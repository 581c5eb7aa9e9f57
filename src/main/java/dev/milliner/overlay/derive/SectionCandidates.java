package dev.milliner.overlay.derive;

import dev.milliner.overlay.Change;
import dev.milliner.spec.Section;
import dev.milliner.spec.SpecLine;
import dev.milliner.spec.SpecRead;
import java.util.stream.Stream;

/** Removals of sections and sub-packages whose headers are to go. */
final class SectionCandidates {
    private final SpecHunk hunk;

    SectionCandidates(SpecHunk hunk) {
        this.hunk = hunk;
    }

    Stream<Change> all() {
        return hunk.removed().stream()
                .filter(read -> read.line() instanceof SpecLine.Header)
                .map(SpecRead::section)
                .distinct()
                .flatMap(SectionCandidates::removals);
    }

    private static Stream<Change> removals(Section section) {
        Change alone = new Change.RemoveSection(section.name(), section.packageName());
        return section.packageName().isEmpty()
                ? Stream.of(alone)
                : Stream.of(new Change.RemoveSubpackage(section.packageName()), alone);
    }
}
