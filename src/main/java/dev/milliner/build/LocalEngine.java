package dev.milliner.build;

import dev.milliner.build.azldev.AzldevImage;
import dev.milliner.build.host.EngineKind;
import dev.milliner.build.host.HostFinding;
import dev.milliner.build.host.Preflight;
import dev.milliner.build.host.Privileges;
import dev.milliner.build.kiwi.BuildPlan;
import dev.milliner.build.kiwi.KiwiReader;
import dev.milliner.build.kiwi.KiwiSettings;
import dev.milliner.build.kiwi.ResultStage;
import dev.milliner.build.log.LogSeverity;
import dev.milliner.build.log.Stage;
import dev.milliner.build.rpm.KeepPackages;
import dev.milliner.build.rpm.PackageCommands;
import dev.milliner.build.rpm.PackageMaker;
import dev.milliner.build.rpm.PackageStage;
import dev.milliner.build.rpm.SourceStage;
import dev.milliner.build.run.BuildEvent.PrivilegeNeeded;
import dev.milliner.build.run.BuildFailed;
import dev.milliner.build.run.BuildFolder;
import dev.milliner.build.run.BuildRequest;
import dev.milliner.build.run.BuildRun;
import dev.milliner.build.run.BuildStopped;
import dev.milliner.build.run.HostStage;
import dev.milliner.build.run.Made;
import dev.milliner.ground.HostTools;
import dev.milliner.ground.ToolCommand;
import dev.milliner.overlay.Sources;
import dev.milliner.upstream.LocalSources;
import dev.milliner.upstream.PreparedFolder;
import dev.milliner.upstream.SourceUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Builds on this host: rpmbuild for the distro's own packages, KIWI for the image, by itself or driven by azldev. */
final class LocalEngine implements BuildEngine {
    @Override
    public Made run(BuildRun run) throws BuildStopped, BuildFailed, InterruptedException {
        BuildPlan plan = BuildPlan.of(run.request(), run.folder());
        PackageMaker maker = MakerChoice.of(run.request(), plan.packages());
        run.stage(Stage.CHECK, () -> check(run, plan, maker));
        run.stage(Stage.SOURCES, () -> sources(run, plan));
        run.stage(Stage.PACKAGES, () -> new PackageStage(run, plan.packages(), maker).work());
        run.stage(Stage.REPOSITORY, () -> repository(run, plan));
        run.stage(Stage.IMAGE, () -> image(run, plan));
        ResultStage result = new ResultStage(run, plan, target(run, plan));
        run.stage(Stage.INSPECT, result::work);
        return result.made();
    }

    @Override
    public List<String> commands(BuildRequest request, BuildFolder folder) throws BuildFailed {
        BuildPlan plan = BuildPlan.of(request, folder);
        List<String> lines =
                new ArrayList<>(PackageCommands.of(plan.packages(), MakerChoice.of(request, plan.packages())));
        lines.add(plan.packages().createrepo(folder.repository()).shown());
        boolean asRoot = runsAsRoot(plan);
        lines.add(image(request, plan, folder.script(), asRoot ? prefix() : List.of(), asRoot)
                .shown());
        return lines;
    }

    private static void check(BuildRun run, BuildPlan plan, PackageMaker maker) throws BuildFailed {
        boolean azldev = run.request().engine() == EngineKind.AZLDEV;
        if (azldev && HostTools.find("azldev").isEmpty()) {
            throw new BuildFailed("azldev is not on the PATH", "install it, or build with --engine local");
        }
        List<HostFinding> findings = new ArrayList<>(Preflight.of(
                plan.description(), run.request().level(), run.folder().path()));
        maker.needs().stream()
                .filter(finding ->
                        findings.stream().noneMatch(known -> known.check().equals(finding.check())))
                .forEach(findings::add);
        HostStage.check(run, findings);
        if (runsAsRoot(plan)) {
            run.log(LogSeverity.INFO, "root: " + (Privileges.isRoot() ? "yes" : "asked for later, by " + prefix()));
        }
    }

    /** KIWI reads a copy of the description, as what counts may be unsaved or committed and not on the disk. */
    private static void sources(BuildRun run, BuildPlan plan) throws BuildFailed, BuildStopped {
        try {
            Sources files = LocalSources.read(
                    run.request().distro().tree(), plan.descriptionFile().toString());
            PreparedFolder.write(files, plan.folder().description());
        } catch (SourceUnavailableException | IOException unavailable) {
            throw new BuildFailed("The description cannot be read", unavailable);
        }
        new SourceStage(run, plan.packages()).work();
    }

    private static void repository(BuildRun run, BuildPlan plan) throws BuildFailed, BuildStopped {
        try {
            Files.createDirectories(plan.folder().repository());
        } catch (IOException full) {
            throw new BuildFailed("The repository's folder cannot be made", full);
        }
        if (run.run(plan.packages().createrepo(plan.folder().repository()), line -> run.log(LogSeverity.INFO, line))
                != 0) {
            throw new BuildFailed("createrepo_c could not make the repository", "");
        }
        new KeepPackages(run, plan.packages()).work();
    }

    private static void image(BuildRun run, BuildPlan plan) throws BuildFailed, BuildStopped, InterruptedException {
        prepare(run.request(), plan);
        boolean asRoot = runsAsRoot(plan);
        List<String> prefix = asRoot ? prefix() : List.of();
        ToolCommand command = image(run.request(), plan, plan.folder().script(), prefix, asRoot);
        if (!prefix.isEmpty()) {
            String reason = plan.description().needsLoopDevice()
                    ? "KIWI attaches the disk to a loop device, which only root may do."
                    : "This host refuses user namespaces, so only root can set the image's owners.";
            if (!run.confirm(new PrivilegeNeeded(command.words(), reason))) {
                throw new BuildFailed("KIWI was not allowed to run as root", "");
            }
        }
        KiwiReader reader = new KiwiReader(run);
        int status = run.run(command, reader);
        if (status != 0) {
            throw new BuildFailed(reader.cause("KIWI failed with status " + status), "");
        }
    }

    private static ToolCommand image(
            BuildRequest request, BuildPlan plan, Path script, List<String> prefix, boolean asRoot) {
        return switch (request.engine()) {
            case LOCAL, MOCK -> plan.kiwi(script, prefix, asRoot);
            case AZLDEV -> plan.contained(script, prefix, asRoot, new AzldevImage(plan).words(request.name()));
        };
    }

    /** Writes what the command reads. */
    private static void prepare(BuildRequest request, BuildPlan plan) throws BuildFailed {
        try {
            BuildFolder.unpack("contain.sh", plan.folder().script());
            KiwiSettings.ofHost().write(plan.folder());
            if (request.engine() == EngineKind.AZLDEV) {
                new AzldevImage(plan).write(request.distro());
            }
        } catch (IOException full) {
            throw new BuildFailed("The build's folder cannot be written", full);
        }
    }

    /** Where KIWI has left its result. */
    private static Path target(BuildRun run, BuildPlan plan) throws BuildFailed {
        try {
            return switch (run.request().engine()) {
                case LOCAL, MOCK -> plan.folder().target();
                case AZLDEV -> new AzldevImage(plan).target();
            };
        } catch (IOException missing) {
            throw new BuildFailed("What azldev made cannot be found", missing);
        }
    }

    private static boolean runsAsRoot(BuildPlan plan) {
        return Privileges.isRoot() || plan.needsRoot();
    }

    private static List<String> prefix() throws BuildFailed {
        return Privileges.prefix()
                .orElseThrow(() -> new BuildFailed(
                        "KIWI must run as root here, and there is neither sudo nor pkexec", "run the build as root"));
    }
}
