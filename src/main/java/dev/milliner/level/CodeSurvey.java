package dev.milliner.level;

/**
 * What the code of a file shows, in functions.
 *
 * @param functions how many were read
 * @param beyond those that use instructions beyond the baseline, without the dispatched ones
 * @param integers those of them that use only instructions of whole numbers (BMI1, BMI2, LZCNT, MOVBE)
 * @param below those that use instructions for which a compiler told x86-64-v3 has better ones (SSE in its old encoding, shifts by CL)
 * @param before those of them that stand before the last one beyond the baseline; a library that a program brings stands behind its own
 *     code, so this leaves it out
 * @param dispatched those that use instructions beyond the baseline and run only after the processor was asked
 * @param damaged those whose bytes are not all instructions; they count for nothing
 * @param asks whether anything asks the processor
 * @param sampled whether only parts were read, as there is much
 */
public record CodeSurvey(
        int functions,
        int beyond,
        int integers,
        int below,
        int before,
        int dispatched,
        int damaged,
        boolean asks,
        boolean sampled) {
    /** Of no code at all. */
    public static final CodeSurvey NONE = new CodeSurvey(0, 0, 0, 0, 0, 0, 0, false, false);

    /** Of two files together, such as the members of an archive. */
    public CodeSurvey and(CodeSurvey other) {
        return new CodeSurvey(
                functions + other.functions,
                beyond + other.beyond,
                integers + other.integers,
                below + other.below,
                before + other.before,
                dispatched + other.dispatched,
                damaged + other.damaged,
                asks || other.asks,
                sampled || other.sampled);
    }
}
