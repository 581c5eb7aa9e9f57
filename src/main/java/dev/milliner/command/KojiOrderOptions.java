package dev.milliner.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What every order to a farm says. */
final class KojiOrderOptions {
    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    private String target;

    @Option(names = "--scratch", description = "A build that counts for nothing and goes after a while.")
    private boolean scratch;

    @Option(
            names = "--arch",
            paramLabel = "ARCH",
            description = "Only this architecture; may be given again. Of packages, for scratch builds only.")
    private List<String> architectures = new ArrayList<>();

    @Option(
            names = {"-t", "--target"},
            required = true,
            paramLabel = "TARGET",
            description = "The build target; 'koji targets' lists them.")
    void aim(String named) {
        if (named.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(), "The build target is empty; 'milliner koji targets' lists what there is.");
        }
        target = named;
    }

    String target() {
        return target;
    }

    boolean scratch() {
        return scratch;
    }

    List<String> architectures() {
        return architectures;
    }
}
