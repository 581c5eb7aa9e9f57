package dev.milliner.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What every order to a farm says. */
final class KojiOrderOptions {
    @Option(
            names = {"-t", "--target"},
            required = true,
            paramLabel = "TARGET",
            description = "The build target; 'koji targets' lists them.")
    @SuppressWarnings("NullAway.Init")
    private String target;

    @Option(names = "--scratch", description = "A build that counts for nothing and goes after a while.")
    private boolean scratch;

    @Option(
            names = "--arch",
            paramLabel = "ARCH",
            description = "Only this architecture; may be given again. Of packages, for scratch builds only.")
    private List<String> architectures = new ArrayList<>();

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
