package dev.milliner.command;

import dev.milliner.build.history.BuildStore;
import dev.milliner.build.history.FarmOrigin;
import dev.milliner.build.koji.KojiBuild;
import dev.milliner.build.koji.KojiClient;
import dev.milliner.build.koji.KojiListener;
import dev.milliner.build.koji.KojiRequest;
import dev.milliner.build.koji.KojiRhythm;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Image;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Builds an image on a farm. */
@Command(
        name = "image",
        description = "Builds an image on a farm by KIWI, from a commit of the distro.",
        mixinStandardHelpOptions = true)
final class KojiImageCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The image's name.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(
            names = "--source",
            required = true,
            paramLabel = "URL",
            description = "The distro's repository at a commit: git+https://HOST/PATH#COMMIT.")
    @SuppressWarnings("NullAway.Init")
    private String source;

    @Option(
            names = "--repo",
            paramLabel = "URL",
            description = "Install from here in place of the target's packages; may be given again.")
    private List<String> repositories = new ArrayList<>();

    @Option(names = "--release", paramLabel = "RELEASE", description = "The image's release.")
    private @Nullable String release;

    @Mixin
    private final KojiOrderOptions order = new KojiOrderOptions();

    @Mixin
    private final KojiOptions koji = new KojiOptions();

    @Mixin
    private final KojiWatchOptions watching = new KojiWatchOptions();

    @Mixin
    private final TreeOptions options = new TreeOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Distro distro = options.load();
        KojiRequest request = request(distro);
        FarmOrigin origin = FarmOrigin.ofSource(distro.tree().root().toString(), source, order.architectures());
        KojiClient client = koji.client();
        KojiRhythm rhythm = watching.rhythm();
        KojiListener listener = KojiWatchOptions.listener(spec.commandLine(), options.json());
        return KojiWatchOptions.watch(() ->
                KojiBuild.start(client, request, origin, listener, BuildStore.ofUser(), rhythm, watching.output()));
    }

    private KojiRequest request(Distro distro) {
        Image image = new NameAsked("image", name).in(distro.images());
        String description = image.definitionPath()
                .filter(path -> !path.startsWith("/"))
                .orElseThrow(() ->
                        new InputException("The image '" + name + "' has no description inside the distro's folder."));
        return new KojiRequest.ImageBuild(
                name,
                order.target(),
                source,
                description,
                image.profile(),
                order.architectures(),
                repositories,
                Optional.ofNullable(release),
                order.scratch());
    }
}
