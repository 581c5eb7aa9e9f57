package dev.milliner.build;

import dev.milliner.distro.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** Builds the packages of the components that the image needs, one component after the other. */
final class PackageStage {
    private static final int KEPT = 40;

    private final BuildRun run;
    private final BuildPlan plan;

    PackageStage(BuildRun run, BuildPlan plan) {
        this.run = run;
        this.plan = plan;
    }

    void work() throws BuildFailed, BuildStopped {
        List<Component> components = plan.components();
        for (int i = 0; i < components.size(); i++) {
            build(components.get(i).name());
            run.progress((i + 1.0) / components.size());
        }
    }

    private void build(String component) throws BuildFailed, BuildStopped {
        run.log(LogSeverity.INFO, "Building " + component);
        Deque<String> last = new ArrayDeque<>();
        int status = run.run(plan.rpmbuild(component), line -> {
            last.addLast(line);
            if (last.size() > KEPT) {
                last.removeFirst();
            }
            run.log(RpmbuildLine.severity(line), line);
        });
        if (status != 0) {
            throw new BuildFailed(
                    "The packages of " + component + " cannot be built: "
                            + RpmbuildLine.cause(last, "rpmbuild ended with status " + status),
                    "");
        }
        try {
            collect(component);
        } catch (IOException full) {
            throw new BuildFailed("The built packages cannot be put into the repository: " + full.getMessage(), "");
        }
    }

    private void collect(String component) throws IOException {
        Path repository = Files.createDirectories(plan.folder().repository().resolve(component));
        Path built = plan.folder().rpmbuild().resolve("RPMS");
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
