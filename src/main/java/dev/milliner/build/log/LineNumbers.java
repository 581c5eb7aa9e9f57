package dev.milliner.build.log;

import java.util.Arrays;

/** A growing, sorted list of line numbers. One thread adds; others see what was there when they asked. */
final class LineNumbers {
    private int[] numbers = new int[64];
    private int count;

    synchronized void add(int number) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, count * 2);
        }
        numbers[count++] = number;
    }

    synchronized int count() {
        return count;
    }

    synchronized int[] toArray() {
        return Arrays.copyOf(numbers, count);
    }

    /** The first number after one, or the first of all where there is none after it; 0 where there is none at all. */
    synchronized int after(int number) {
        if (count == 0) {
            return 0;
        }
        int at = Arrays.binarySearch(numbers, 0, count, number + 1);
        int next = at < 0 ? -at - 1 : at;
        return next < count ? numbers[next] : numbers[0];
    }
}
