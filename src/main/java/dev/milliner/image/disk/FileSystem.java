package dev.milliner.image.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;

/** What file system bytes hold, told by its mark. */
public enum FileSystem {
    /** ext2, ext3 or ext4. */
    EXT("ext4", 0x438, "S\u00EF"),
    XFS("xfs", 0, "XFSB"),
    BTRFS("btrfs", 0x10040, "_BHRfS_M"),
    EROFS("erofs", 0x400, "\u00E2\u00E1\u00F5\u00E0"),
    SQUASHFS("squashfs", 0, "hsqs"),
    F2FS("f2fs", 0x400, "\u0010 \u00F5\u00F2"),
    LUKS("an encrypted volume", 0, "LUKS\u00BA\u00BE"),
    LVM("a volume of LVM", 0x218, "LVM2 001"),
    VERITY("a dm-verity hash tree", 0, "verity\0\0"),
    SWAP("swap", 0xFF6, "SWAPSPACE2"),
    ISO("ISO 9660", 0x8001, "CD001"),
    VFAT("vfat", 0x52, "FAT32   "),
    SMALL_FAT("vfat", 0x36, "FAT"),
    /** None of these. */
    UNKNOWN("nothing that is known", 0, "");

    private static final int HEAD = 2048;

    private final String label;
    private final long position;
    private final String magic;

    FileSystem(String label, long position, String magic) {
        this.label = label;
        this.position = position;
        this.magic = magic;
    }

    /** Its name in a sentence. */
    public String label() {
        return label;
    }

    /** Tells whether it can be written to at all. */
    public boolean isWritable() {
        return this != EROFS && this != SQUASHFS && this != ISO && this != VERITY;
    }

    /** What makes something of it that is read; empty where nothing simple does. */
    public String advice() {
        return switch (this) {
            case ISO -> "inspect the root file system in it";
            default -> "";
        };
    }

    /** Tells whether its mark stands behind a position, as for what does not begin where the bytes do. */
    boolean isAt(Blocks blocks, long start) throws IOException {
        return DiskFile.holds(blocks, start + position, magic);
    }

    /** How long it says it is, in bytes, where it may be shorter than its partition; empty where that is not read. */
    OptionalLong length(Blocks blocks) throws IOException {
        if (blocks.size() < HEAD) {
            return OptionalLong.empty();
        }
        ByteBuffer head = blocks.read(0, HEAD, ByteOrder.LITTLE_ENDIAN);
        return switch (this) {
            case SQUASHFS -> OptionalLong.of(head.getLong(40));
            case EROFS -> OptionalLong.of(Integer.toUnsignedLong(head.getInt(1024 + 36)) << (head.get(1024 + 12) & 31));
            case EXT -> {
                boolean wide = (head.getInt(1024 + 96) & 0x80) != 0;
                long high = wide ? Integer.toUnsignedLong(head.getInt(1024 + 336)) << 32 : 0;
                yield OptionalLong.of(
                        (high | Integer.toUnsignedLong(head.getInt(1024 + 4))) << (10 + (head.getInt(1024 + 24) & 15)));
            }
            default -> OptionalLong.empty();
        };
    }

    /** Tells what it is. */
    public static FileSystem of(Blocks blocks) throws IOException {
        for (FileSystem one : values()) {
            if (one.isAt(blocks, 0)) {
                return one;
            }
        }
        return UNKNOWN;
    }
}
