package dev.milliner.level;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of an ELF file of 64 bits, after {@code elf(5)}. What is damaged is left out or ends in an unchecked failure of its bounds. */
final class ElfFile {
    static final int MACHINE_X86_64 = 62;
    static final int TYPE_OBJECT = 1;
    static final int TYPE_EXECUTABLE = 2;
    static final int TYPE_SHARED = 3;

    private static final int MAGIC = 0x7F454C46;
    private static final int SMALLEST = 64;
    private static final int SECTION_SIZE = 64;
    private static final int SEGMENT_NOTE = 4;
    private static final int SEGMENT_LOAD = 1;

    /** Far more than any compiler writes; only made-up files have more, to keep a reader busy. */
    private static final int MOST_SEGMENTS = 256;

    private static final int MOST_SECTIONS = 200_000;

    private final byte[] bytes;
    private final ByteBuffer elf;
    private final List<ElfSection> sections;

    private ElfFile(byte[] bytes) {
        this.bytes = bytes;
        this.elf = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.sections = readSections();
    }

    /** Tells whether a file that starts with these bytes may be an ELF file. */
    static boolean isElf(byte[] start) {
        return start.length >= Integer.BYTES && ByteBuffer.wrap(start).getInt(0) == MAGIC;
    }

    /** Tells whether it is an ELF file of x86-64 that holds or may hold code. */
    static boolean isOfX86(byte[] file) {
        if (file.length < SMALLEST || !isElf(file)) {
            return false;
        }
        ByteBuffer elf = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int type = elf.getShort(16);
        return file[4] == 2 && elf.getShort(18) == MACHINE_X86_64 && type >= TYPE_OBJECT && type <= TYPE_SHARED;
    }

    /** Opens one; it is {@link #isOfX86}. */
    static ElfFile of(byte[] file) {
        return new ElfFile(file);
    }

    byte[] bytes() {
        return bytes;
    }

    ByteBuffer buffer() {
        return elf;
    }

    boolean isObject() {
        return elf.getShort(16) == TYPE_OBJECT;
    }

    List<ElfSection> sections() {
        return sections;
    }

    Optional<ElfSection> section(String name) {
        return sections.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** The parts that hold code: of a file without sections, the segments that may be run. */
    List<ElfSection> code() {
        List<ElfSection> code = sections.stream().filter(ElfSection::isCode).toList();
        return code.isEmpty() && sections.isEmpty()
                ? segments(SEGMENT_LOAD).stream().filter(ElfSection::isCode).toList()
                : code;
    }

    /** The notes: of an object its sections, as it has no segments. */
    List<ElfSection> notes() {
        List<ElfSection> segments = segments(SEGMENT_NOTE);
        return segments.isEmpty()
                ? sections.stream()
                        .filter(one -> one.type() == ElfSection.NOTES)
                        .toList()
                : segments;
    }

    private List<ElfSection> segments(int type) {
        long table = elf.getLong(32);
        int length = elf.getShort(54) & 0xFFFF;
        int count = Math.min(elf.getShort(56) & 0xFFFF, MOST_SEGMENTS);
        List<ElfSection> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = Math.toIntExact(table + (long) i * length);
            if (at < 0 || at + 56 > bytes.length) {
                break;
            }
            if (elf.getInt(at) == type) {
                int flags = elf.getInt(at + 4);
                found.add(part(
                        "",
                        ElfSection.PROGRAM_BITS,
                        (flags & 1) << 2,
                        elf.getLong(at + 16),
                        elf.getLong(at + 8),
                        elf.getLong(at + 32),
                        0,
                        Math.toIntExact(Math.clamp(elf.getLong(at + 48), 4, 4096))));
            }
        }
        return found;
    }

    private List<ElfSection> readSections() {
        long table = elf.getLong(40);
        if (table <= 0 || table + SECTION_SIZE > bytes.length || elf.getShort(58) != SECTION_SIZE) {
            return List.of();
        }
        int first = (int) table;
        int written = elf.getShort(60) & 0xFFFF;
        long count = written == 0 ? elf.getLong(first + 32) : written;
        int names = elf.getShort(62) & 0xFFFF;
        names = names == 0xFFFF ? elf.getInt(first + 40) : names;
        count = Math.min(Math.min(count, MOST_SECTIONS), (bytes.length - table) / SECTION_SIZE);
        int text = names >= 0 && names < count
                ? (int) Math.clamp(elf.getLong(first + names * SECTION_SIZE + 24), 0, bytes.length)
                : bytes.length;
        List<ElfSection> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = first + i * SECTION_SIZE;
            found.add(part(
                    text((long) text + elf.getInt(at)),
                    elf.getInt(at + 4),
                    elf.getLong(at + 8),
                    elf.getLong(at + 16),
                    elf.getLong(at + 24),
                    elf.getInt(at + 4) == ElfSection.NOTHING ? 0 : elf.getLong(at + 32),
                    elf.getInt(at + 40),
                    elf.getInt(at + 44)));
        }
        return List.copyOf(found);
    }

    private ElfSection part(
            String name, int type, long flags, long address, long offset, long size, int link, int info) {
        int from = (int) Math.clamp(offset, 0, bytes.length);
        int length = (int) Math.clamp(size, 0, bytes.length - from);
        return new ElfSection(name, type, flags, address, from, length, link, info);
    }

    /** A text that ends with a zero. */
    String text(long at) {
        if (at < 0 || at >= bytes.length) {
            return "";
        }
        int end = (int) at;
        while (end < bytes.length && bytes[end] != 0 && end - at < 4096) {
            end++;
        }
        return new String(bytes, (int) at, end - (int) at, StandardCharsets.ISO_8859_1);
    }
}
