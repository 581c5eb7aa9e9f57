package dev.milliner.level;

/** What the code of a file shows by itself. Decision 0025 says where the bounds come from. */
enum CodeVerdict {
    /** Nearly all that tells is of x86-64-v3. */
    ABOVE,
    /** A good part of it is, in instructions that are seldom chosen while a program runs, and a good part is not. */
    BOTH,
    /** Nearly nothing is. */
    BELOW,
    /** Some is, as where a program chooses while it runs. */
    UNCLEAR,
    /** Nothing in it tells. */
    NOTHING;

    private static final double NEARLY_ALL = 0.9;
    private static final double NEARLY_NOTHING = 0.1;

    /** A program that asks the processor must show more. */
    private static final int ENOUGH = 8;

    /** Of a program that brings a library, its own code counts, which stands first. */
    private static CodeVerdict ofOwn(CodeFile file, CodeSurvey code) {
        boolean several =
                code.beyond() > 1 || file.note().filter(FileLevel::isHigh).isPresent();
        boolean pure = code.beyond() >= NEARLY_ALL * (code.beyond() + code.before());
        return several && pure ? ABOVE : UNCLEAR;
    }

    static CodeVerdict of(CodeFile file) {
        CodeSurvey code = file.code();
        boolean kernel = file.kind() == CodeFile.Kind.MODULE;
        int above = kernel ? code.integers() : code.beyond();
        boolean brings = file.language() == Language.RUST || file.language() == Language.STATIC;
        if (brings && code.beyond() > 0) {
            return ofOwn(file, code);
        }
        if (above + code.below() == 0) {
            return code.beyond() + code.dispatched() == 0 ? NOTHING : UNCLEAR;
        }
        double share = (double) above / (above + code.below());
        if (share >= NEARLY_ALL) {
            return code.asks() && above < ENOUGH ? UNCLEAR : ABOVE;
        }
        if (share <= NEARLY_NOTHING) {
            return BELOW;
        }
        boolean ofIntegers = code.integers() >= ENOUGH && code.integers() >= NEARLY_NOTHING * above;
        return ofIntegers ? BOTH : UNCLEAR;
    }
}
