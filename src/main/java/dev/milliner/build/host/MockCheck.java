package dev.milliner.build.host;

import dev.milliner.ground.HostTools;
import dev.milliner.ground.ToolAnswer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whether mock can be run here, by this user. */
public final class MockCheck {
    /** Without the other's setting mock gives its rights up to root, which it refuses. */
    private static final List<String> CALLERS = List.of("SUDO_UID", "USERHELPER_UID");

    private static final String GROUP = "mock";

    private MockCheck() {}

    /**
     * What builds of components by mock need.
     *
     * @param config mock's configuration
     * @param folder the build's
     */
    public static List<HostFinding> of(Path config, Path folder) {
        List<HostFinding> findings = new ArrayList<>(HostCheck.forComponents(folder));
        findings.add(Doctor.mock());
        findings.add(program("python3", "runs mock, and what stops it", "python3"));
        findings.add(caller());
        boolean there = Files.isReadable(config);
        findings.add(new HostFinding(
                "a configuration of mock",
                there,
                there ? config.toString() : "missing",
                "says what the clean root is made of",
                there ? "" : "write " + config + ", or correct mock-config-x86_64 of the distro's version"));
        return findings;
    }

    /** Why mock cannot be used, in a sentence; empty where it can. */
    static Optional<String> absence() {
        if (HostTools.find("mock").isEmpty()) {
            return Optional.of("mock is not installed");
        }
        return Optional.of(caller()).filter(finding -> !finding.ok()).map(HostFinding::fault);
    }

    public static HostFinding program(String name, String purpose, String brings) {
        Optional<Path> found = HostTools.find(name);
        return new HostFinding(
                name,
                found.isPresent(),
                found.map(Path::toString).orElse("missing"),
                purpose,
                found.isPresent() ? "" : Install.command(brings, brings));
    }

    /** Who may run mock: root may not, whatever groups it is in. */
    static HostFinding caller() {
        return Privileges.isRoot() ? user() : group();
    }

    /** mock gives up its rights for those of whoever called it, so it does not run for root itself. */
    private static HostFinding user() {
        boolean ok = !Privileges.isRoot() || CALLERS.stream().anyMatch(name -> System.getenv(name) != null);
        return new HostFinding(
                "an ordinary user",
                ok,
                ok ? System.getProperty("user.name") : "this is root",
                "runs mock, which refuses root",
                ok ? "" : "run Milliner as an ordinary user who is in the group mock");
    }

    /** A user who was just added is in the group only in sessions that begin later. */
    private static HostFinding group() {
        boolean now = isMember(ToolAnswer.of("id", "-nG"));
        boolean later = !now && isMember(ToolAnswer.of("id", "-nG", System.getProperty("user.name")));
        return new HostFinding(
                "membership of the group mock",
                now,
                now ? "yes" : later ? "this session began before the user was added" : "no",
                "lets this user run mock",
                now ? "" : later ? "log in again, or run: newgrp mock" : join());
    }

    /** mock's package makes the group. */
    private static String join() {
        return (HostTools.find("mock").isPresent() ? "" : "once mock is installed: ")
                + Install.asRoot("usermod -a -G " + GROUP + " " + System.getProperty("user.name"));
    }

    private static boolean isMember(String groups) {
        return Arrays.asList(groups.split(" ", -1)).contains(GROUP);
    }
}
