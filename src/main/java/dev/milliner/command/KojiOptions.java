package dev.milliner.command;

import dev.milliner.build.koji.KojiClient;
import dev.milliner.build.koji.KojiFailed;
import dev.milliner.build.koji.KojiFailure;
import picocli.CommandLine.Option;

/** What all commands over a farm take: whose hub. */
final class KojiOptions {
    @Option(
            names = {"-p", "--profile"},
            paramLabel = "PROFILE",
            defaultValue = KojiClient.DEFAULT_PROFILE,
            description = "A profile of your koji configuration (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private String profile;

    String profile() {
        return profile;
    }

    KojiClient client() {
        return client(profile);
    }

    /** The client with another profile than the one given. */
    static KojiClient client(String profile) {
        return KojiClient.ofHost(profile)
                .orElseThrow(() -> new UnavailableException(
                        "Koji's client is missing; 'milliner doctor' says how to install it."));
    }

    /** What a failure means to whoever ran the command. */
    static RuntimeException told(KojiFailed failed) {
        String message = failed.reason() + (failed.fix().isEmpty() ? "" : "; to do: " + failed.fix());
        return failed.kind() == KojiFailure.UNAVAILABLE
                ? new UnavailableException(message)
                : new InputException(message);
    }
}
