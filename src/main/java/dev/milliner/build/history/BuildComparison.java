package dev.milliner.build.history;

import dev.milliner.build.log.AnsiText;
import dev.milliner.build.log.LogIndex;
import dev.milliner.build.log.LogSeverity;
import dev.milliner.build.log.Stage;
import dev.milliner.build.run.ImagePackage;
import dev.milliner.image.ImageDifference;
import dev.milliner.image.ImageDifference.Held;
import dev.milliner.rpm.Nevra;
import dev.milliner.rpm.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Two builds side by side.
 *
 * @param before the first
 * @param after the second
 * @param packages the packages in which they differ
 * @param files the files in which the images differ; empty where one of the builds has left no list of them
 * @param warnings what the second's log warns of, or says is wrong, and the first's does not
 */
public record BuildComparison(
        BuildDetails before,
        BuildDetails after,
        ImageDifference packages,
        Optional<List<FileChange>> files,
        List<String> warnings) {
    private static final int MOST_WARNINGS = 200;

    /** With a list that nobody changes. */
    public BuildComparison {
        files = files.map(List::copyOf);
        warnings = List.copyOf(warnings);
    }

    /** Compares two builds; a log that is gone counts as one without warnings. */
    public static BuildComparison of(BuildDetails before, BuildDetails after) {
        Map<String, String> fresh = warnings(after.record().log());
        fresh.keySet().removeAll(warnings(before.record().log()).keySet());
        return new BuildComparison(
                before,
                after,
                ImageDifference.of(held(before), held(after)),
                FileList.read(before.record().files())
                        .flatMap(first ->
                                FileList.read(after.record().files()).map(second -> FileChange.between(first, second))),
                fresh.values().stream().limit(MOST_WARNINGS).toList());
    }

    private static List<Held> held(BuildDetails build) {
        return build.packages().stream().map(BuildComparison::held).toList();
    }

    private static Held held(ImagePackage one) {
        Nevra nevra = new Nevra(one.name(), new Version(0, one.version(), one.release()), one.architecture());
        return new Held(nevra, one.size(), one.name());
    }

    /** How much longer each stage took in the second build; without those that only one of them has. */
    public Map<Stage, Duration> slower() {
        Map<Stage, Duration> slower = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            Duration first = before.stages().get(stage);
            Duration second = after.stages().get(stage);
            if (first != null && second != null) {
                slower.put(stage, second.minus(first));
            }
        }
        return slower;
    }

    /** Warnings by what they say apart from numbers and paths, which differ from build to build. */
    private static Map<String, String> warnings(Path log) {
        Map<String, String> all = new LinkedHashMap<>();
        if (!Files.exists(log)) {
            return all;
        }
        try (LogIndex index = LogIndex.open(log)) {
            index.grow();
            for (LogSeverity severity : List.of(LogSeverity.ERROR, LogSeverity.WARNING)) {
                for (int line : lines(index, severity)) {
                    String text = AnsiText.plain(index.block((line - 1) / LogIndex.BLOCK)
                            .get((line - 1) % LogIndex.BLOCK)
                            .text());
                    all.putIfAbsent(text.replaceAll("/\\S+", "/").replaceAll("[0-9]+", "0"), text);
                }
            }
        } catch (IOException unreadable) {
            // What could be read is compared.
        }
        return all;
    }

    private static Set<Integer> lines(LogIndex index, LogSeverity severity) {
        Set<Integer> lines = new LinkedHashSet<>();
        for (int line = index.next(severity, 0);
                line > 0 && lines.size() < 10 * MOST_WARNINGS && lines.add(line);
                line = index.next(severity, line)) {
            // The next goes round to the first, which ends it.
        }
        return lines;
    }
}
