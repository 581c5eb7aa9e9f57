package dev.milliner.build.kiwi;

import dev.milliner.build.history.FileList;
import dev.milliner.build.log.LogSeverity;
import dev.milliner.build.rpm.BuiltPackages;
import dev.milliner.build.run.Artifact;
import dev.milliner.build.run.BuildFailed;
import dev.milliner.build.run.BuildRun;
import dev.milliner.build.run.ImagePackage;
import dev.milliner.build.run.Made;
import dev.milliner.distro.Image;
import dev.milliner.ground.Amount;
import dev.milliner.image.Claims;
import dev.milliner.image.Inspection;
import dev.milliner.image.Inspection.Inspected;
import dev.milliner.image.Inspector;
import dev.milliner.rpm.InstalledPackage;
import dev.milliner.rpm.Repositories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Moves what KIWI made to where it belongs, and finds out what it holds. */
public final class ResultStage {
    private final BuildRun run;
    private final BuildPlan plan;
    private final Path target;
    private Made made = Made.NOTHING;
    private String totals = "";

    /**
     * Makes the stage.
     *
     * @param target the folder that KIWI worked in
     */
    public ResultStage(BuildRun run, BuildPlan plan, Path target) {
        this.run = run;
        this.plan = plan;
        this.target = target;
    }

    public Made made() {
        return made;
    }

    public void work() throws BuildFailed {
        try {
            Inspection inspection = Inspector.inspect(root());
            run.progress(0.4);
            FileList.of(root(), inspection).write(plan.folder().files());
            run.progress(0.5);
            made = new Made(artifacts(), packages(inspection));
            totals = inspection.totals().words();
            run.progress(0.6);
            LevelCheck.work(run, inspection, ours());
            new PreviewCheck(BuiltPackages.of(run), new Repositories()).work(run, carried(inspection));
        } catch (IOException | JacksonException failure) {
            throw new BuildFailed("What KIWI made cannot be read", failure);
        }
        made.artifacts().stream()
                .filter(Artifact::isImage)
                .forEach(artifact -> run.log(
                        LogSeverity.INFO, "Made " + artifact.path() + ", " + Amount.of(artifact.size(), "byte")));
        run.log(
                LogSeverity.INFO,
                Amount.of(made.packages().size(), "package") + ": "
                        + made.level().words());
        run.log(LogSeverity.INFO, "Its files with machine code: " + totals);
    }

    /** Labels and partitions are the artifact's own; it is read only where something is said of them. */
    private Inspection carried(Inspection root) throws IOException {
        Image image = run.request().distro().images().get(run.request().name());
        Optional<Artifact> artifact =
                made.artifacts().stream().filter(Artifact::isImage).findFirst();
        return image != null
                        && artifact.isPresent()
                        && Claims.askOfCarrier(run.request().distro(), image)
                ? root.carriedBy(Inspector.inspect(artifact.get().path()).carrier())
                : root;
    }

    /** The root that KIWI leaves behind is what went into the image, whatever the image's format. */
    private Path root() {
        return target.resolve("build").resolve("image-root");
    }

    private List<ImagePackage> packages(Inspection inspection) throws IOException {
        Set<String> ours = ours();
        return inspection.packages().stream()
                .map(inspected -> imagePackage(inspected, ours))
                .toList();
    }

    private static ImagePackage imagePackage(Inspected inspected, Set<String> ours) {
        InstalledPackage installed = inspected.installed();
        return ImagePackage.of(installed, inspected.shown(), ours.contains(LevelCheck.file(installed)));
    }

    private Set<String> ours() throws IOException {
        try (Stream<Path> files = Files.walk(plan.folder().repository())) {
            return files.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toSet());
        }
    }

    private List<Artifact> artifacts() throws IOException {
        Path output = run.request().output().orElse(plan.folder().output()).toAbsolutePath();
        Files.createDirectories(output);
        JsonNode results = new JsonMapper().readTree(Files.readString(target.resolve("kiwi.result.json")));
        List<Artifact> artifacts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> result : results.properties()) {
            Path file = Path.of(result.getValue().path("filename").asString(""));
            if (Files.isRegularFile(file)) {
                Path moved = output.resolve(file.getFileName());
                Files.move(file, moved, StandardCopyOption.REPLACE_EXISTING);
                artifacts.add(new Artifact(result.getKey(), moved, Files.size(moved)));
            }
        }
        artifacts.sort(
                Comparator.comparing((Artifact artifact) -> !artifact.isImage()).thenComparing(Artifact::kind));
        return artifacts;
    }
}
