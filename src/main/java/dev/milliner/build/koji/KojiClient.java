package dev.milliner.build.koji;

import dev.milliner.ground.HostTools;
import dev.milliner.ground.ToolCommand;
import dev.milliner.ground.ToolEnvironment;
import dev.milliner.ground.ToolResult;
import dev.milliner.ground.ToolRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Koji's own client with one of the user's profiles. Where the hub is and how to log in is the profile's business:
 * nothing of it is asked for or stored here, and no more is read of it than whether it names a hub at all.
 *
 * @param program the client
 * @param profile a section of the user's or the host's koji configuration
 */
public record KojiClient(Path program, String profile) {
    /** The profile that the client itself takes when none is named. */
    public static final String DEFAULT_PROFILE = "koji";

    /** It finds the profile and logs in by what is the user's. What it prints is read here, as UTF-8. */
    private static final Map<String, String> ENVIRONMENT =
            ToolEnvironment.joined(ToolEnvironment.ofUser(), Map.of("PYTHONIOENCODING", "utf-8"));

    /** How long a client that must not be killed in the middle may go on after the wish to stop. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** Long enough for a client that tells why to try a hub once. */
    private static final Duration FIRST_TRY = Duration.ofSeconds(15);

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

    /**
     * Asks the client why it reached nobody: it says so only when it is told to, and by some of its commands.
     *
     * @param answer what came of a command
     * @return the same, but for a hub that could not be reached
     */
    KojiAnswer explained(KojiAnswer answer, Path folder, Duration patience) throws InterruptedException {
        if (!(answer instanceof KojiAnswer.Silent(String message)) || !KojiComplaint.saysNotWhy(message)) {
            return answer;
        }
        Duration enough = patience.compareTo(FIRST_TRY) < 0 ? patience : FIRST_TRY;
        return switch (ended(reading("--debug", "list-targets"), folder, enough, Duration.ZERO)) {
            case ToolResult.Ended ended when ended.status() != 0 -> KojiComplaint.unreachable(ended.errors(), answer);
            // It goes on trying, and said why the first time.
            case ToolResult.Late late -> KojiComplaint.unreachable(late.errors(), answer);
            default -> answer;
        };
    }

    private ToolResult ended(List<String> command, Path folder, Duration patience, Duration grace)
            throws InterruptedException {
        ToolCommand ofUser = ToolCommand.of(folder, ENVIRONMENT, command);
        return ToolRun.within(patience).withGrace(grace).of(ofUser);
    }

    private KojiAnswer run(List<String> command, Path folder, Duration patience, Duration grace)
            throws InterruptedException {
        Optional<String> fault = KojiConfiguration.ofUser().fault(profile);
        if (fault.isPresent()) {
            return new KojiAnswer.Nowhere(fault.get());
        }
        return switch (ended(command, folder, patience, grace)) {
            case ToolResult.Ended ended -> KojiAnswer.of(ended.status(), ended.output(), ended.errors());
            case ToolResult.Late late -> KojiComplaint.late(patience);
            case ToolResult.TooMuch much -> new KojiAnswer.Silent("the client " + much.words());
            case ToolResult.Unstartable not -> new KojiAnswer.Refused("Koji's client cannot be run: " + not.reason());
        };
    }
}
