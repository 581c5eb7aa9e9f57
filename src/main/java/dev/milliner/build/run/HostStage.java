package dev.milliner.build.run;

import dev.milliner.build.host.HostFinding;
import dev.milliner.build.log.LogSeverity;
import java.io.IOException;
import java.util.List;

/** Finds out whether this host can do a build, before anything of it is done. */
public final class HostStage {
    private HostStage() {}

    /**
     * Writes the findings to the log and gives the tools a home.
     *
     * @throws BuildFailed where something is missing; the others that are missing are problems of the run
     */
    public static void check(BuildRun run, List<HostFinding> findings) throws BuildFailed {
        List<HostFinding> missing = findings.stream()
                .peek(finding -> run.log(
                        finding.ok() ? LogSeverity.INFO : LogSeverity.ERROR,
                        finding.check() + ": " + finding.found()
                                + (finding.fix().isEmpty() ? "" : " (" + finding.fix() + ")")))
                .filter(finding -> !finding.ok())
                .toList();
        for (HostFinding finding : missing.subList(0, Math.max(0, missing.size() - 1))) {
            run.problem(finding.fault(), finding.fix());
        }
        if (!missing.isEmpty()) {
            HostFinding last = missing.getLast();
            throw new BuildFailed(last.fault(), last.fix());
        }
        try {
            String tag = PrivateHome.distTag(run.request().distro());
            new PrivateHome(run.folder()).write(run.request().level(), tag);
        } catch (IOException full) {
            throw new BuildFailed("The build's folder cannot be written", full);
        }
    }
}
