package dev.milliner.build.run;

import dev.milliner.level.LevelCounts;
import java.util.List;

/**
 * What an engine made.
 *
 * @param artifacts the files, the image first
 * @param packages what the image holds, by name
 */
public record Made(List<Artifact> artifacts, List<ImagePackage> packages) {
    public static final Made NOTHING = new Made(List.of(), List.of());

    public LevelCounts level() {
        return LevelCounts.of(packages.stream().map(ImagePackage::level).toList());
    }
}
