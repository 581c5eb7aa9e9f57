package dev.milliner.build.log;

/** The stages of an image build, in the order they run. */
public enum Stage {
    CHECK("Check the host"),
    SOURCES("Prepare sources"),
    PACKAGES("Build packages"),
    REPOSITORY("Make the repository"),
    IMAGE("Build the image"),
    INSPECT("Inspect the result");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    /** The stage in words for people. */
    public String label() {
        return label;
    }
}
