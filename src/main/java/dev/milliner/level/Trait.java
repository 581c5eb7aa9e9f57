package dev.milliner.level;

/** What an instruction tells of the level that its code was compiled for. */
enum Trait {
    /** Any processor has it, and a compiler writes it for any level. */
    PLAIN,
    /** SSE in its old encoding, which a compiler told x86-64-v3 never writes. */
    OLD_VECTOR,
    /** A shift by CL, for which a compiler told x86-64-v3 has a better one. */
    OLD_SHIFT,
    /** AVX, AVX2, FMA, F16C, AVX-512. */
    VECTOR,
    /** BMI1, BMI2, LZCNT, MOVBE; what compilers write for common code of x86-64-v3, and seldom what is chosen while it runs. */
    INTEGER,
    /** It asks the processor what it is. */
    ASKS
}
