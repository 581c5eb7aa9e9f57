package dev.milliner.level;

import java.nio.charset.StandardCharsets;

/** Which programs bring a library that was compiled before, so that their code alone tells less. */
public enum Language {
    /** Its compiler writes for what it compiled. */
    GO,
    /** Its library comes compiled for the baseline. */
    RUST,
    /** C or the like, linked statically to a library that comes compiled for the baseline. */
    STATIC,
    /** Any other. */
    OTHER;

    /** The names of its library's sources stand in the messages of each Rust program. */
    private static final byte[] RUST_SOURCES = "library/core/src/".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] RUST_LIBRARY = "library/std/src/".getBytes(StandardCharsets.US_ASCII);

    static Language of(ElfFile elf) {
        if (GoBuild.isGo(elf.bytes())) {
            return GO;
        }
        boolean rust = elf.section(".rodata")
                .filter(data -> holds(elf.bytes(), data, RUST_SOURCES) || holds(elf.bytes(), data, RUST_LIBRARY))
                .isPresent();
        return rust ? RUST : isStatic(elf) ? STATIC : OTHER;
    }

    /** What is linked statically needs nothing of others; a library of C itself has versions, and the same parts. */
    private static boolean isStatic(ElfFile elf) {
        boolean sections = !elf.sections().isEmpty() && !elf.isObject();
        boolean alone = elf.section(".dynamic").isEmpty();
        boolean ofLibrary = elf.section(".gnu.version_d").isEmpty()
                && elf.sections().stream().anyMatch(one -> one.name().startsWith("__libc_"));
        return sections && (alone || ofLibrary);
    }

    private static boolean holds(byte[] bytes, ElfSection section, byte[] wanted) {
        int last = section.end() - wanted.length;
        for (int at = section.offset(); at <= last; at++) {
            if (bytes[at] == wanted[0]
                    && java.util.Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
