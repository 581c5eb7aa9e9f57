package dev.milliner.workbench.build;

import dev.milliner.build.history.BuildComparison;
import dev.milliner.build.history.FileChange;
import dev.milliner.image.ImageDifference.Change;
import dev.milliner.image.ImageDifference.Held;
import dev.milliner.workbench.base.Facts;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/** Two builds side by side, row by row. */
final class ComparedRows {
    /** More would be slow to lay out, and nobody reads them here. */
    private static final int MOST_FILES = 300;

    private ComparedRows() {}

    static List<Node> of(BuildComparison comparison) {
        List<Node> rows = new ArrayList<>();
        rows.add(Facts.heading(Wording.of(
                "build.compared-rows.against", comparison.before().record().id())));
        long growth = comparison.after().record().size()
                - comparison.before().record().size();
        rows.add(Facts.fact(Wording.of("build.compared-rows.artifacts"), growth(growth)));
        rows.add(Facts.fact(
                Wording.of("build.compared-rows.took"),
                difference(comparison
                        .after()
                        .record()
                        .duration()
                        .minus(comparison.before().record().duration()))));
        comparison.slower().forEach((stage, time) -> rows.add(Facts.fact(stage.label(), difference(time))));
        List<Change> changes = comparison.packages().changes();
        rows.add(Facts.heading(Wording.of("build.compared-rows.packages-differ"), Words.number(changes.size())));
        if (changes.isEmpty()) {
            rows.add(Facts.fact(
                    Wording.of("build.compared-rows.none"), Wording.of("build.compared-rows.both-hold-same")));
        }
        for (Change change : changes) {
            rows.add(Facts.fact(
                    change.name(),
                    change.kind().word() + "  ·  " + version(change.before()) + " → " + version(change.after())
                            + "  ·  " + growth(change.growth())));
        }
        comparison.files().ifPresent(files -> addFiles(rows, files));
        rows.add(Facts.heading(
                Wording.of("build.compared-rows.new-log"),
                Words.number(comparison.warnings().size())));
        if (comparison.warnings().isEmpty()) {
            rows.add(Facts.fact(
                    Wording.of("build.compared-rows.none"), Wording.of("build.compared-rows.no-warning-no")));
        }
        comparison.warnings().forEach(warning -> rows.add(Facts.fact("", warning)));
        return rows;
    }

    private static void addFiles(List<Node> rows, List<FileChange> files) {
        rows.add(Facts.heading(Wording.of("build.compared-rows.files-differ"), Words.number(files.size())));
        if (files.isEmpty()) {
            rows.add(Facts.fact(
                    Wording.of("build.compared-rows.none"), Wording.of("build.compared-rows.both-hold-same-files")));
        }
        files.stream()
                .limit(MOST_FILES)
                .forEach(file -> rows.add(Facts.fact(growth(file.growth()), file.path() + "  ·  " + file.what())));
        if (files.size() > MOST_FILES) {
            rows.add(Facts.fact(
                    Wording.of("build.compared-rows.and-more"),
                    Wording.of(
                            "build.compared-rows.milliner-builds-compare", Words.number(files.size() - MOST_FILES))));
        }
    }

    private static String version(Optional<Held> held) {
        return held.map(one -> one.nevra().version().toString()).orElse("–");
    }

    private static String growth(long bytes) {
        return bytes == 0
                ? Wording.of("build.compared-rows.same-size")
                : (bytes > 0 ? "+" : "−") + Words.size(Math.abs(bytes));
    }

    private static String difference(Duration time) {
        return time.isZero()
                ? Wording.of("build.compared-rows.as-long")
                : (time.isNegative() ? "−" : "+") + Words.duration(time.abs());
    }
}
