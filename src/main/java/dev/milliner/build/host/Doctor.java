package dev.milliner.build.host;

import dev.milliner.ground.HostTools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that any engine needs of this host, and what only some things need. */
public final class Doctor {
    private static final Path KVM = Path.of("/dev/kvm");

    private static final List<String> LIBRARIES =
            List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/lib64", "/usr/lib", "/usr/local/lib");

    private static final String AZLDEV = "go install github.com/microsoft/azure-linux-dev-tools/cmd/azldev@latest";

    /**
     * A program that only some things need.
     *
     * @param programs its names; one of them will do
     * @param purpose what it is needed for
     * @param debian the package that brings it on Debian, or empty
     * @param fedora the package that brings it on Fedora, or empty
     * @param otherwise what brings it where no package does
     */
    private record Optionally(List<String> programs, String purpose, String debian, String fedora, String otherwise) {
        HostFinding finding() {
            Optional<Path> found = programs.stream()
                    .flatMap(name -> HostTools.find(name).stream())
                    .findFirst();
            return optional(
                    String.join(" or ", programs), found.map(Path::toString).orElse("missing"), purpose, fix());
        }

        private String fix() {
            String here = HostTools.find("apt-get").isPresent() ? debian : fedora;
            return here.isEmpty() ? otherwise : Install.command(debian, fedora);
        }
    }

    private static final List<Optionally> SOME = List.of(
            new Optionally(List.of("git"), "fetches what azldev builds from", "git", "git", ""),
            new Optionally(List.of("sudo", "pkexec"), "runs KIWI as root for disks", "sudo", "sudo", ""),
            new Optionally(
                    List.of("qemu-system-x86_64"), "starts built disks", "qemu-system-x86", "qemu-system-x86-core", ""),
            new Optionally(List.of("mkfs.vfat"), "disks that start by UEFI", "dosfstools", "dosfstools", ""),
            new Optionally(
                    List.of("notify-send"), "tells of a build's end on the desktop", "libnotify-bin", "libnotify", ""),
            new Optionally(List.of("podman"), "opens a shell in a built container", "podman", "podman", ""),
            new Optionally(List.of("dnf5"), "builds images whose package manager is dnf5", "", "dnf5", debian("dnf5")),
            new Optionally(List.of("mock"), "builds components in a clean root", "", "mock", debian("mock")),
            new Optionally(List.of("azldev"), "the engine azldev", "", "", AZLDEV));

    private Doctor() {}

    /**
     * Checks the host.
     *
     * @param folder where builds have their folders
     */
    public static List<HostFinding> examine(Path folder) {
        List<HostFinding> findings = new ArrayList<>(HostCheck.all(folder));
        findings.add(needed("gcc", HostTools.find("gcc"), "compiles packages", Install.command("gcc", "gcc")));
        findings.add(needed(
                "libsolv",
                library(),
                "tells what an image would hold",
                Install.command("libsolv1 libsolvext1", "libsolv")));
        findings.add(Preflight.files(folder));
        HostFinding fat = Preflight.fat();
        findings.add(optional("vfat", fat.ok() ? fat.found() : "missing", "disks that start by UEFI", fat.fix()));
        findings.add(kvm());
        findings.add(mockCaller());
        SOME.stream()
                .filter(some -> !some.programs().contains("sudo") || !Privileges.isRoot())
                .map(Optionally::finding)
                .filter(finding ->
                        findings.stream().noneMatch(known -> known.check().equals(finding.check())))
                .forEach(findings::add);
        return findings;
    }

    /** The engine azldev, where it must be there. */
    public static HostFinding azldev() {
        return needed("azldev", HostTools.find("azldev"), "prepares sources and runs mock", AZLDEV);
    }

    /** mock, where it must be there. */
    static HostFinding mock() {
        String fix = HostTools.find("apt-get").isPresent() ? debian("mock") : Install.command("", "mock");
        return needed("mock", HostTools.find("mock"), "builds components in a clean root", fix);
    }

    private static HostFinding needed(String check, Optional<Path> found, String purpose, String fix) {
        return new HostFinding(
                check,
                found.isPresent(),
                found.map(Path::toString).orElse("missing"),
                purpose,
                found.isPresent() ? "" : fix);
    }

    private static Optional<Path> library() {
        return LIBRARIES.stream()
                .map(folder -> Path.of(folder, "libsolvext.so.1"))
                .filter(Files::exists)
                .findFirst();
    }

    private static HostFinding mockCaller() {
        HostFinding caller = MockCheck.caller();
        return optional(caller.check(), caller.ok() ? caller.found() : "missing", caller.needed(), caller.fix());
    }

    private static HostFinding kvm() {
        boolean there = Files.exists(KVM);
        boolean ok = Files.isReadable(KVM) && Files.isWritable(KVM);
        return optional(
                "kvm",
                ok ? KVM.toString() : "missing",
                "starts built disks faster",
                there
                        ? Install.asRoot("usermod -a -G kvm " + System.getProperty("user.name"))
                        : "turn on virtualisation in the firmware's settings");
    }

    /** A host without it is as well as one with it. */
    private static HostFinding optional(String check, String found, String purpose, String fix) {
        return new HostFinding(check, true, found, "optional: " + purpose, found.equals("missing") ? fix : "");
    }

    private static String debian(String program) {
        return "no package of this distribution brings " + program + "; on Fedora: dnf install -y " + program;
    }
}
