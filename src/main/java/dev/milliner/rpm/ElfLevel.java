package dev.milliner.rpm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads from an ELF file which x86-64 level its notes say it needs: the property {@code GNU_PROPERTY_X86_ISA_1_NEEDED}
 * of the x86-64 psABI. A compiler writes it only when told to, so its absence proves nothing.
 */
public final class ElfLevel {
    private static final int MAGIC = 0x7F454C46;
    private static final int MACHINE_X86_64 = 62;
    private static final int TYPE_EXECUTABLE = 2;
    private static final int TYPE_SHARED = 3;
    private static final int SEGMENT_NOTE = 4;
    private static final int NOTE_PROPERTY = 5;
    private static final int NOTE_HEADER = 12;
    private static final int NAME_GNU = 0x00554E47;
    private static final int PROPERTY_ISA_NEEDED = 0xC0008002;

    /** Far more than any compiler writes; only made-up files have more, to keep a reader busy. */
    private static final int MOST_SEGMENTS = 256;

    private static final int LARGEST_NOTES = 1 << 16;

    /** Notes stand near a program's start; what is longer is looked at only so far. */
    private static final int LARGEST_PROGRAM = 16 * 1024 * 1024;

    /** What Go says of its build stands behind the code. */
    private static final int LARGEST_GO_PROGRAM = 240 * 1024 * 1024;

    private ElfLevel() {}

    /** What a file says. */
    public enum Answer {
        /** It is no x86-64 program or library. */
        NO_PROGRAM,
        /** It is one, and says nothing. */
        SILENT,
        /** It has the note, which says what it needs. */
        NEEDS,
        /** It is Go's, and says what it was compiled for. */
        COMPILED_FOR
    }

    /**
     * What a file says.
     *
     * @param answer whether it says anything
     * @param level the level it needs or was compiled for, where it says so
     */
    public record Reading(Answer answer, Optional<Level> level) {
        /** What no program says. */
        public static final Reading NO_PROGRAM = new Reading(Answer.NO_PROGRAM, Optional.empty());
        /** What a program says that carries no note. */
        public static final Reading SILENT = new Reading(Answer.SILENT, Optional.empty());
    }

    /** Tells whether a file that starts with these bytes may be an ELF file. */
    public static boolean isElf(byte[] start) {
        return start.length >= Integer.BYTES && ByteBuffer.wrap(start).getInt(0) == MAGIC;
    }

    /**
     * Reads a file from its start. What is no ELF file is read no further than it takes to tell.
     *
     * @param file its content; not closed
     */
    public static Reading read(InputStream file) throws IOException {
        byte[] start = file.readNBytes(Integer.BYTES);
        if (!isElf(start)) {
            return Reading.NO_PROGRAM;
        }
        byte[] whole = joined(start, file.readNBytes(LARGEST_PROGRAM));
        return of(
                whole.length > LARGEST_PROGRAM && GoBuild.isGo(whole)
                        ? joined(whole, file.readNBytes(LARGEST_GO_PROGRAM))
                        : whole);
    }

    private static byte[] joined(byte[] start, byte[] rest) {
        byte[] whole = Arrays.copyOf(start, start.length + rest.length);
        System.arraycopy(rest, 0, whole, start.length, rest.length);
        return whole;
    }

    /**
     * Reads a file.
     *
     * @param file its whole content; damaged files say nothing
     */
    public static Reading of(byte[] file) {
        if (file.length < 64 || !isElf(file)) {
            return Reading.NO_PROGRAM;
        }
        ByteBuffer elf = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int type = elf.getShort(16);
        boolean program =
                file[4] == 2 && elf.getShort(18) == MACHINE_X86_64 && (type == TYPE_EXECUTABLE || type == TYPE_SHARED);
        if (!program) {
            return Reading.NO_PROGRAM;
        }
        try {
            return GoBuild.level(file)
                    .map(level -> new Reading(Answer.COMPILED_FOR, Optional.of(level)))
                    .or(() -> segments(elf).map(level -> new Reading(Answer.NEEDS, Optional.of(level))))
                    .orElse(Reading.SILENT);
        } catch (IndexOutOfBoundsException | ArithmeticException damaged) {
            return Reading.SILENT;
        }
    }

    private static Optional<Level> segments(ByteBuffer elf) {
        long table = elf.getLong(32);
        int length = elf.getShort(54) & 0xFFFF;
        int count = Math.min(elf.getShort(56) & 0xFFFF, MOST_SEGMENTS);
        for (int i = 0; i < count; i++) {
            int at = Math.toIntExact(table + (long) i * length);
            if (elf.getInt(at) == SEGMENT_NOTE) {
                int offset = Math.toIntExact(elf.getLong(at + 8));
                int size = Math.toIntExact(elf.getLong(at + 32));
                int align = Math.max(4, Math.toIntExact(elf.getLong(at + 48)));
                int end = Math.addExact(offset, Math.min(size, LARGEST_NOTES));
                Optional<Level> level = notes(elf, offset, end, align);
                if (level.isPresent()) {
                    return level;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Level> notes(ByteBuffer elf, int start, int end, int align) {
        int at = start;
        while (at + NOTE_HEADER <= end) {
            int nameSize = elf.getInt(at);
            int descriptionSize = elf.getInt(at + 4);
            int description = rounded(Math.addExact(at + NOTE_HEADER, nameSize), align);
            if (nameSize < 0 || descriptionSize < 0) {
                return Optional.empty();
            }
            boolean property =
                    elf.getInt(at + 8) == NOTE_PROPERTY && nameSize == 4 && elf.getInt(at + NOTE_HEADER) == NAME_GNU;
            if (property) {
                Optional<Level> level = properties(elf, description, Math.addExact(description, descriptionSize));
                if (level.isPresent()) {
                    return level;
                }
            }
            at = rounded(Math.addExact(description, descriptionSize), align);
        }
        return Optional.empty();
    }

    private static Optional<Level> properties(ByteBuffer elf, int start, int end) {
        int at = start;
        while (at + 8 <= end) {
            int size = elf.getInt(at + 4);
            if (size < 0) {
                return Optional.empty();
            }
            if (elf.getInt(at) == PROPERTY_ISA_NEEDED && size >= 4) {
                return highest(elf.getInt(at + 8));
            }
            at = rounded(Math.addExact(at + 8, size), 8);
        }
        return Optional.empty();
    }

    /** The psABI gives each level a bit, the lowest to the baseline. */
    private static Optional<Level> highest(int bits) {
        return switch (Integer.highestOneBit(bits & 0xF)) {
            case 1 -> Optional.of(Level.V1);
            case 2 -> Optional.of(Level.V2);
            case 4 -> Optional.of(Level.V3);
            case 8 -> Optional.of(Level.V4);
            default -> Optional.empty();
        };
    }

    private static int rounded(int number, int align) {
        return Math.addExact(number, align - 1) / align * align;
    }
}
