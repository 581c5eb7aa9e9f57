package dev.milliner.build.run;

import dev.milliner.build.log.Stage;

/** How much of a whole build each stage takes, as measured on the sample distro. */
final class StageShare {
    private StageShare() {}

    static double of(Stage stage) {
        return switch (stage) {
            case CHECK -> 0.05;
            case SOURCES -> 0.05;
            case PACKAGES -> 0.35;
            case REPOSITORY -> 0.05;
            case IMAGE -> 0.45;
            case INSPECT -> 0.05;
        };
    }

    /** How much of the build is done when the stage begins. */
    static double before(Stage stage) {
        double done = 0;
        for (Stage earlier : Stage.values()) {
            if (earlier.compareTo(stage) < 0) {
                done += of(earlier);
            }
        }
        return done;
    }
}
