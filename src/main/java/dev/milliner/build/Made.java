package dev.milliner.build;

import dev.milliner.rpm.LevelCounts;
import java.util.List;

/**
 * What an engine made.
 *
 * @param artifacts the files, the image first
 * @param packages what the image holds, by name
 */
record Made(List<Artifact> artifacts, List<ImagePackage> packages) {
    static final Made NOTHING = new Made(List.of(), List.of());

    LevelCounts level() {
        return LevelCounts.of(packages.stream().map(ImagePackage::level).toList());
    }
}
