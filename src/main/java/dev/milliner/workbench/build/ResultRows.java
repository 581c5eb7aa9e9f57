package dev.milliner.workbench.build;

import dev.milliner.build.history.BuildDetails;
import dev.milliner.build.history.BuildState;
import dev.milliner.build.run.Artifact;
import dev.milliner.build.run.ImagePackage;
import dev.milliner.level.LevelCounts;
import dev.milliner.level.LevelEvidence;
import dev.milliner.workbench.base.Facts;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What came of a build, row by row. */
final class ResultRows {
    private static final String DISK = "disk";

    /** So many are listed of a package; {@code inspect --files} lists all. */
    private static final int MOST_PROGRAMS = 12;

    private ResultRows() {}

    /**
     * Makes the rows.
     *
     * @param boot boots a disk
     * @param farm puts the results of a farm into a folder
     */
    static List<Node> of(BuildDetails build, Consumer<Artifact> boot, FarmActions farm) {
        List<Node> rows = new ArrayList<>();
        rows.add(Facts.heading(BuildCell.words(build.record().state()).toUpperCase(Locale.ROOT)));
        rows.add(Facts.fact(
                Wording.of("build.result-rows.distro-of"), build.record().target()));
        if (!build.record().root().isEmpty()) {
            rows.add(Facts.fact(
                    Wording.of("build.result-rows.distro"), build.record().root()));
        }
        rows.add(Facts.fact(
                Wording.of("build.result-rows.took"),
                Words.duration(build.record().duration())));
        if (!build.record().level().isEmpty()) {
            rows.add(Facts.fact(
                    Wording.of("build.result-rows.level"),
                    "x86-64-" + build.record().level()));
        }
        build.record().farm().ifPresent(task -> rows.addAll(FarmRows.about(task)));
        build.record()
                .shortCommit(12)
                .ifPresent(commit -> rows.add(Facts.fact(
                        Wording.of("build.result-rows.commit"),
                        commit + (build.record().changes().isEmpty() ? "" : Wording.of("build.result-rows.changes")))));
        for (Artifact artifact : build.artifacts()) {
            rows.add(artifact(artifact, boot));
        }
        if (build.record().farm().isPresent() && !build.artifacts().isEmpty()) {
            rows.add(FarmRows.download(build, farm));
        }
        rows.add(Facts.fact(
                Wording.of("build.result-rows.log"), build.record().log().toString()));
        if (build.record().state() == BuildState.FAILED) {
            build.problems().forEach(problem -> rows.add(Facts.fact(Wording.of("build.result-rows.problem"), problem)));
        }
        if (!build.packages().isEmpty()) {
            packages(rows, build.packages());
        }
        if (!build.record().changes().isEmpty()) {
            rows.add(Facts.heading(Wording.of("build.result-rows.built-these-changes")));
            Label changes = new Label(build.record().changes().strip());
            changes.getStyleClass().add("changes");
            rows.add(Facts.row(changes));
        }
        if (build.record().state() == BuildState.DIED) {
            rows.add(Facts.fact(Wording.of("build.result-rows.note"), Wording.of("build.result-rows.left-cleaned-up")));
        }
        return rows;
    }

    private static Node artifact(Artifact artifact, Consumer<Artifact> boot) {
        String name = artifact.path().getFileName() + "  ·  " + Words.size(artifact.size());
        boolean there = Files.exists(artifact.path());
        if (!artifact.kind().contains(DISK) || !there) {
            return Facts.fact(
                    artifact.kind().replace('_', ' '), there ? name : Wording.of("build.result-rows.gone", name));
        }
        Button button = new Button(Wording.of("build.result-rows.boot-it"));
        button.setId("bootButton");
        button.getStyleClass().setAll("button", "plain-button", "small-button");
        button.setOnAction(event -> boot.accept(artifact));
        return new javafx.scene.layout.VBox(Facts.fact(artifact.kind().replace('_', ' '), name), Facts.row(button));
    }

    private static void packages(List<Node> rows, List<ImagePackage> packages) {
        LevelCounts level =
                LevelCounts.of(packages.stream().map(ImagePackage::level).toList());
        rows.add(Facts.heading("X86-64-V3"));
        for (LevelEvidence rung : LevelEvidence.values()) {
            rows.add(Facts.fact(rung.label(), Wording.counted("count.package", level.count(rung))));
        }
        rows.add(Facts.heading(Wording.of("build.result-rows.packages"), Words.number(packages.size())));
        for (ImagePackage held : packages) {
            rows.add(Facts.fact(
                    held.name(),
                    held.version() + "-" + held.release() + " · " + held.architecture() + " · "
                            + Words.size(held.size()) + " · "
                            + held.level().label()));
            evidence(rows, held);
        }
    }

    /** Why a package is where it is on the ladder, and each of its programs where they are several. */
    private static void evidence(List<Node> rows, ImagePackage held) {
        if (held.level() == LevelEvidence.NOARCH || held.reason().isEmpty()) {
            return;
        }
        rows.add(Facts.fact("", held.level().words() + ": " + held.reason()));
        if (held.programs().size() > 1) {
            held.programs().stream()
                    .limit(MOST_PROGRAMS)
                    .forEach(one -> rows.add(
                            Facts.fact("", one.path() + " · " + one.level().label() + " · " + one.reason())));
            int more = held.programs().size() - MOST_PROGRAMS;
            if (more > 0) {
                rows.add(Facts.fact("", Wording.counted("build.result-rows.more-programs", more)));
            }
        }
    }

    /** What stands where there is no result. */
    static Label none(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("second");
        VBox.setMargin(label, new Insets(14));
        return label;
    }
}
