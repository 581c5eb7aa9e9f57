package dev.milliner.level;

import dev.milliner.ground.Amount;

/** Says what the code of a file shows. */
final class CodeWords {
    private CodeWords() {}

    static String of(CodeFile file) {
        CodeSurvey code = file.code();
        return main(file, code)
                + (code.dispatched() > 0 && code.beyond() + code.below() > 0
                        ? "; " + code.dispatched() + " more only after asking the processor"
                        : "")
                + (code.sampled() ? "; only parts of its code were read, as there is much" : "");
    }

    private static String main(CodeFile file, CodeSurvey code) {
        int telling = code.beyond() + code.below();
        if (telling == 0) {
            return code.dispatched() > 0
                    ? "its code uses instructions beyond the baseline only after asking the processor"
                    : "nothing in its code tells";
        }
        String of = code.beyond() + " of " + Amount.of(telling, "function")
                + Amount.either(telling, " that tells", " that tell") + " of a level "
                + Amount.either(code.beyond(), "uses", "use")
                + " instructions beyond the baseline (AVX, FMA, BMI and the like)";
        return switch (file.language()) {
            case RUST, STATIC ->
                of
                        + (code.beyond() > 0
                                ? ", and " + code.before() + " of the others stand before "
                                        + Amount.either(code.beyond(), "it", "the last of them")
                                        + ": the library that it brings, compiled for the baseline, stands behind"
                                : "");
            case GO, OTHER -> of;
        };
    }
}
