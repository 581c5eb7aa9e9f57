package dev.milliner.level;

/**
 * A part of an ELF file.
 *
 * @param name such as {@code .text}; empty for a segment, which has none
 * @param type {@code sh_type}; for a segment {@link #PROGRAM_BITS}
 * @param flags {@code sh_flags}
 * @param address where it is in memory; 0 in objects
 * @param offset where it is in the file
 * @param size in bytes, as far as the file holds it
 * @param link the section it belongs to
 * @param info another such number, by type
 */
record ElfSection(String name, int type, long flags, long address, int offset, int size, int link, int info) {
    static final int PROGRAM_BITS = 1;
    static final int SYMBOLS = 2;
    static final int RELOCATIONS = 4;
    static final int NOTES = 7;
    static final int NOTHING = 8;
    static final int DYNAMIC_SYMBOLS = 11;

    private static final int EXECUTABLE = 4;
    private static final int COMPRESSED = 1 << 11;

    /** Tells whether it holds code. */
    boolean isCode() {
        return type == PROGRAM_BITS && (flags & EXECUTABLE) != 0 && size > 0;
    }

    /** Tells whether it is packed. */
    boolean isCompressed() {
        return (flags & COMPRESSED) != 0;
    }

    /** Where it ends in the file. */
    int end() {
        return offset + size;
    }
}
