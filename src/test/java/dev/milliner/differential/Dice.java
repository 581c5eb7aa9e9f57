package dev.milliner.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Choices that a seed makes, the same on every machine. */
final class Dice {
    private final Random random;
    private final boolean wild;

    Dice(long seed) {
        // Seeds that are near make first choices that are near, so they are set apart.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.wild = seed % 3 == 0;
    }

    /** True where much that is odd is wanted; else most of what is made is sound, so that it is not refused. */
    boolean isWild() {
        return wild;
    }

    /** True now and then, where the odd is wanted more often. */
    boolean odd() {
        return random.nextInt(wild ? 3 : 16) == 0;
    }

    /** A number from 0 up to one. */
    int below(int end) {
        return random.nextInt(end);
    }

    /** True once in so many throws. */
    boolean oneIn(int throwsCount) {
        return random.nextInt(throwsCount) == 0;
    }

    String of(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    String of(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Some of what is made, at least so many and at most so many more. */
    List<String> some(int least, int more, Supplier<String> make) {
        List<String> made = new ArrayList<>();
        int count = least + random.nextInt(more + 1);
        for (int i = 0; i < count; i++) {
            made.add(make.get());
        }
        return made;
    }
}
