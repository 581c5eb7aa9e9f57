package dev.milliner.build.koji;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.ground.HostTools;
import dev.milliner.ground.ToolCommand;
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
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Makes a source package of a component with its overlays applied, for a farm to build as a scratch build. */
public final class SourcePackage {
    private SourcePackage() {}

    /**
     * Prepares the sources and packs them.
     *
     * @param folder an empty folder for them
     * @param log hears what is done, in sentences, and the command before it runs
     * @return the {@code .src.rpm}
     * @throws KojiFailed when the sources cannot be had or packed
     */
    public static Path make(Distro distro, Component component, Path folder, Consumer<String> log)
            throws KojiFailed, InterruptedException {
        try {
            Path sources = folder.resolve("sources");
            prepare(distro, component, sources, log);
            pack(component.name(), sources, folder, log);
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.toString().endsWith(".src.rpm"))
                        .findFirst()
                        .orElseThrow(() -> refused("rpmbuild made no source package of " + component.name()));
            }
        } catch (OverlayException unfit) {
            throw refused("An overlay of " + component.name() + " does not apply: " + unfit.reason());
        } catch (SourceUnavailableException | IOException unavailable) {
            throw refused("The sources of " + component.name() + " cannot be prepared: " + unavailable.getMessage());
        }
    }

    private static void prepare(Distro distro, Component component, Path folder, Consumer<String> log)
            throws KojiFailed, OverlayException, SourceUnavailableException, IOException {
        Sources sources = ComponentSources.of(distro, component);
        OverlayApplication applied =
                SourcePreparation.apply(Recipe.of(component), sources, ComponentSources.reader(distro));
        if (!applied.succeeded()) {
            throw refused("An overlay of " + component.name() + " does not apply: "
                    + applied.error().orElse(""));
        }
        PreparedFolder.write(applied.result(), folder);
        Lookaside.fetch(distro, component, sources, folder, log);
        ArchiveOverlays.apply(folder, component.overlays());
        log.accept(component.name() + ": " + component.overlays().size() + " overlays applied");
    }

    private static void pack(String component, Path sources, Path folder, Consumer<String> log)
            throws KojiFailed, IOException, InterruptedException {
        Path rpmbuild = HostTools.find("rpmbuild")
                .orElseThrow(() -> new KojiFailed(
                        KojiFailure.UNAVAILABLE, "rpmbuild is missing; it makes source packages", "milliner doctor"));
        List<String> command = List.of(
                rpmbuild.toString(),
                "-bs",
                // The farm, not this host, has what the component needs to build.
                "--nodeps",
                "--define",
                "_topdir " + folder,
                "--define",
                "_sourcedir " + sources,
                "--define",
                "_specdir " + sources,
                "--define",
                "_srcrpmdir " + folder,
                "--define",
                "dist %{nil}",
                sources.resolve(component + ".spec").toString());
        log.accept("$ " + ToolCommand.shown(command));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        // The user's own macros are kept out of it.
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        process.getOutputStream().close();
        StringBuilder said = new StringBuilder();
        try (BufferedReader output = process.inputReader()) {
            output.lines().forEach(line -> {
                log.accept(line);
                if (line.contains("error: ") && said.isEmpty()) {
                    said.append(line.strip());
                }
            });
            if (process.waitFor() != 0) {
                throw refused("No source package can be made of " + component + ": "
                        + (said.isEmpty() ? "rpmbuild ended with status " + process.exitValue() : said));
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private static KojiFailed refused(String message) {
        return new KojiFailed(KojiFailure.REFUSED, message, "");
    }
}
