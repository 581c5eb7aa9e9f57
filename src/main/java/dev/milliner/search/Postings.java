package dev.milliner.search;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Growing numbers in few bytes: each as its distance from the one before, seven bits a byte. */
final class Postings {
    private byte[] bytes = new byte[8];
    private int length;
    private int last = -1;

    /** Adds a number that is greater than all before. */
    void add(int number) {
        int distance = number - last;
        last = number;
        while (distance > 0x7f) {
            put((byte) ((distance & 0x7f) | 0x80));
            distance >>>= 7;
        }
        put((byte) distance);
    }

    private void put(byte value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = value;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** The numbers in a stretch of bytes. */
    static int[] read(ByteBuffer from, int offset, int length) {
        int[] numbers = new int[length];
        int count = 0;
        int last = -1;
        int at = offset;
        int end = offset + length;
        while (at < end) {
            int distance = 0;
            int shift = 0;
            byte value;
            do {
                value = from.get(at++);
                distance |= (value & 0x7f) << shift;
                shift += 7;
            } while (value < 0 && at < end);
            last += distance;
            numbers[count++] = last;
        }
        return Arrays.copyOf(numbers, count);
    }
}
