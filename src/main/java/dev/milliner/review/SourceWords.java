package dev.milliner.review;

import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.SourceFile;
import dev.milliner.review.SourceChange.Known;
import dev.milliner.review.SourceChange.Unknown;
import dev.milliner.spec.SpecSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What becomes of prepared sources, in sentences. */
final class SourceWords {
    private SourceWords() {}

    /** The sentences of one component. */
    static List<String> of(SourceChange change) {
        return switch (change) {
            case Unknown unknown -> List.of("its effect on the sources can't be shown: " + unknown.why());
            case Known known -> known(known);
        };
    }

    private static List<String> known(Known known) {
        List<String> lines = new ArrayList<>();
        known.fault().ifPresent(fault -> lines.add("its sources can't be prepared any more: " + fault));
        if (!known.files().isEmpty()) {
            lines.add("prepared sources, on " + on(known.basis()) + ": "
                    + known.files().stream().map(SourceWords::file).collect(Collectors.joining(", ")));
        } else if (known.fault().isEmpty()) {
            lines.add("no effect on its prepared sources, proved on " + on(known.basis()));
        }
        known.files().stream().flatMap(file -> leaving(file).stream()).forEach(lines::add);
        switch (known.rendering()) {
            case FORGOTTEN -> lines.add("its rendered spec has to be rendered again");
            case OTHERWISE -> lines.add("its rendered spec is not what its definitions give");
            case AS_DEFINED, UNKNOWN -> {}
        }
        return lines;
    }

    private static String on(SourceChange.Basis basis) {
        return switch (basis) {
            case UPSTREAM -> "upstream's sources";
            case LOCAL -> "the local spec";
            case RENDERED -> "the rendered spec before";
        };
    }

    private static String file(FileChange file) {
        String what = file.isNew() ? " new" : file.isGone() ? " gone" : "";
        return file.file() + what + " +" + file.added() + " −" + file.removed();
    }

    /** The sub-packages and dependencies that a spec names otherwise. */
    static List<String> leaving(FileChange file) {
        if (!file.file().endsWith(".spec")) {
            return List.of();
        }
        SpecSummary before = summary(file.before());
        SpecSummary after = summary(file.after());
        List<String> lines = new ArrayList<>();
        for (String subject : List.of("packages", "BuildRequires", "Requires")) {
            String what = subject.equals("packages") ? "sub-packages" : subject;
            List<String> gone = before.beyond(after, subject);
            List<String> come = after.beyond(before, subject);
            if (!gone.isEmpty() || !come.isEmpty()) {
                lines.add(what + ":" + (gone.isEmpty() ? "" : " − " + Words.some(gone))
                        + (come.isEmpty() ? "" : " + " + Words.some(come)));
            }
        }
        return lines;
    }

    private static SpecSummary summary(Optional<SourceFile> file) {
        return file.flatMap(SourceFile::lines).map(SpecSummary::of).orElse(new SpecSummary(Map.of()));
    }
}
