package dev.milliner.build.host;

import dev.milliner.ground.HostTools;
import dev.milliner.ground.ToolAnswer;
import dev.milliner.rpm.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks what this host can build, and says what adds what is missing. */
public final class HostCheck {
    private static final long GIBIBYTE = 1024L * 1024 * 1024;
    private static final long NEEDED_SPACE = 2 * GIBIBYTE;

    private final List<HostFinding> findings = new ArrayList<>();

    private HostCheck() {}

    /** Everything that any build needs. */
    public static List<HostFinding> all(Path folder) {
        List<HostFinding> all = new ArrayList<>(forImage("oci", folder));
        forImage("oem", folder).stream()
                .filter(finding -> all.stream().noneMatch(known -> known.check().equals(finding.check())))
                .forEach(all::add);
        all.add(Containment.advice());
        all.add(KojiEquipment.client());
        HostTools.koji().flatMap(KojiEquipment::finding).ifPresent(all::add);
        return all;
    }

    /**
     * What an image of a type needs.
     *
     * @param type KIWI's type, such as {@code oci} or {@code oem}
     * @param folder where the build's folder will be
     */
    public static List<HostFinding> forImage(String type, Path folder) {
        HostCheck check = new HostCheck();
        check.findings.add(architecture());
        RequiredTool.forType(type).forEach(check::tool);
        check.kiwi();
        check.findings.add(new dev.milliner.image.KiwiType(type).needsLoopDevice() ? loopDevice() : isolation());
        check.findings.add(space(folder));
        check.findings.add(level());
        return check.findings;
    }

    /** What making file systems of some kinds needs beside that. */
    static List<HostFinding> forFileSystems(Set<String> kinds) {
        HostCheck check = new HostCheck();
        RequiredTool.forFileSystems(kinds).forEach(check::tool);
        return check.findings;
    }

    /**
     * What packages of components need.
     *
     * @param folder where the build's folder will be
     */
    public static List<HostFinding> forComponents(Path folder) {
        HostCheck check = new HostCheck();
        check.findings.add(architecture());
        RequiredTool.forPackages().forEach(check::tool);
        check.findings.add(space(folder));
        check.findings.add(level());
        return check.findings;
    }

    private void tool(RequiredTool tool) {
        Optional<Path> found = tool.programs().stream()
                .flatMap(name -> HostTools.find(name).stream())
                .findFirst();
        String names = String.join(" or ", tool.programs());
        findings.add(new HostFinding(
                names,
                found.isPresent(),
                found.map(Path::toString).orElse("missing"),
                tool.purpose(),
                found.isPresent() ? "" : tool.installCommand()));
    }

    private void kiwi() {
        Optional<Path> found = HostTools.kiwi();
        Optional<String> version = found.map(KiwiVersion::of);
        boolean ok = version.filter(text -> ToolAnswer.isAtLeast(text, 10, 3)).isPresent();
        if (!ok) {
            findings.add(PythonTool.python());
        }
        findings.add(new HostFinding(
                "kiwi-ng",
                ok,
                found.map(path -> ok ? path.toString() : path + ", " + version.orElse(""))
                        .orElse("missing"),
                "builds images; 10.3 or later",
                ok ? "" : PythonTool.install("kiwi", "--upgrade kiwi solv")));
    }

    private static HostFinding architecture() {
        String found = System.getProperty("os.arch");
        boolean ok = found.equals("amd64") && System.getProperty("os.name").equals("Linux");
        return new HostFinding(
                "architecture",
                ok,
                System.getProperty("os.name") + " " + found,
                "Linux on x86_64",
                ok ? "" : "build on an x86_64 Linux host");
    }

    private static HostFinding isolation() {
        boolean ok = Privileges.isRoot() || userNamespaces();
        return new HostFinding(
                "user namespaces",
                true,
                ok ? "available" : "refused by this host",
                "builds containers without root",
                ok
                        ? ""
                        : "the build will ask to run KIWI as root; sysctl kernel.apparmor_restrict_unprivileged_userns=0"
                                + " on Ubuntu makes that unnecessary");
    }

    private static HostFinding loopDevice() {
        boolean ok = Files.exists(Path.of("/dev/loop-control"));
        return new HostFinding(
                "loop devices",
                ok,
                ok ? "available" : "missing",
                "1 for each disk that is built",
                ok ? "" : "load the kernel's module with: " + Install.asRoot("modprobe loop"));
    }

    private static HostFinding space(Path folder) {
        long free = FreeSpace.of(folder);
        Path existing = FreeSpace.existing(folder);
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            return new HostFinding(
                    "disk space",
                    false,
                    "no folder can be made in " + existing,
                    "2 GiB",
                    "make " + existing + " a folder that you may write to, or point XDG_STATE_HOME elsewhere");
        }
        boolean ok = free >= NEEDED_SPACE;
        return new HostFinding(
                "disk space",
                ok,
                free / GIBIBYTE + " GiB free in " + existing,
                "2 GiB",
                ok ? "" : "make room, or point XDG_STATE_HOME at a larger disk");
    }

    private static HostFinding level() {
        Level level = HostLevel.read();
        boolean ok = level.compareTo(Level.V3) >= 0;
        return new HostFinding(
                "processor",
                true,
                level.label(),
                "x86-64-v3 to run what is built; building needs no more than any",
                ok ? "" : "the image builds here but its programs do not run here");
    }

    public static boolean userNamespaces() {
        return ToolAnswer.succeeds(
                "unshare", "--map-root-user", "--mount", "--pid", "--fork", "mount", "-t", "tmpfs", "tmpfs", "/mnt");
    }
}
