package dev.milliner.review;

import dev.milliner.distro.Kind;
import dev.milliner.ground.Amount;
import java.util.Locale;

/** Numbers in words. */
final class Counted {
    private Counted() {}

    /** A number of things, such as {@code 2 files}. */
    static String of(long number, String what) {
        return number(number) + " " + Amount.noun(number, what);
    }

    /** A number of definitions, such as {@code 4,479 components}. */
    static String of(long number, Kind kind) {
        return of(number, kind.label());
    }

    /** A number with commas between thousands. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
