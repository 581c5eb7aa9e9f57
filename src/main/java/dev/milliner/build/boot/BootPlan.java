package dev.milliner.build.boot;

import dev.milliner.build.host.Install;
import dev.milliner.ground.HostTools;
import dev.milliner.ground.ShellWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a disk, or a container that machines boot, will be started.
 *
 * @param disk the disk, or the container's archive
 * @param accelerator what runs the guest's instructions
 * @param processor what the guest sees
 * @param command QEMU's command line; its standard input and output are the guest's serial console, and Ctrl-A X ends it
 */
public record BootPlan(Path disk, Accelerator accelerator, GuestProcessor processor, List<String> command) {
    private static final String PROGRAM = "qemu-system-x86_64";
    private static final List<String> FIRMWARE = List.of(
            "/usr/share/ovmf/OVMF.fd",
            "/usr/share/edk2/ovmf/OVMF.fd",
            "/usr/share/OVMF/OVMF_CODE.fd",
            "/usr/share/OVMF/OVMF_CODE_4M.fd",
            "/usr/share/edk2/ovmf/OVMF_CODE.fd",
            "/usr/share/edk2/x64/OVMF.4m.fd");

    /** With a list that nobody changes. */
    public BootPlan {
        command = List.copyOf(command);
    }

    /**
     * Plans.
     *
     * @throws BootException when the file is no disk, QEMU or the firmware is missing, or QEMU knows no such processor
     */
    public static BootPlan of(BootRequest request) throws BootException {
        Drive drive = Drive.in(request.disk())
                .orElseThrow(() -> BootException.ofArtifact(
                        request.disk() + " is no disk; raw, qcow2 and fixed VHD disks are started."));
        List<String> words = new ArrayList<>();
        firmware(drive).ifPresent(file -> words.addAll(List.of("-bios", file)));
        // What the guest writes goes to a file that has no name and ends with QEMU.
        words.addAll(List.of("-snapshot", "-drive", drive.option()));
        return of(request, drive.file(), words);
    }

    /**
     * Plans to start a container.
     *
     * @param request names its archive
     * @param start what was made of it; it must last as long as the machine
     * @throws BootException when QEMU is missing, or knows no such processor
     */
    public static BootPlan of(BootRequest request, ContainerStart start) throws BootException {
        return of(
                request,
                request.disk().toAbsolutePath().normalize(),
                List.of(
                        "-kernel",
                        start.kernel().toString(),
                        "-initrd",
                        start.initramfs().toString(),
                        "-append",
                        "console=ttyS0 quiet panic=-1 root=/dev/vda1 rootfstype=squashfs ro",
                        "-drive",
                        "file=" + Drive.escaped(start.disk()) + ",format=raw,if=virtio,readonly=on"));
    }

    private static BootPlan of(BootRequest request, Path artifact, List<String> started) throws BootException {
        Path qemu = HostTools.find(PROGRAM)
                .orElseThrow(() ->
                        new BootException("A machine is started by " + PROGRAM + ", which is missing; this adds it: "
                                + Install.command("qemu-system-x86", "qemu-system-x86-core")));
        String model = request.model().orElseGet(() -> GuestProcessor.modelOf(request.level()));
        Accelerator accelerator = Accelerator.best(qemu, model);
        GuestProcessor processor = GuestProcessor.ask(qemu, accelerator, model);
        List<String> words = new ArrayList<>(List.of(qemu.toString(), "-accel", accelerator.option(), "-cpu", model));
        words.addAll(List.of("-m", "1024", "-display", "none", "-no-reboot", "-serial", "mon:stdio"));
        words.addAll(List.of("-nic", request.network() ? "user,model=virtio-net-pci" : "none"));
        words.addAll(started);
        return new BootPlan(artifact, accelerator, processor, words);
    }

    /**
     * Tells whether a file holds a disk.
     *
     * @throws BootException when there is no such file, or a disk that cannot be started
     */
    public static boolean isDisk(Path file) throws BootException {
        return Drive.in(file).isPresent();
    }

    /** The command as it would be typed into a shell. */
    public String shown() {
        return ShellWords.of(command);
    }

    private static Optional<String> firmware(Drive drive) throws BootException {
        if (drive.hasBootSector()) {
            return Optional.empty();
        }
        return Optional.of(FIRMWARE.stream()
                .filter(file -> Files.isReadable(Path.of(file)))
                .findFirst()
                .orElseThrow(() -> new BootException(drive.file().getFileName()
                        + " has no boot sector, so it starts by UEFI, whose firmware is missing; this adds it: "
                        + Install.command("ovmf", "edk2-ovmf"))));
    }
}
