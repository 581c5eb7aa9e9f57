package dev.milliner.command;

import dev.milliner.build.evaluate.ComponentEvaluation;
import dev.milliner.build.evaluate.ComponentEvaluator;
import dev.milliner.build.evaluate.EvaluationUnavailableException;
import dev.milliner.build.evaluate.TrustedTree;
import dev.milliner.build.evaluate.TrustedTrees;
import dev.milliner.distro.Distro;
import dev.milliner.ground.FileTrouble;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.upstream.SourceUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Option;

/** What rpm makes of a component, where it is asked for; never of a tree that the user does not trust. */
final class RpmQuestion {
    private static final int GRACE = 5;

    @Option(
            names = "--rpm",
            description = "Show too what they and the build options change for rpm: packages, dependencies, files."
                    + " rpmspec reads the spec for that, in a tree that you trust.")
    private boolean asked;

    @Option(
            names = "--trust",
            description =
                    "With --rpm: trust this tree from now on. Its specs may then run commands while rpm reads them,"
                            + " without network and with nothing of this host to write to.")
    private boolean trusting;

    boolean isAsked() {
        return asked;
    }

    /** Tells whether trust is given for nothing. */
    boolean isIdle() {
        return trusting && !asked;
    }

    /**
     * The tree, where it is trusted.
     *
     * @throws InputException where it is not
     */
    TrustedTree demandTrust(Distro distro, String component) {
        TrustedTrees trees = TrustedTrees.ofUser();
        Path root = distro.tree().root();
        if (!trusting) {
            return trees.find(root).orElseThrow(() -> new InputException(untrusted(root, component)));
        }
        try {
            return trees.trust(root);
        } catch (IOException unwritable) {
            throw new InputException("That you trust this tree cannot be remembered: " + FileTrouble.words(unwritable));
        }
    }

    private static String untrusted(Path root, String component) {
        String name = TerminalOutput.oneLine(component);
        return "This would run rpmspec on " + name
                + ".spec, before and after its overlays, and with it whatever commands"
                + " the spec names (%(…), lua): without network, in little time and memory, and with nothing of this host"
                + " to write to. You have not said yet that you trust " + TerminalOutput.oneLine(root.toString())
                + ", so nothing was run. To say it once for this tree: milliner overlays " + name + " --rpm --trust";
    }

    /** Asks rpm. */
    static ComponentEvaluation ask(TrustedTree trusted, Distro distro, OverlaidComponent overlaid) {
        Thread asking = Thread.currentThread();
        CountDownLatch answered = new CountDownLatch(1);
        // Ctrl-C ends the program with 130 by itself; rpm is ended and its folder deleted before that.
        Thread stop = new Thread(() -> stop(asking, answered), "stop rpm");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            return ComponentEvaluator.of(trusted, distro).evaluate(overlaid);
        } catch (SourceUnavailableException absent) {
            throw Unreachable.told(absent);
        } catch (EvaluationUnavailableException missing) {
            throw new UnavailableException(missing.reason());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("rpm was stopped.");
        } finally {
            answered.countDown();
            forget(stop);
        }
    }

    private static void stop(Thread asking, CountDownLatch answered) {
        asking.interrupt();
        try {
            boolean ignored = answered.await(GRACE, TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread stop) {
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException ending) {
            // It runs just now.
        }
    }
}
