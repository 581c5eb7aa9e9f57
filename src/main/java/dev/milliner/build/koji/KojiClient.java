package dev.milliner.build.koji;

import dev.milliner.ground.HostTools;
import dev.milliner.ground.ToolCommand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Koji's own client with one of the user's profiles. Where the hub is and how to log in is the profile's business:
 * nothing of it is read, asked for or stored here.
 *
 * @param program the client
 * @param profile a section of the user's or the host's koji configuration
 */
public record KojiClient(Path program, String profile) {
    /** The profile that the client itself takes when none is named. */
    public static final String DEFAULT_PROFILE = "koji";

    /** How long a client that must not be killed in the middle may go on after the wish to stop. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** The client of this host. */
    public static Optional<KojiClient> ofHost(String profile) {
        return HostTools.koji().map(program -> new KojiClient(program, profile));
    }

    /** A command that only reads, without a login. */
    List<String> reading(String... words) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "--profile", profile, "--noauth"));
        command.addAll(List.of(words));
        return command;
    }

    /** A command for which the client logs in. */
    List<String> acting(List<String> words) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "--profile", profile));
        command.addAll(words);
        return command;
    }

    /** A command as a person would type it. */
    String shown(List<String> command) {
        List<String> typed = new ArrayList<>(command);
        typed.set(0, word());
        return ToolCommand.shown(typed);
    }

    /** The command that hands a request to the hub, as a person would type it. */
    public String shown(KojiRequest request) {
        return shown(acting(request.words()));
    }

    /** What a person would type to do something with this client and profile. */
    String typed(String... words) {
        return shown(acting(List.of(words)));
    }

    /** The client's name where that is enough to run it. */
    private String word() {
        return HostTools.find("koji").filter(program::equals).isPresent() ? "koji" : program.toString();
    }

    /**
     * Runs a command that may be killed at any time, as it changes nothing on the hub.
     *
     * @param patience after which the hub counts as silent
     * @throws InterruptedException when the thread is interrupted; the client is then ended
     */
    KojiAnswer ask(List<String> command, Path folder, Duration patience) throws InterruptedException {
        return run(command, folder, patience, Duration.ZERO);
    }

    /**
     * Runs a command that changes something on the hub. It takes as long as it takes, and has some time left when the
     * thread is interrupted, so that what it did is known.
     *
     * @throws InterruptedException when the thread is interrupted and the client did not end soon after
     */
    KojiAnswer act(List<String> command, Path folder) throws InterruptedException {
        return run(command, folder, Duration.ofDays(1), GRACE);
    }

    private KojiAnswer run(List<String> command, Path folder, Duration patience, Duration grace)
            throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(Path.of("/dev/null").toFile());
        // What it prints is read here; it must not be translated.
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process process;
        try {
            process = builder.start();
        } catch (IOException missing) {
            return new KojiAnswer.Refused("Koji's client cannot be run: " + missing.getMessage());
        }
        CompletableFuture<String> output = text(process.getInputStream());
        CompletableFuture<String> errors = text(process.getErrorStream());
        try {
            if (!await(process, patience, grace)) {
                return new KojiAnswer.Silent("no answer within " + patience.toSeconds() + " s");
            }
            return KojiAnswer.of(process.exitValue(), output.join(), errors.join());
        } catch (CompletionException unreadable) {
            return new KojiAnswer.Silent("the client's output cannot be read: " + unreadable.getMessage());
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static boolean await(Process process, Duration patience, Duration grace) throws InterruptedException {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            if (process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                Thread.currentThread().interrupt();
                return true;
            }
            throw stop;
        }
    }

    private static CompletableFuture<String> text(InputStream stream) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread.ofVirtual().name("output of koji").start(() -> {
            try (stream) {
                text.complete(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException closed) {
                text.completeExceptionally(closed);
            }
        });
        return text;
    }
}
