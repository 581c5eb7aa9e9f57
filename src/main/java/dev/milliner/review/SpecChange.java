package dev.milliner.review;

import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.SourceFile;
import dev.milliner.spec.SpecSummary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a spec's text names otherwise.
 *
 * @param subject {@code sub-packages}, {@code BuildRequires} or {@code Requires}
 * @param gone what is named no more, with the sub-package in front where there is one
 * @param come what is named besides
 */
record SpecChange(String subject, List<String> gone, List<String> come) {
    static final String SUB_PACKAGES = "sub-packages";

    /** What differs in a file; nothing where it is no spec. */
    static List<SpecChange> of(FileChange file) {
        if (!file.file().endsWith(".spec")) {
            return List.of();
        }
        SpecSummary before = summary(file.before());
        SpecSummary after = summary(file.after());
        return Stream.of("packages", "BuildRequires", "Requires")
                .map(subject -> new SpecChange(
                        subject.equals("packages") ? SUB_PACKAGES : subject,
                        before.beyond(after, subject),
                        after.beyond(before, subject)))
                .filter(change -> !change.gone().isEmpty() || !change.come().isEmpty())
                .toList();
    }

    private static SpecSummary summary(Optional<SourceFile> file) {
        return file.flatMap(SourceFile::lines).map(SpecSummary::of).orElse(new SpecSummary(Map.of()));
    }
}
