package dev.milliner.level;

import java.util.Arrays;

/** What the instructions of a function tell together. */
@SuppressWarnings("EnumOrdinal") // each instruction is counted, and the numbers leave this class nowhere
final class CodeFunction {
    private static final int MOST_REFERENCES = 4096;

    private final int start;
    private final int[] counts = new int[Trait.values().length];
    private boolean damaged;
    private long[] calls = {};
    private int callCount;
    private long[] data = {};
    private int dataCount;

    /**
     * A function, of which nothing is read yet.
     *
     * @param start where it begins in the file
     */
    CodeFunction(int start) {
        this.start = start;
    }

    int start() {
        return start;
    }

    void count(Trait trait) {
        counts[trait.ordinal()]++;
    }

    /** Its bytes are no instructions somewhere, so what it seems to hold may be data. */
    void damage() {
        damaged = true;
    }

    /** It leads to, or names, another place of the code. */
    void leadsTo(long place) {
        if (callCount < MOST_REFERENCES) {
            calls = callCount == calls.length ? Arrays.copyOf(calls, Math.max(4, callCount * 2)) : calls;
            calls[callCount++] = place;
        }
    }

    /** It names a place of the program's memory. */
    void uses(long address) {
        if (dataCount < MOST_REFERENCES) {
            data = dataCount == data.length ? Arrays.copyOf(data, Math.max(4, dataCount * 2)) : data;
            data[dataCount++] = address;
        }
    }

    /** Where it leads to: places in the file. */
    long[] leads() {
        return Arrays.copyOf(calls, callCount);
    }

    /** Addresses of memory that it names. */
    long[] used() {
        return Arrays.copyOf(data, dataCount);
    }

    int sum(Trait... traits) {
        int sum = 0;
        for (Trait trait : traits) {
            sum += counts[trait.ordinal()];
        }
        return sum;
    }

    boolean isDamaged() {
        return damaged;
    }

    /** Tells whether it asks the processor what it is. */
    boolean asks() {
        return !damaged && sum(Trait.ASKS) > 0;
    }

    /** Tells whether it holds what only processors above the baseline have. */
    boolean isBeyond() {
        return !damaged && sum(Trait.VECTOR, Trait.INTEGER) > 0;
    }

    /** Tells whether it holds what no compiler writes for x86-64-v3, and nothing of what it writes. */
    boolean isBelow() {
        return !damaged && !isBeyond() && sum(Trait.OLD_VECTOR, Trait.OLD_SHIFT) > 0;
    }

    /** Tells whether what it holds beyond the baseline is of whole numbers only, as in a kernel. */
    boolean isOfIntegers() {
        return isBeyond() && sum(Trait.VECTOR) == 0;
    }
}
