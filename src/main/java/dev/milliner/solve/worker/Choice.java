package dev.milliner.solve.worker;

import java.util.Set;

/** Something that a job asks to be installed. */
sealed interface Choice {
    /** One of some packages. */
    record OneOf(Set<Integer> packages) implements Choice {}

    /** What makes a condition true, such as {@code (a if b)}; nothing where it is true already. */
    record Condition(int dependency) implements Choice {}
}
