package dev.milliner.build;

import dev.milliner.distro.Component;
import dev.milliner.rpm.InstalledPackage;
import dev.milliner.rpm.PackageFile;
import dev.milliner.rpm.PackageLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Builds packages of components on this host with rpmbuild. */
final class ComponentEngine implements BuildEngine {
    private final List<String> names;
    private final List<Artifact> artifacts = new ArrayList<>();
    private final List<ImagePackage> packages = new ArrayList<>();

    ComponentEngine(List<String> names) {
        this.names = names;
    }

    @Override
    public Made run(BuildRun run) throws BuildStopped, BuildFailed, InterruptedException {
        PackagePlan plan = plan(run);
        run.stage(
                Stage.CHECK,
                () -> HostStage.check(run, HostCheck.forComponents(run.folder().path())));
        run.stage(Stage.SOURCES, () -> new SourceStage(run, plan).work());
        run.stage(Stage.PACKAGES, () -> new PackageStage(run, plan).work());
        run.stage(Stage.REPOSITORY, () -> new KeepPackages(run, plan).work());
        run.stage(Stage.INSPECT, () -> inspect(run, plan));
        return new Made(artifacts, packages);
    }

    private PackagePlan plan(BuildRun run) throws BuildFailed {
        if (run.request().engine() == EngineKind.AZLDEV) {
            throw new BuildFailed(
                    "azldev builds components with mock, which is not driven from here", "build with --engine local");
        }
        List<Component> components = new ArrayList<>();
        for (String name : names) {
            Component component = run.request().distro().components().get(name);
            if (component == null) {
                throw new BuildFailed("The distro has no component '" + name + "'", "");
            }
            components.add(component);
        }
        return new PackagePlan(run.folder(), components, new PrivateHome(run.folder()).environment());
    }

    private void inspect(BuildRun run, PackagePlan plan) throws BuildFailed {
        Path output = run.request().output().orElse(plan.folder().output()).toAbsolutePath();
        try {
            Files.createDirectories(output);
            for (Path made : packages(plan)) {
                InstalledPackage header = PackageFile.read(made);
                Path moved = output.resolve(made.getFileName());
                Files.move(made, moved, StandardCopyOption.REPLACE_EXISTING);
                artifacts.add(new Artifact("package", moved, Files.size(moved)));
                packages.add(of(header));
                PackageLevel level = PackageLevel.of(header, List.of());
                run.log(LogSeverity.INFO, "Made " + moved.getFileName() + ": " + level.reason());
            }
        } catch (IOException failure) {
            throw new BuildFailed("The packages cannot be read: " + failure.getMessage(), "");
        }
    }

    private static ImagePackage of(InstalledPackage header) {
        return new ImagePackage(
                header.name(),
                header.version(),
                header.release(),
                header.architecture(),
                header.size(),
                PackageLevel.of(header, List.of()).evidence(),
                true);
    }

    private static List<Path> packages(PackagePlan plan) throws IOException {
        try (Stream<Path> files = Files.walk(plan.folder().repository())) {
            return files.filter(file -> file.toString().endsWith(".rpm"))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
        }
    }
}
