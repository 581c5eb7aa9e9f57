package dev.milliner.build;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who does the work of a build. */
public enum EngineKind {
    /** rpmbuild and KIWI on this host, from sources that Milliner prepares. */
    LOCAL("rpmbuild and KIWI"),
    /** azldev, which drives KIWI; packages come from rpmbuild all the same. */
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

    /** The engine of a word. */
    public static Optional<EngineKind> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
