package dev.milliner.build;

import dev.milliner.build.log.LogSeverity;
import dev.milliner.build.log.Stage;
import dev.milliner.build.rpm.KeepPackages;
import dev.milliner.build.rpm.PackageCommands;
import dev.milliner.build.rpm.PackageFiles;
import dev.milliner.build.rpm.PackageMaker;
import dev.milliner.build.rpm.PackagePlan;
import dev.milliner.build.rpm.PackageStage;
import dev.milliner.build.rpm.SourceStage;
import dev.milliner.build.run.Artifact;
import dev.milliner.build.run.BuildFailed;
import dev.milliner.build.run.BuildFolder;
import dev.milliner.build.run.BuildRequest;
import dev.milliner.build.run.BuildRun;
import dev.milliner.build.run.BuildStopped;
import dev.milliner.build.run.HostStage;
import dev.milliner.build.run.ImagePackage;
import dev.milliner.build.run.Made;
import dev.milliner.distro.Component;
import dev.milliner.level.CodeFiles;
import dev.milliner.level.PackageLevel;
import dev.milliner.rpm.InstalledPackage;
import dev.milliner.rpm.PackageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Builds packages of components. */
final class ComponentEngine implements BuildEngine {
    private final List<String> names;
    private final List<Artifact> artifacts = new ArrayList<>();
    private final List<ImagePackage> packages = new ArrayList<>();

    ComponentEngine(List<String> names) {
        this.names = names;
    }

    @Override
    public Made run(BuildRun run) throws BuildStopped, BuildFailed, InterruptedException {
        PackagePlan plan = plan(run.request(), run.folder());
        PackageMaker maker = MakerChoice.of(run.request(), plan);
        run.stage(Stage.CHECK, () -> HostStage.check(run, maker.needs()));
        run.stage(Stage.SOURCES, () -> new SourceStage(run, plan).work());
        run.stage(Stage.PACKAGES, () -> new PackageStage(run, plan, maker).work());
        run.stage(Stage.REPOSITORY, () -> new KeepPackages(run, plan).work());
        run.stage(Stage.INSPECT, () -> inspect(run, plan));
        return new Made(artifacts, packages);
    }

    @Override
    public List<String> commands(BuildRequest request, BuildFolder folder) throws BuildFailed {
        PackagePlan plan = plan(request, folder);
        return PackageCommands.of(plan, MakerChoice.of(request, plan));
    }

    private PackagePlan plan(BuildRequest request, BuildFolder folder) throws BuildFailed {
        List<Component> components = new ArrayList<>();
        for (String name : names) {
            Component component = request.distro().components().get(name);
            if (component == null) {
                throw new BuildFailed("The distro has no component '" + name + "'", "");
            }
            components.add(component);
        }
        return new PackagePlan(folder, components, request.containment());
    }

    private void inspect(BuildRun run, PackagePlan plan) throws BuildFailed {
        Path output = run.request().output().orElse(plan.folder().output()).toAbsolutePath();
        try {
            Files.createDirectories(output);
            for (Path made : PackageFiles.below(plan.folder().repository())) {
                InstalledPackage header = PackageFile.read(made);
                PackageLevel level = PackageLevel.of(header, CodeFiles.ofPackage(made));
                Path moved = output.resolve(made.getFileName());
                Files.move(made, moved, StandardCopyOption.REPLACE_EXISTING);
                artifacts.add(new Artifact("package", moved, Files.size(moved)));
                packages.add(of(header, level));
                run.log(
                        LogSeverity.INFO,
                        "Made " + moved.getFileName() + ": " + level.evidence().words() + ", as " + level.reason());
            }
        } catch (IOException failure) {
            throw new BuildFailed("The packages cannot be read", failure);
        }
    }

    private static ImagePackage of(InstalledPackage header, PackageLevel level) {
        return ImagePackage.of(header, level, true);
    }
}
