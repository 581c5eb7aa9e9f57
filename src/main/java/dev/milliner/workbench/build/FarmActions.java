package dev.milliner.workbench.build;

import dev.milliner.build.history.BuildDetails;
import dev.milliner.build.history.BuildRecord;

/** What can be done with a build on a farm. */
interface FarmActions {
    /** Goes on watching a build that was left. */
    void watch(BuildRecord record);

    /** Asks whether to leave the task or to cancel it. */
    void stop(FarmSession session);

    /** Puts the results into a folder of the user's choice. */
    void download(BuildDetails build);
}
