package dev.milliner.build.koji;

import dev.milliner.build.host.Containment;
import dev.milliner.build.run.BuildFolder;
import dev.milliner.build.run.Confinement;
import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.ground.Amount;
import dev.milliner.ground.FileTrouble;
import dev.milliner.ground.HostTools;
import dev.milliner.ground.RunningTool;
import dev.milliner.ground.ToolCommand;
import dev.milliner.ground.ToolReader;
import dev.milliner.overlay.ArchiveOverlays;
import dev.milliner.overlay.OverlayApplication;
import dev.milliner.overlay.OverlayException;
import dev.milliner.overlay.Recipe;
import dev.milliner.overlay.SourcePreparation;
import dev.milliner.overlay.Sources;
import dev.milliner.upstream.ComponentSources;
import dev.milliner.upstream.Lookaside;
import dev.milliner.upstream.PreparedFolder;
import dev.milliner.upstream.SourceUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Makes a source package of a component with its overlays applied, for a farm to build as a scratch build. */
public final class SourcePackage {
    private SourcePackage() {}

    /**
     * Prepares the sources and packs them.
     *
     * @param empty an empty folder for them
     * @param log hears what is done, in sentences, and the command before it runs
     * @return the {@code .src.rpm}
     * @throws KojiFailed when the sources cannot be had or packed
     */
    public static Path make(Distro distro, Component component, Path empty, Consumer<String> log)
            throws KojiFailed, InterruptedException {
        try {
            Path folder = empty.toRealPath();
            Path sources = folder.resolve("sources");
            prepare(distro, component, sources, log);
            pack(component.name(), sources, folder, log);
            try (Stream<Path> files = Files.list(made(folder))) {
                return files.filter(file -> file.toString().endsWith(".src.rpm"))
                        .findFirst()
                        .orElseThrow(() -> refused("rpmbuild made no source package of " + component.name()));
            }
        } catch (OverlayException unfit) {
            throw refused("An overlay of " + component.name() + " does not apply: " + unfit.reason());
        } catch (SourceUnavailableException | IOException unavailable) {
            throw refused(
                    "The sources of " + component.name() + " cannot be prepared: " + FileTrouble.words(unavailable));
        }
    }

    private static void prepare(Distro distro, Component component, Path folder, Consumer<String> log)
            throws KojiFailed, OverlayException, SourceUnavailableException, IOException {
        Sources sources = ComponentSources.of(distro, component);
        OverlayApplication applied =
                SourcePreparation.apply(Recipe.of(component), sources, ComponentSources.reader(distro));
        if (!applied.succeeded()) {
            throw refused("An overlay of " + component.name() + " does not apply: "
                    + applied.fault().orElse(""));
        }
        PreparedFolder.write(applied.result(), folder);
        Lookaside.fetch(distro, component, sources, folder, log);
        ArchiveOverlays.apply(folder, component.overlays());
        log.accept(component.name() + ": " + Amount.of(component.overlays().size(), "overlay") + " applied");
    }

    private static void pack(String component, Path sources, Path folder, Consumer<String> log)
            throws KojiFailed, IOException, InterruptedException {
        ToolCommand command = rpmbuild(component, sources, folder);
        log.accept("$ " + command.shown());
        StringBuilder said = new StringBuilder();
        ToolReader reader = line -> {
            log.accept(line);
            if (line.contains("error: ") && said.isEmpty()) {
                said.append(line.strip());
            }
        };
        try (RunningTool tool = RunningTool.start(command, reader, () -> {})) {
            int status = tool.awaitUnlessInterrupted();
            if (status != 0) {
                throw refused("No source package can be made of " + component + ": "
                        + (said.isEmpty() ? "rpmbuild ended with status " + status : said));
            }
        }
    }

    /** A spec runs what it likes already when it is packed, so that is contained, and the user's own macros kept out. */
    private static ToolCommand rpmbuild(String component, Path sources, Path folder) throws KojiFailed, IOException {
        Path rpmbuild = HostTools.find("rpmbuild")
                .orElseThrow(() -> new KojiFailed(
                        KojiFailure.UNAVAILABLE, "rpmbuild is missing; it makes source packages", "milliner doctor"));
        if (!Containment.isAvailable()) {
            throw new KojiFailed(
                    KojiFailure.UNAVAILABLE,
                    "this host refuses the namespaces that keep what a spec runs from it",
                    Containment.remedy());
        }
        Path script = folder.resolve("confine.sh");
        BuildFolder.unpack("confine.sh", script);
        Path home = Files.createDirectories(folder.resolve("home"));
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Path made = Files.createDirectories(made(folder));
        List<String> words = List.of(
                rpmbuild.toString(),
                "-bs",
                // The farm, not this host, has what the component needs to build.
                "--nodeps",
                "--define",
                "_topdir " + made,
                "--define",
                "_sourcedir " + sources,
                "--define",
                "_specdir " + sources,
                "--define",
                "_srcrpmdir " + made,
                "--define",
                "dist %{nil}",
                sources.resolve(component + ".spec").toString());
        Confinement confinement = new Confinement(Containment.CLOSED, script, folder.resolve("private"));
        return ToolCommand.of(
                folder,
                Map.of("HOME", home.toString(), "TMPDIR", temporary.toString()),
                confinement.around(component, List.of(sources, made), words));
    }

    private static Path made(Path folder) {
        return folder.resolve("made");
    }

    private static KojiFailed refused(String message) {
        return new KojiFailed(KojiFailure.REFUSED, message, "");
    }
}
