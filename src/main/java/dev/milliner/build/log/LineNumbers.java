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

    /** Which of the numbers one is, from 1; 0 where it is none of them. */
    synchronized int place(int number) {
        int at = Arrays.binarySearch(numbers, 0, count, number);
        return at < 0 ? 0 : at + 1;
    }

    /** The last number before one, or the last of all where there is none before it; 0 where there is none at all. */
    synchronized int before(int number) {
        if (count == 0) {
            return 0;
        }
        int at = Arrays.binarySearch(numbers, 0, count, number);
        int before = (at < 0 ? -at - 1 : at) - 1;
        return before >= 0 ? numbers[before] : numbers[count - 1];
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
