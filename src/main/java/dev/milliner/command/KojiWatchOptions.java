package dev.milliner.command;

import dev.milliner.build.koji.KojiBuild;
import dev.milliner.build.koji.KojiFailure;
import dev.milliner.build.koji.KojiListener;
import dev.milliner.build.koji.KojiRhythm;
import dev.milliner.build.run.BuildResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What all commands take that watch a task to its end. */
final class KojiWatchOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "The folder that the results go to (default: one in the build's folder).")
    private @Nullable Path output;

    @Option(
            names = "--poll",
            paramLabel = "SECONDS",
            converter = Numbers.Fraction.class,
            description = "How often the hub is asked what is new (default: 5).")
    private double poll = KojiRhythm.USUAL.poll().toSeconds();

    Optional<Path> output() {
        return Optional.ofNullable(output);
    }

    KojiRhythm rhythm() {
        if (poll < 0.1 || poll > 3600) {
            throw new InputException("--poll is from 0.1 to 3600 seconds, not " + poll + ".");
        }
        KojiRhythm usual = KojiRhythm.USUAL;
        Duration every = Duration.ofMillis((long) (poll * 1000));
        return new KojiRhythm(every, usual.firstRetry(), usual.longestRetry(), usual.patience());
    }

    static KojiListener listener(CommandLine line, boolean json) {
        return json ? new KojiJson(line.getOut()) : new KojiText(line.getErr(), line.getOut());
    }

    /** A build that is about to run. */
    interface Begin {
        KojiBuild begin() throws IOException, InterruptedException;
    }

    /** Watches a build to its end; gives the exit status. */
    static int watch(Begin begin) throws IOException, InterruptedException {
        KojiBuild build = begin.begin();
        // Ctrl-C ends the program with 130 by itself. The task is the hub's and goes on, as with Koji's own client.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(build), "leave the task"));
        BuildResult result = build.await();
        return switch (result.outcome()) {
            case SUCCEEDED -> CommandLineEntry.DONE;
            case STOPPED -> CommandLineEntry.INTERRUPTED;
            case FAILED ->
                build.failure().equals(Optional.of(KojiFailure.UNAVAILABLE))
                        ? CommandLineEntry.UNAVAILABLE
                        : CommandLineEntry.AT_FAULT;
        };
    }

    private static void leave(KojiBuild build) {
        if (build.result().isPresent()) {
            return;
        }
        build.leave();
        try {
            build.await();
        } catch (InterruptedException killed) {
            Thread.currentThread().interrupt();
        }
    }
}
