package dev.milliner.build;

import dev.milliner.build.BuildEvent.PrivilegeNeeded;
import dev.milliner.overlay.Sources;
import dev.milliner.upstream.LocalSources;
import dev.milliner.upstream.PreparedFolder;
import dev.milliner.upstream.SourceUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Builds on this host: rpmbuild for the distro's own packages, KIWI for the image, by itself or driven by azldev. */
final class LocalEngine implements BuildEngine {
    @Override
    public Made run(BuildRun run) throws BuildStopped, BuildFailed, InterruptedException {
        BuildPlan plan = BuildPlan.of(run.request(), run.folder());
        run.stage(Stage.CHECK, () -> check(run, plan));
        run.stage(Stage.SOURCES, () -> sources(run, plan));
        run.stage(Stage.PACKAGES, () -> new PackageStage(run, plan.packages()).work());
        run.stage(Stage.REPOSITORY, () -> repository(run, plan));
        run.stage(Stage.IMAGE, () -> image(run, plan));
        ResultStage result = new ResultStage(run, plan, target(run, plan));
        run.stage(Stage.INSPECT, result::work);
        return result.made();
    }

    private static void check(BuildRun run, BuildPlan plan) throws BuildFailed {
        boolean azldev = run.request().engine() == EngineKind.AZLDEV;
        if (azldev && HostTools.find("azldev").isEmpty()) {
            throw new BuildFailed("azldev is not on the PATH", "install it, or build with --engine local");
        }
        HostStage.check(
                run,
                Preflight.of(
                        plan.description(), run.request().level(), run.folder().path()));
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
            throw new BuildFailed("The description cannot be read: " + unavailable.getMessage(), "");
        }
        new SourceStage(run, plan.packages()).work();
    }

    private static void repository(BuildRun run, BuildPlan plan) throws BuildFailed, BuildStopped {
        try {
            Files.createDirectories(plan.folder().repository());
        } catch (IOException full) {
            throw new BuildFailed("The repository's folder cannot be made: " + full.getMessage(), "");
        }
        if (run.run(plan.packages().createrepo(plan.folder().repository()), line -> run.log(LogSeverity.INFO, line))
                != 0) {
            throw new BuildFailed("createrepo_c could not make the repository", "");
        }
        new KeepPackages(run, plan.packages()).work();
    }

    private static void image(BuildRun run, BuildPlan plan) throws BuildFailed, BuildStopped, InterruptedException {
        Path script = script(plan.folder());
        settings(plan.folder());
        boolean asRoot = runsAsRoot(plan);
        List<String> prefix = asRoot ? prefix() : List.of();
        ToolCommand command =
                switch (run.request().engine()) {
                    case LOCAL -> plan.kiwi(script, prefix, asRoot);
                    case AZLDEV -> azldev(run, plan, script, prefix, asRoot);
                };
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

    private static ToolCommand azldev(BuildRun run, BuildPlan plan, Path script, List<String> prefix, boolean asRoot)
            throws BuildFailed {
        AzldevProject project = new AzldevProject(plan);
        try {
            project.write(run.request().distro());
        } catch (IOException full) {
            throw new BuildFailed("The tree cannot be copied for azldev: " + full.getMessage(), "");
        }
        return plan.contained(
                script, prefix, asRoot, project.words(run.request().name()));
    }

    /** Where KIWI has left its result. */
    private static Path target(BuildRun run, BuildPlan plan) throws BuildFailed {
        try {
            return switch (run.request().engine()) {
                case LOCAL -> plan.folder().target();
                case AZLDEV -> new AzldevProject(plan).target();
            };
        } catch (IOException missing) {
            throw new BuildFailed(String.valueOf(missing.getMessage()), "");
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

    private static void settings(BuildFolder folder) throws BuildFailed {
        try {
            KiwiSettings.ofHost().write(folder);
        } catch (IOException full) {
            throw new BuildFailed("KIWI's configuration cannot be written: " + full.getMessage(), "");
        }
    }

    /** The script lies in the build's folder, so that the command that is shown can be read before it runs. */
    private static Path script(BuildFolder folder) throws BuildFailed {
        Path script = folder.work().resolve("contain.sh");
        try (InputStream text = LocalEngine.class.getResourceAsStream("contain.sh")) {
            if (text == null) {
                throw new BuildFailed("Milliner's own script contain.sh is missing", "install Milliner again");
            }
            Files.copy(text, script);
            return script;
        } catch (IOException full) {
            throw new BuildFailed("The build's folder cannot be written: " + full.getMessage(), "");
        }
    }
}
