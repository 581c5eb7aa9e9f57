package dev.milliner.level;

import dev.milliner.rpm.Level;
import java.util.List;
import java.util.Optional;

/**
 * What a file shows of how it was compiled, before anything is concluded.
 *
 * @param kind what it is
 * @param language whose program it is
 * @param compiledFor what Go says it was compiled for
 * @param note what its note says it needs
 * @param told what its compilers wrote that they were told
 * @param code what its code shows
 * @param members those of a static archive
 */
public record CodeFile(
        Kind kind,
        Language language,
        Optional<Level> compiledFor,
        Optional<Level> note,
        Optional<Level> told,
        CodeSurvey code,
        List<CodeFile> members) {
    /** What a file without machine code shows. */
    public static final CodeFile NONE = other(Kind.NONE, List.of());

    /** What a file shows whose machine code is none of x86-64 in ELF. */
    public static final CodeFile FOREIGN = other(Kind.FOREIGN, List.of());

    /** With a list that nobody changes. */
    public CodeFile {
        members = List.copyOf(members);
    }

    /** What a file is. */
    public enum Kind {
        /** No machine code. */
        NONE("none"),
        /** A program or a library, Python's extensions among them. */
        PROGRAM("program"),
        /** A relocatable object. */
        OBJECT("object"),
        /** A static archive of objects. */
        ARCHIVE("archive"),
        /** A module of the kernel. */
        MODULE("kernel module"),
        /** Firmware, a program of UEFI, or for another processor. */
        FOREIGN("foreign");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Its name in JSON and texts. */
        public String label() {
            return label;
        }
    }

    /** An archive of members. */
    static CodeFile archive(List<CodeFile> members) {
        return other(members.isEmpty() ? Kind.NONE : Kind.ARCHIVE, members);
    }

    /** The same with other code, as of all members of an archive together. */
    CodeFile with(CodeSurvey all) {
        return new CodeFile(kind, language, compiledFor, note, told, all, members);
    }

    private static CodeFile other(Kind kind, List<CodeFile> members) {
        return new CodeFile(
                kind, Language.OTHER, Optional.empty(), Optional.empty(), Optional.empty(), CodeSurvey.NONE, members);
    }

    /** Reads an ELF file; one that is damaged shows nothing. */
    static CodeFile of(byte[] file) {
        if (!ElfFile.isOfX86(file)) {
            return FOREIGN;
        }
        try {
            return read(ElfFile.of(file));
        } catch (IndexOutOfBoundsException | ArithmeticException | IllegalArgumentException damaged) {
            return other(Kind.PROGRAM, List.of());
        }
    }

    private static CodeFile read(ElfFile elf) {
        Kind kind = elf.isObject() ? elf.section(".modinfo").isPresent() ? Kind.MODULE : Kind.OBJECT : Kind.PROGRAM;
        Language language = Language.of(elf);
        Optional<Level> compiledFor = GoBuild.level(elf.bytes());
        return new CodeFile(
                kind,
                compiledFor.isPresent() ? Language.GO : language,
                compiledFor,
                IsaNote.of(elf),
                WrittenFlags.of(elf),
                language == Language.GO ? CodeSurvey.NONE : CodeReader.survey(elf),
                List.of());
    }
}
