package dev.milliner.distro;

import java.util.List;
import java.util.Optional;

/** A distro that components are built for or taken from. */
public final class DistroDefinition extends TableDefinition {
    DistroDefinition(String name, TableValue table, Lazy<List<ResolvedValue>> values) {
        super(Kind.DISTRO, name, table, values);
    }

    /** The version that counts where none is named. */
    public Optional<String> defaultVersion() {
        return table().optionalText("default-version");
    }

    /** Its versions, in the order they are written. */
    public List<String> versions() {
        return List.copyOf(table().entries("versions").keySet());
    }

    /** The dist-git branch of a version. */
    public Optional<String> distGitBranch(String version) {
        return table().optionalText("versions", version, "dist-git-branch");
    }

    /** The URI pattern of its dist-git. */
    public Optional<String> distGitBaseUri() {
        return table().optionalText("dist-git-base-uri");
    }

    /** The URI pattern of its lookaside cache. */
    public Optional<String> lookasideBaseUri() {
        return table().optionalText("lookaside-base-uri");
    }

    /**
     * What the images of a version are built from: names of repositories, or of sets that bring some.
     *
     * @param version one of {@link #versions}
     */
    public List<String> imageInputs(String version) {
        return inputs(version, "image-build");
    }

    /**
     * What the packages of a version are built with: names of repositories, or of sets that bring some.
     *
     * @param version one of {@link #versions}
     */
    public List<String> packageInputs(String version) {
        return inputs(version, "rpm-build");
    }

    private List<String> inputs(String version, String use) {
        return table().tables("versions", version, "inputs", use).stream()
                .map(input -> input.text("repo").isEmpty() ? input.text("set") : input.text("repo"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** What DNF puts in place of {@code $releasever} for a version. */
    public Optional<String> releaseVersion(String version) {
        return table().optionalText("versions", version, "release-ver");
    }

    /** The mock configuration of a version for this machine's architecture, absolute. */
    public Optional<String> mockConfig(String version) {
        return table().optionalText("versions", version, "mock-config");
    }
}
