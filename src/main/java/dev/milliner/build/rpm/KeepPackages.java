package dev.milliner.build.rpm;

import dev.milliner.build.log.LogSeverity;
import dev.milliner.build.run.BuildFailed;
import dev.milliner.build.run.BuildRun;
import dev.milliner.build.run.BuildStopped;
import dev.milliner.distro.Component;
import dev.milliner.ground.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Keeps what a build made of each component in place of what an earlier one made. */
public final class KeepPackages {
    private final BuildRun run;
    private final PackagePlan plan;
    private final BuiltPackages built;

    public KeepPackages(BuildRun run, PackagePlan plan) {
        this.run = run;
        this.plan = plan;
        this.built = BuiltPackages.of(run);
    }

    /** A preview that lacks them is no reason to fail, so trouble is only logged. */
    public void work() throws BuildFailed, BuildStopped {
        try {
            for (Component component : plan.components()) {
                keep(component.name());
            }
        } catch (IOException failure) {
            run.log(LogSeverity.WARNING, "The packages are not kept for previews: " + FileTrouble.words(failure));
        }
    }

    private void keep(String component) throws IOException, BuildFailed, BuildStopped {
        Path made = plan.folder().repository().resolve(component);
        if (!Files.isDirectory(made)) {
            return;
        }
        Files.createDirectories(built.folder());
        Path fresh = Files.createTempDirectory(built.folder(), ".new-");
        for (Path file : PackageFiles.below(made)) {
            link(file, fresh.resolve(file.getFileName()));
        }
        if (run.run(plan.createrepo(fresh), line -> run.log(LogSeverity.DEBUG, line)) != 0) {
            delete(fresh);
            throw new IOException("createrepo_c failed");
        }
        Path old = Files.createTempDirectory(built.folder(), ".old-");
        if (Files.exists(built.of(component))) {
            Files.move(built.of(component), old, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(fresh, built.of(component));
        delete(old);
    }

    private static void link(Path file, Path copy) throws IOException {
        try {
            Files.createLink(copy, file);
        } catch (UnsupportedOperationException | IOException noLinks) {
            Files.copy(file, copy);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
