package dev.milliner.command;

import dev.milliner.build.history.BuildComparison;
import dev.milliner.build.history.BuildDetails;
import dev.milliner.build.history.BuildRecord;
import dev.milliner.build.history.BuildState;
import dev.milliner.ground.Amount;
import dev.milliner.image.ImageDifference.Change;
import dev.milliner.image.ImageDifference.Held;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Builds of the past as text for people. */
final class BuildsText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    private BuildsText() {}

    static void list(List<BuildRecord> builds, PrintWriter out) {
        if (builds.isEmpty()) {
            out.println("Nothing was built yet.");
            return;
        }
        TextTable table =
                new TextTable("BUILD", "OF", "ENGINE", "STARTED", "TOOK", "STATE", "LEVEL", "COMMIT", "PACKAGES");
        for (BuildRecord build : builds) {
            table.row(
                    build.id() + (build.pinned() ? " (pinned)" : ""),
                    build.target(),
                    build.engine(),
                    TIME.format(build.started()),
                    seconds(build.duration()),
                    build.state().word(),
                    build.level().isEmpty() ? "-" : build.level(),
                    build.shortCommit(10).orElse("-") + (build.changes().isEmpty() ? "" : " +changes"),
                    String.valueOf(build.packages()));
        }
        table.print(out);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    static void show(BuildDetails build, PrintWriter out) {
        list(List.of(build.record()), out);
        out.println();
        build.record().farm().ifPresent(farm -> {
            out.println(farm.note() + ", profile " + farm.profile()
                    + (farm.target().isEmpty() ? "" : ", target " + farm.target())
                    + (farm.page().isEmpty() ? "" : ": " + farm.page()));
            if (build.record().state() == BuildState.ON_FARM) {
                out.println(
                        "Watch it with: milliner koji watch " + build.record().id());
            }
        });
        build.problems().forEach(out::println);
        build.artifacts().forEach(one -> out.println(one.path() + "  " + Amount.of(one.size(), "byte")));
        build.stages().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(stage -> out.println(stage.getKey().label() + ": " + seconds(stage.getValue())));
        out.println("The whole log: " + build.record().log());
        if (!build.record().changes().isEmpty()) {
            out.println();
            out.print(build.record().changes());
        }
    }

    static void compare(BuildComparison comparison, PrintWriter out) {
        list(List.of(comparison.before().record(), comparison.after().record()), out);
        out.println();
        TextTable table = new TextTable("PACKAGE", "A", "B", "GROWTH");
        for (Change change : comparison.packages().changes()) {
            table.row(
                    change.name(), version(change.before()), version(change.after()), String.valueOf(change.growth()));
        }
        table.print(out);
        out.println(differ(comparison.packages().changes().size(), "package"));
        comparison.files().ifPresent(files -> {
            out.println();
            TextTable changed = new TextTable("FILE", "GROWTH", "WHAT");
            files.forEach(file -> changed.row(file.path(), String.valueOf(file.growth()), file.what()));
            changed.print(out);
            out.println(differ(files.size(), "file"));
        });
        comparison
                .slower()
                .forEach((stage, time) ->
                        out.printf(Locale.ROOT, "%s: %+.1f s%n", stage.label(), time.toMillis() / 1000.0));
        comparison.warnings().forEach(warning -> out.println("new: " + warning));
    }

    private static String differ(int number, String noun) {
        return Amount.of(number, noun) + Amount.either(number, " differs", " differ");
    }

    private static String version(Optional<Held> held) {
        return held.map(one -> one.nevra().version() + "." + one.nevra().architecture())
                .orElse("-");
    }
}
