package dev.milliner.build.host;

import dev.milliner.ground.HostTools;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who does the work of a build. */
public enum EngineKind {
    /** rpmbuild and KIWI on this host, from sources that Milliner prepares. */
    LOCAL("rpmbuild and KIWI"),
    /** mock, which builds each component in a clean root; images come from KIWI all the same. */
    MOCK("mock and KIWI"),
    /** azldev: for components it drives mock, for images KIWI, whose packages come from rpmbuild. */
    AZLDEV("azldev");

    private final String label;

    EngineKind(String label) {
        this.label = label;
    }

    /** As screens show it. */
    public String label() {
        return label;
    }

    /** As the command line calls it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Why it cannot build here, in a sentence; empty where it can, as far as can be told at once. */
    public Optional<String> absence() {
        return switch (this) {
            case LOCAL -> Optional.empty();
            case MOCK -> MockCheck.absence();
            case AZLDEV ->
                HostTools.find("azldev").isPresent() ? Optional.empty() : Optional.of("azldev is not installed");
        };
    }

    /** The words of all, as a sentence lists them. */
    public static String words() {
        return Arrays.stream(values()).map(EngineKind::word).collect(Collectors.joining(", "));
    }

    /** The engine of a word. */
    public static Optional<EngineKind> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
