package dev.milliner.build.boot;

import dev.milliner.ground.FileTrouble;
import dev.milliner.image.disk.DiskFile;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A disk to start from.
 *
 * @param file where it is, absolute
 * @param format the format that QEMU knows it by
 * @param hasBootSector whether a BIOS finds a program in the first sector; a disk without is for UEFI
 */
record Drive(Path file, String format, boolean hasBootSector) {
    private static final int BOOT_CODE = 440;

    /** The disk in a file; empty where the file is none. */
    static Optional<Drive> in(Path file) throws BootException {
        if (!Files.isRegularFile(file)) {
            throw BootException.ofArtifact("There is no file " + file + ".");
        }
        try {
            Optional<DiskFile> found = DiskFile.open(file);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            try (DiskFile disk = found.get()) {
                String format = disk.format().equals("vhd") ? "vpc" : disk.format();
                return Optional.of(new Drive(file.toAbsolutePath().normalize(), format, hasBootSector(disk)));
            }
        } catch (IOException unreadable) {
            throw BootException.ofArtifact(FileTrouble.words(file, "cannot be started", unreadable) + ".");
        }
    }

    private static boolean hasBootSector(DiskFile disk) throws IOException {
        if (disk.blocks().size() < BOOT_CODE) {
            return false;
        }
        for (byte one :
                disk.blocks().read(0, BOOT_CODE, ByteOrder.LITTLE_ENDIAN).array()) {
            if (one != 0) {
                return true;
            }
        }
        return false;
    }

    /** What QEMU's {@code -drive} takes. */
    String option() {
        return "file=" + escaped(file) + ",format=" + format + ",if=virtio";
    }

    /** A comma ends a value of QEMU's options unless it is doubled. */
    static String escaped(Path file) {
        return file.toString().replace(",", ",,");
    }
}
