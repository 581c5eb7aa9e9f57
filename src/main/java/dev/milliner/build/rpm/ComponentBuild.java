package dev.milliner.build.rpm;

import dev.milliner.build.log.LogSeverity;
import dev.milliner.build.run.BuildFailed;
import dev.milliner.build.run.BuildRun;
import dev.milliner.build.run.BuildStopped;
import dev.milliner.build.run.FollowedFiles;
import dev.milliner.build.run.TurnedLog;
import dev.milliner.ground.ToolCommand;
import dev.milliner.ground.ToolReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Builds the packages of one component and puts them into the build's repository. */
final class ComponentBuild {
    private static final int KEPT = 40;

    /** How mock begins the lines of its log of a root. */
    private static final Pattern OF_ROOT = Pattern.compile("(DEBUG|INFO|WARNING|ERROR) [a-z_]+\\.py:\\d+: +(.*)");

    private final BuildRun run;
    private final PackagePlan plan;
    private final PackageMaker maker;
    private final String component;
    private final TurnedLog.Turn log;
    private final Deque<String> last = new ArrayDeque<>();

    ComponentBuild(BuildRun run, PackagePlan plan, PackageMaker maker, String component, TurnedLog.Turn log) {
        this.run = run;
        this.plan = plan;
        this.maker = maker;
        this.component = component;
        this.log = log;
    }

    /**
     * Does it.
     *
     * @param before the components that were made for it
     */
    void work(Set<String> before) throws BuildFailed, BuildStopped {
        log.write(LogSeverity.INFO, "Building " + component);
        maker.lines(component, before).forEach(line -> log.write(LogSeverity.DEBUG, "$ " + line));
        int status = build(maker.command(component, before));
        if (status != 0) {
            throw maker.failure(component, status, last());
        }
        try {
            collect();
        } catch (IOException full) {
            throw new BuildFailed("The built packages cannot be put into the repository", full);
        }
    }

    private int build(ToolCommand command) throws BuildFailed, BuildStopped {
        try (FollowedFiles followed = new FollowedFiles(maker.logs(component), this::reader)) {
            return run.ask(command, this::line);
        }
    }

    private ToolReader reader(Path file) {
        return file.endsWith("root.log") ? this::lineOfRoot : this::line;
    }

    private void line(String line) {
        keep(line);
        log.write(RpmbuildLine.severity(line), line);
    }

    private void detail(String line) {
        log.write(LogSeverity.DEBUG, line);
    }

    /** What matters to mock, it writes itself. */
    private void lineOfRoot(String line) {
        Matcher parts = OF_ROOT.matcher(line);
        if (!parts.matches()) {
            log.write(LogSeverity.DEBUG, line);
        } else if (parts.group(1).equals("DEBUG")) {
            log.write(LogSeverity.DEBUG, parts.group(2));
        }
    }

    private synchronized void keep(String line) {
        last.addLast(line);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
    }

    private synchronized Collection<String> last() {
        return List.copyOf(last);
    }

    private void collect() throws IOException, BuildFailed, BuildStopped {
        Path repository = Files.createDirectories(plan.folder().repository().resolve(component));
        for (Path file : maker.made(component)) {
            maker.take(file, repository.resolve(file.getFileName()));
        }
        if (maker.servesPackages() && run.ask(plan.createrepo(repository), this::detail) != 0) {
            throw new BuildFailed("createrepo_c could not make a repository of " + component, "");
        }
    }
}
