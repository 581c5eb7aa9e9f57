package dev.milliner.build.boot;

import dev.milliner.ground.ToolCommand;
import dev.milliner.ground.ToolResult;
import dev.milliner.ground.ToolRun;
import dev.milliner.rpm.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What runs the guest's instructions. */
public enum Accelerator {
    /** The host's processor. */
    KVM,
    /** QEMU's own translation, slower by far, and able to run a processor that the host is not. */
    TCG;

    private static final Path DEVICE = Path.of("/dev/kvm");

    /** A boot sector: {@code mov al,1; out 0xf4,al} leaves QEMU through its debug exit, {@code cli; hlt} never comes. */
    private static final byte[] LEAVE = {(byte) 0xB0, 1, (byte) 0xE6, (byte) 0xF4, (byte) 0xFA, (byte) 0xF4};

    /** QEMU's status after the boot sector wrote 1: twice that, and one. */
    private static final int LEFT = 3;

    private static final int SECTOR = 512;
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** The name that QEMU's {@code -accel} takes. */
    public String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * KVM where it runs a guest and gives it no less than TCG would, else TCG. There are hosts that have the device and
     * cannot, so one instruction is tried for real; those that emulate half a processor have not even SSE4.
     *
     * @param qemu the program
     * @param model QEMU's name of the processor
     */
    static Accelerator best(Path qemu, String model) {
        boolean usable = Files.isReadable(DEVICE) && Files.isWritable(DEVICE);
        return usable && gives(qemu, model) && runs(qemu, model) ? KVM : TCG;
    }

    private static boolean gives(Path qemu, String model) {
        try {
            Level most = GuestProcessor.ask(qemu, KVM, "max").level();
            Level given = GuestProcessor.ask(qemu, KVM, model).level();
            boolean real = most.compareTo(Level.V2) >= 0;
            return real
                    && (model.startsWith("host")
                            || given.compareTo(
                                            GuestProcessor.ask(qemu, TCG, model).level())
                                    >= 0);
        } catch (BootException unusable) {
            return false;
        }
    }

    private static boolean runs(Path qemu, String model) {
        try {
            Path disk = Files.createTempFile("milliner-kvm", ".raw");
            try {
                Files.write(disk, sector());
                return leaves(qemu, model, disk);
            } finally {
                Files.delete(disk);
            }
        } catch (IOException impossible) {
            return false;
        }
    }

    private static byte[] sector() {
        byte[] sector = java.util.Arrays.copyOf(LEAVE, SECTOR);
        sector[SECTOR - 2] = 0x55;
        sector[SECTOR - 1] = (byte) 0xAA;
        return sector;
    }

    private static boolean leaves(Path qemu, String model, Path disk) {
        ToolCommand machine = ToolCommand.ofUser(List.of(
                qemu.toString(),
                "-accel",
                "kvm",
                "-cpu",
                model,
                "-m",
                "16",
                "-display",
                "none",
                "-nodefaults",
                "-no-reboot",
                "-device",
                "isa-debug-exit,iobase=0xf4,iosize=1",
                "-drive",
                "format=raw,snapshot=on,file=" + Drive.escaped(disk)));
        try {
            return ToolRun.within(PATIENCE).of(machine) instanceof ToolResult.Ended ended && ended.status() == LEFT;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
