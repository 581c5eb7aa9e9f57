package dev.milliner.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** Builds the packages of one component and puts them into the build's repository. */
final class ComponentBuild {
    private static final int KEPT = 40;

    private final BuildRun run;
    private final PackagePlan plan;
    private final String component;
    private final TurnedLog.Turn log;

    ComponentBuild(BuildRun run, PackagePlan plan, String component, TurnedLog.Turn log) {
        this.run = run;
        this.plan = plan;
        this.component = component;
        this.log = log;
    }

    void work() throws BuildFailed, BuildStopped {
        try {
            // Made here, as builds that start at once fail over making the folder above.
            Files.createDirectories(plan.workOf(component));
        } catch (IOException full) {
            throw new BuildFailed("The build's folder cannot be written: " + full.getMessage(), "");
        }
        ToolCommand command = plan.rpmbuild(component);
        log.write(LogSeverity.INFO, "Building " + component);
        log.write(LogSeverity.DEBUG, "$ " + command.shown());
        Deque<String> last = new ArrayDeque<>();
        int status = run.ask(command, line -> {
            last.addLast(line);
            if (last.size() > KEPT) {
                last.removeFirst();
            }
            log.write(RpmbuildLine.severity(line), line);
        });
        if (status != 0) {
            throw new BuildFailed(
                    "The packages of " + component + " cannot be built: "
                            + RpmbuildLine.cause(last, "rpmbuild ended with status " + status),
                    "");
        }
        try {
            collect();
        } catch (IOException full) {
            throw new BuildFailed("The built packages cannot be put into the repository: " + full.getMessage(), "");
        }
    }

    private void collect() throws IOException {
        Path repository = Files.createDirectories(plan.folder().repository().resolve(component));
        Path built = plan.workOf(component).resolve("RPMS");
        if (!Files.isDirectory(built)) {
            return;
        }
        List<Path> packages;
        try (Stream<Path> walk = Files.walk(built)) {
            packages = walk.filter(file -> file.toString().endsWith(".rpm")).toList();
        }
        for (Path file : packages) {
            Files.move(file, repository.resolve(file.getFileName()));
        }
    }
}
