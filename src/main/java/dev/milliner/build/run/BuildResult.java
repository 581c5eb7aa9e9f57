package dev.milliner.build.run;

import dev.milliner.build.explain.Explanation;
import dev.milliner.level.LevelCounts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of a build.
 *
 * @param id the build's name, also its folder's
 * @param target the name of what was built
 * @param outcome how it ended
 * @param started when it began
 * @param duration how long it took
 * @param artifacts what it made, the image or the packages first; empty unless it succeeded
 * @param packages what the image holds, or what was made, by name; empty unless it succeeded
 * @param level how far the image is x86-64-v3
 * @param problems why it failed, or where what was built is not as foreseen or as the distro says
 * @param log the whole log
 * @param explanation what the log tells of why a tool failed; its lines are the log's; empty where none did
 */
public record BuildResult(
        String id,
        String target,
        Outcome outcome,
        Instant started,
        Duration duration,
        List<Artifact> artifacts,
        List<ImagePackage> packages,
        LevelCounts level,
        List<BuildEvent.ProblemFound> problems,
        Path log,
        Optional<Explanation> explanation) {}
