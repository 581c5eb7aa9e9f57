package dev.milliner.level;

import dev.milliner.level.CodeFile.Kind;
import dev.milliner.rpm.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a file shows that it is x86-64-v3, and by what. Notes and flags say what was asked for, and code what came of it: where they
 * differ, the code decides.
 *
 * @param kind what it is
 * @param evidence what it comes to
 * @param reason what shows it, in words
 * @param needed the level that its note names, or that Go says it was compiled for
 * @param code what its code shows
 */
public record FileLevel(Kind kind, LevelEvidence evidence, String reason, Optional<Level> needed, CodeSurvey code) {
    /** Of a file without machine code. */
    public static final FileLevel NONE = of(CodeFile.NONE, PackageFlags.NONE);

    /**
     * Judges a file.
     *
     * @param flags what its package says of flags
     */
    public static FileLevel of(CodeFile file, PackageFlags flags) {
        return switch (file.kind()) {
            case NONE -> judged(file, LevelEvidence.NOARCH, "it holds no machine code");
            case FOREIGN ->
                judged(
                        file,
                        LevelEvidence.UNKNOWN,
                        "its machine code is for another processor or in another format, of which the x86-64 levels say nothing");
            case ARCHIVE -> archive(file, flags);
            case PROGRAM, OBJECT, MODULE -> file.language() == Language.GO ? go(file) : byCode(file, flags);
        };
    }

    private static FileLevel judged(CodeFile file, LevelEvidence evidence, String reason) {
        return new FileLevel(file.kind(), evidence, reason, file.compiledFor().or(file::note), file.code());
    }

    private static FileLevel go(CodeFile file) {
        if (file.compiledFor().isEmpty()) {
            return judged(file, LevelEvidence.UNKNOWN, "it is Go's and does not say what it was compiled for");
        }
        Level level = file.compiledFor().get();
        return judged(
                file,
                isHigh(level) ? LevelEvidence.V3 : LevelEvidence.BASELINE,
                "Go wrote into it that it was compiled for " + level.label() + " (GOAMD64)");
    }

    private static FileLevel byCode(CodeFile file, PackageFlags flags) {
        boolean noted = file.note().filter(FileLevel::isHigh).isPresent();
        String shows = CodeWords.of(file);
        return switch (CodeVerdict.of(file)) {
            case ABOVE ->
                noted
                        ? judged(file, LevelEvidence.V3, "its note says so, and " + shows)
                        : judged(file, LevelEvidence.LIKELY, shows);
            case BOTH -> judged(file, LevelEvidence.MIXED, shows);
            case BELOW -> judged(file, LevelEvidence.BASELINE, shows + against(file, noted, flags));
            case UNCLEAR, NOTHING -> byFlags(file, flags, noted, shows);
        };
    }

    private static String against(CodeFile file, boolean noted, PackageFlags flags) {
        if (noted) {
            return "; its note says otherwise, which a linker writes whatever the compiler did";
        }
        return told(file, flags).filter(FileLevel::isHigh).isPresent() ? "; flags say otherwise" : "";
    }

    /** A low note counts for nothing: linkers write it unasked. */
    private static FileLevel byFlags(CodeFile file, PackageFlags flags, boolean noted, String shows) {
        Optional<Level> told = told(file, flags);
        if (noted || told.filter(FileLevel::isHigh).isPresent()) {
            return judged(file, LevelEvidence.FLAGS, (noted ? "its note says so" : "flags say so") + ", but " + shows);
        }
        boolean nothing = CodeVerdict.of(file) == CodeVerdict.NOTHING;
        return told.isPresent() && nothing
                ? judged(
                        file, LevelEvidence.BASELINE, "flags name " + told.get().label() + ", and " + shows)
                : judged(file, LevelEvidence.UNKNOWN, shows);
    }

    /** Flags of the package count only where they reached the file: where they were to write a note, it has one. */
    private static Optional<Level> told(CodeFile file, PackageFlags flags) {
        boolean unreached =
                flags.writesNotes() && file.note().filter(FileLevel::isHigh).isEmpty();
        return file.told().or(() -> flags.level().filter(level -> !isHigh(level) || !unreached));
    }

    private static FileLevel archive(CodeFile file, PackageFlags flags) {
        List<FileLevel> members = new ArrayList<>();
        CodeSurvey code = CodeSurvey.NONE;
        for (CodeFile member : file.members()) {
            members.add(of(member, flags));
            code = code.and(member.code());
        }
        LevelEvidence evidence = Joined.of(members);
        String words = Joined.words(members, "member");
        if (evidence == LevelEvidence.MIXED && code.asks() && members.stream().noneMatch(FileLevel::isNoted)) {
            return together(file, code, words);
        }
        return new FileLevel(file.kind(), evidence, words, Optional.empty(), code);
    }

    /** Where a member asks the processor, what it chooses may be in another: no member tells by itself, but all do together. */
    private static FileLevel together(CodeFile file, CodeSurvey code, String words) {
        LevelEvidence evidence =
                switch (CodeVerdict.of(file.with(code))) {
                    case ABOVE -> LevelEvidence.LIKELY;
                    case BOTH -> LevelEvidence.MIXED;
                    case BELOW -> LevelEvidence.BASELINE;
                    case UNCLEAR, NOTHING -> LevelEvidence.UNKNOWN;
                };
        String sentence = words + "; as some ask the processor and others may be what they choose, all count together: "
                + CodeWords.of(file.with(code));
        return new FileLevel(file.kind(), evidence, sentence, Optional.empty(), code);
    }

    /** Tells whether a compiler or a linker was told to write into it that it needs x86-64-v3. */
    boolean isNoted() {
        return code.functions() > 0 && needed.filter(FileLevel::isHigh).isPresent();
    }

    static boolean isHigh(Level level) {
        return level.compareTo(Level.V3) >= 0;
    }
}
