package dev.milliner.build.mock;

import dev.milliner.build.run.BuildFailed;
import dev.milliner.build.run.BuildFolder;
import dev.milliner.build.run.BuildRequest;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroDefinition;
import dev.milliner.ground.HostTools;
import dev.milliner.ground.ShellWords;
import dev.milliner.ground.ToolCommand;
import dev.milliner.ground.ToolEnvironment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The roots that mock makes for one build. Each component has its own, so that builds of the same configuration do not
 * lock each other out; mock's caches are shared, and mock locks those itself.
 *
 * @param config the distro's configuration of mock
 * @param folder the build's
 */
public record MockRoot(Path config, BuildFolder folder) {
    /** The one that the distro's version names, as azldev reads it. */
    public static MockRoot of(BuildRequest request, BuildFolder folder) throws BuildFailed {
        Distro distro = request.distro();
        Optional<String> config = Optional.ofNullable(distro.distros().get(distro.name()))
                .filter(definition -> definition.versions().contains(distro.version()))
                .flatMap((DistroDefinition definition) -> definition.mockConfig(distro.version()));
        return new MockRoot(
                Path.of(config.orElseThrow(() -> new BuildFailed(
                        "The version '" + distro.version() + "' of the distro '" + distro.name()
                                + "' names no configuration for mock",
                        "set mock-config-x86_64 in [distros." + distro.name() + ".versions.'" + distro.version()
                                + "'], or build with --engine local"))),
                folder);
    }

    /** What the root of a component adds to its name. */
    public String extension(String component) {
        UUID id = UUID.nameUUIDFromBytes(folder.path().toString().getBytes(StandardCharsets.UTF_8));
        return "milliner-" + id.toString().substring(0, 8) + "-" + component.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    /** mock with its configuration, found as azldev has it found: what the file includes lies beside it. */
    List<String> words(String component) {
        return List.of(
                HostTools.find("mock").map(Path::toString).orElse("mock"),
                "-r",
                config.toString(),
                "--configdir",
                String.valueOf(config.getParent()),
                "--uniqueext",
                extension(component));
    }

    /** Removes the root of a component, and the one that it was made with. */
    public String scrub(String component) {
        List<String> words = new ArrayList<>(words(component));
        words.addAll(List.of("--quiet", "--scrub=chroot", "--scrub=bootstrap"));
        return ShellWords.of(words);
    }

    /** A command that is stopped by its terminal, and after which the component's root is removed. */
    public ToolCommand leashed(String component, List<String> lines, Path place) {
        List<String> words = new ArrayList<>(List.of(
                HostTools.find("python3").map(Path::toString).orElse("python3"),
                folder.leash().toString(),
                scrub(component)));
        words.addAll(lines);
        // mock reads the user's own configuration too, and must know who called sudo.
        return new ToolCommand(List.copyOf(words), ToolEnvironment.ofUser(), place, true);
    }
}
