package dev.milliner.level;

import dev.milliner.rpm.Level;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Reads from an ELF file which x86-64 level its notes say it needs: the property {@code GNU_PROPERTY_X86_ISA_1_NEEDED}
 * of the x86-64 psABI. A compiler or a linker writes it only when told to, so its absence proves nothing; and a linker writes it
 * whatever the compiler did, so by itself it proves nothing either.
 */
final class IsaNote {
    private static final int NOTE_PROPERTY = 5;
    private static final int NOTE_HEADER = 12;
    private static final int NAME_GNU = 0x00554E47;
    private static final int PROPERTY_ISA_NEEDED = 0xC0008002;
    private static final int LARGEST_NOTES = 1 << 16;

    private IsaNote() {}

    /** The level that a file says it needs. */
    static Optional<Level> of(ElfFile elf) {
        for (ElfSection part : elf.notes()) {
            int end = part.offset() + Math.min(part.size(), LARGEST_NOTES);
            int align = part.name().equals(".note.gnu.property") ? 8 : Math.max(4, part.info());
            Optional<Level> level = notes(elf.buffer(), part.offset(), end, align);
            if (level.isPresent()) {
                return level;
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
