package dev.milliner.command;

import dev.milliner.build.history.BuildStore;
import dev.milliner.build.history.FarmOrigin;
import dev.milliner.build.koji.KojiBuild;
import dev.milliner.build.koji.KojiClient;
import dev.milliner.build.koji.KojiFailed;
import dev.milliner.build.koji.KojiListener;
import dev.milliner.build.koji.KojiRequest;
import dev.milliner.build.koji.KojiRhythm;
import dev.milliner.build.koji.KojiSource;
import dev.milliner.build.koji.SourcePackage;
import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Builds a component's packages on a farm. */
@Command(
        name = "build",
        description = "Builds a component's packages on a farm: from your tree as a scratch build, or from --source.",
        mixinStandardHelpOptions = true)
final class KojiBuildCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The component's name.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(
            names = "--source",
            paramLabel = "URL|FILE",
            description = "What the farm builds: git+https://HOST/PATH?FOLDER#COMMIT, or a .src.rpm. Without it, the"
                    + " component is prepared here, with its overlays, and sent as a source package.")
    private @Nullable String source;

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
        if (source == null && !order.scratch()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Say --scratch, as your tree is built so; a build that counts is of a commit: give its --source.");
        }
        if (!order.architectures().isEmpty() && !order.scratch()) {
            throw new ParameterException(spec.commandLine(), "--arch is for scratch builds; say --scratch.");
        }
        KojiClient client = koji.client();
        KojiRhythm rhythm = watching.rhythm();
        KojiListener listener = KojiWatchOptions.listener(spec.commandLine(), options.json());
        String url = source;
        if (url != null) {
            FarmOrigin origin = FarmOrigin.ofSource("", url, order.architectures());
            return KojiWatchOptions.watch(() -> start(client, rhythm, listener, KojiSource.of(url), origin));
        }
        Distro distro = options.load();
        return KojiWatchOptions.watch(() -> {
            Path folder = Files.createTempDirectory("milliner-source-package");
            try {
                KojiSource upload = new KojiSource.Upload(sourcePackage(distro, folder));
                return start(client, rhythm, listener, upload, FarmOrigin.ofTree(distro, order.architectures()));
            } finally {
                delete(folder);
            }
        });
    }

    private KojiBuild start(
            KojiClient client, KojiRhythm rhythm, KojiListener listener, KojiSource from, FarmOrigin origin)
            throws IOException {
        KojiRequest request =
                new KojiRequest.ComponentBuild(name, order.target(), from, order.architectures(), order.scratch());
        return KojiBuild.start(client, request, origin, listener, BuildStore.ofUser(), rhythm, watching.output());
    }

    private Path sourcePackage(Distro distro, Path folder) throws InterruptedException {
        Component component = new SoundParts(distro).component(name);
        PrintWriter err = spec.commandLine().getErr();
        try {
            return SourcePackage.make(distro, component, folder, err::println);
        } catch (KojiFailed failed) {
            throw KojiOptions.told(failed);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
