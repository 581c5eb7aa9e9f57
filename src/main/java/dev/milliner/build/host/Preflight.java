package dev.milliner.build.host;

import dev.milliner.ground.HostTools;
import dev.milliner.ground.ToolAnswer;
import dev.milliner.image.KiwiDescription;
import dev.milliner.rpm.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What one build needs of this host, checked before anything runs. */
public final class Preflight {
    private static final long NEEDED_FILES = 50_000;

    private Preflight() {}

    /**
     * Checks.
     *
     * @param folder the build's
     */
    public static List<HostFinding> of(KiwiDescription description, Level level, Path folder) {
        List<HostFinding> findings = new ArrayList<>(Stream.concat(
                        HostCheck.forImage(description.type(), folder).stream(),
                        HostCheck.forFileSystems(description.fileSystems()).stream())
                .filter(finding -> !finding.check().equals("processor"))
                .toList());
        findings.add(files(folder));
        if (description.uefi()) {
            findings.add(fat());
            findings.add(fatMaker());
        }
        if (level.compareTo(Level.V1) > 0) {
            findings.add(rpm(level));
        }
        findings.add(processor(level, HostLevel.read()));
        return findings;
    }

    /** File systems that make inodes as they need them say that there are none. */
    static HostFinding files(Path folder) {
        Path existing = FreeSpace.existing(folder);
        String[] counts =
                ToolAnswer.of("stat", "-f", "-c", "%c %d", existing.toString()).split(" ", -1);
        boolean counted = counts.length == 2 && !counts[0].equals("0") && counts[1].matches("\\d+");
        boolean ok = !counted || Long.parseLong(counts[1]) >= NEEDED_FILES;
        return new HostFinding(
                "room for files",
                ok,
                counted ? counts[1] + " inodes free in " + existing : "not limited",
                NEEDED_FILES + " inodes",
                ok ? "" : "delete files, or point XDG_STATE_HOME at another file system");
    }

    /** KIWI makes and mounts the EFI system partition. */
    static HostFinding fat() {
        boolean loaded;
        try {
            loaded = Files.readString(Path.of("/proc/filesystems")).contains("\tvfat\n");
        } catch (IOException unknown) {
            loaded = false;
        }
        boolean loadable = !loaded
                && HostTools.find("modprobe")
                        .filter(modprobe -> !ToolAnswer.of(modprobe.toString(), "--dry-run", "--verbose", "vfat")
                                .isEmpty())
                        .isPresent();
        boolean ok = loaded || loadable;
        return new HostFinding(
                "vfat",
                ok,
                loaded ? "available" : loadable ? "loaded when needed" : "this kernel has no vfat",
                "mounts the EFI system partition of an image that starts by UEFI",
                ok ? "" : "build on a host whose kernel has vfat, or give the image firmware=\"bios\"");
    }

    private static HostFinding fatMaker() {
        boolean ok = HostTools.find("mkfs.vfat").isPresent();
        return new HostFinding(
                "mkfs.vfat",
                ok,
                ok ? "available" : "missing",
                "makes the EFI system partition",
                ok ? "" : Install.command("dosfstools", "dosfstools"));
    }

    /** As an architecture, rpm knows the levels from 4.19 on. */
    static HostFinding rpm(Level level) {
        return rpm(
                level, version -> true, "nothing: packages stay x86_64, and the compiler is told " + level.label(), "");
    }

    /** An older rpm builds without a word packages whose macros are not expanded and that nothing installs. */
    public static HostFinding knowsLevels(Level level) {
        return rpm(
                level,
                Preflight::knowsLevels,
                "makes packages of the level's architecture; rpm 4.19 or later",
                "leave out --arch-tag, or build where rpm is newer");
    }

    private static boolean knowsLevels(String version) {
        return ToolAnswer.isAtLeast(version, 4, 19);
    }

    private static HostFinding rpm(Level level, Predicate<String> enough, String needed, String fix) {
        String version = ToolAnswer.of("rpm", "--version");
        boolean knows = knowsLevels(version);
        boolean ok = enough.test(version);
        return new HostFinding(
                "rpm and " + level.shortName(),
                ok,
                (version.isEmpty() ? "rpm" : version)
                        + (knows ? " knows " : " does not know ")
                        + PackageArchitecture.LEVEL.of(level),
                needed,
                ok ? "" : fix);
    }

    static HostFinding processor(Level level, Level host) {
        boolean runs = host.compareTo(level) >= 0;
        return new HostFinding(
                "processor",
                true,
                host.label(),
                level.label() + " to run what is built, as tests of packages do",
                runs ? "" : "what is built does not run here; packages whose %check runs it fail");
    }
}
