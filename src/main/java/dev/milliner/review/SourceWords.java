package dev.milliner.review;

import dev.milliner.overlay.FileChange;
import dev.milliner.review.SourceChange.Known;
import dev.milliner.review.SourceChange.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What becomes of prepared sources, in sentences. */
final class SourceWords {
    private SourceWords() {}

    /** The sentences of one component. */
    static List<String> of(SourceChange change) {
        return switch (change) {
            case Unknown unknown -> unknown(unknown);
            case Known known -> known(known);
        };
    }

    private static List<String> unknown(Unknown unknown) {
        String why = "its effect on the sources can't be shown: " + unknown.why();
        return unknown.isRenderedFirst() ? List.of("it was not rendered before, and is now", why) : List.of(why);
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
    private static List<String> leaving(FileChange file) {
        return SpecChange.of(file).stream()
                .map(change -> change.subject() + ":"
                        + (change.gone().isEmpty() ? "" : " − " + Words.some(change.gone()))
                        + (change.come().isEmpty() ? "" : " + " + Words.some(change.come())))
                .toList();
    }
}
