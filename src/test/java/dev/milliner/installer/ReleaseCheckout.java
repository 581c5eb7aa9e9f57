package dev.milliner.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A small checkout under real git, with Milliner's own scripts, pom.xml and class of the version, to release from. The
 * packages, which take minutes, are made by a stand-in that {@code MILLINER_PACKAGE} names, as large as a word.
 *
 * @param machine where the checkout is
 */
record ReleaseCheckout(BareMachine machine) {
    static final String CHANGELOG = """
            # Changelog

            ## Unreleased

            ### Added

            - Hats with *two* brims.

            ### Fixed

            - `felt` keeps its shape.

            ## 6.10.0 – 2026-01-02

            ### Added

            - An older hat.
            """;

    private static final Path RELEASE = Path.of("src/main/java/dev/milliner/ground/Release.java");
    private static final String MAKE_PACKAGES = """
            version=$(sed -n '/<artifactId>milliner</{n;s/.*<version>\\(.*\\)<.*/\\1/p;}' pom.xml)
            mkdir -p target/package
            echo "for Debian" > "target/package/milliner_${version}_amd64.deb"
            echo "for Fedora" > "target/package/milliner-$version-1.x86_64.rpm"
            """;

    /** A checkout of which 6.9.0 and 6.10.0 were released. */
    static ReleaseCheckout in(Path folder) throws Exception {
        ReleaseCheckout made = new ReleaseCheckout(BareMachine.in(folder));
        made.write("pom.xml", Files.readString(Path.of("pom.xml")));
        made.write(RELEASE.toString(), Files.readString(RELEASE));
        made.write("CHANGELOG.md", CHANGELOG);
        made.write(".gitignore", "/target/\n");
        made.packagesAreMadeBy(MAKE_PACKAGES);
        made.git("init", "--quiet", "--initial-branch=main");
        made.git("config", "user.name", "Ann Other");
        made.git("config", "user.email", "ann@example.org");
        made.commitAll("Begin");
        made.git("tag", "v6.9.0");
        made.git("tag", "v6.10.0");
        made.git("tag", "vintage");
        return made;
    }

    Path file(String name) {
        return machine.checkout().resolve(name);
    }

    String read(String name) throws IOException {
        return Files.readString(file(name));
    }

    void write(String name, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file(name).getParent()));
        Files.writeString(file(name), text);
    }

    /** Has what makes the packages run these lines, in the checkout. */
    void packagesAreMadeBy(String lines) throws IOException {
        BareMachine.write(packaging(), "set -e\n" + lines);
    }

    /** And then these lines, after the packages are there. */
    void packagesAreMadeAndThen(String lines) throws IOException {
        packagesAreMadeBy(MAKE_PACKAGES + lines);
    }

    private Path packaging() {
        return machine.folder().resolve("packaging.sh");
    }

    void commitAll(String message) throws Exception {
        git("add", "--all");
        git("commit", "--quiet", "--message", message);
    }

    /** What git says; the test fails where git does. */
    String git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        BareMachine.Ran ran = run(Map.of(), command);
        assertThat(ran.status()).as(ran.output()).isZero();
        return ran.output();
    }

    BareMachine.Ran release(String... arguments) throws Exception {
        return release(Map.of(), arguments);
    }

    BareMachine.Ran release(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", "installer/release.sh"));
        command.addAll(List.of(arguments));
        return run(environment, command);
    }

    /** Runs a command in the checkout, with the programs of this host and nothing of its user's settings. */
    BareMachine.Ran run(Map<String, String> more, List<String> command) throws Exception {
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", machine.home().toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("MILLINER_PACKAGE", packaging().toString());
        environment.putAll(more);
        return machine.run(environment, line -> {}, command);
    }

    /** All that a refusal or a failure must leave as it was: commits, tags, the index, what is on the disk. */
    String state() throws Exception {
        return git("for-each-ref")
                + git("symbolic-ref", "HEAD")
                + git("status", "--porcelain")
                + git("ls-files", "-s")
                + git("diff")
                + read("CHANGELOG.md")
                + read("pom.xml")
                + read(RELEASE.toString());
    }
}
