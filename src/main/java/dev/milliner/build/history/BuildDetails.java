package dev.milliner.build.history;

import dev.milliner.build.log.Stage;
import dev.milliner.build.run.Artifact;
import dev.milliner.build.run.ImagePackage;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * All that is remembered of a build.
 *
 * @param record the build
 * @param stages how long each stage took
 * @param packages what it made or put into the image, by name
 * @param artifacts what it made; the files may be gone since
 * @param problems what went wrong, in sentences
 */
public record BuildDetails(
        BuildRecord record,
        Map<Stage, Duration> stages,
        List<ImagePackage> packages,
        List<Artifact> artifacts,
        List<String> problems) {
    /** With values that nobody changes. */
    public BuildDetails {
        stages = Map.copyOf(stages);
        packages = List.copyOf(packages);
        artifacts = List.copyOf(artifacts);
        problems = List.copyOf(problems);
    }
}
