package dev.milliner.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The stretches of three bytes that a text holds, letters in lower case. One object serves text after text. */
final class Trigrams {
    static final int SHORTEST = 3;

    private final long[] seen = new long[1 << 18];
    private int[] found = new int[4096];
    private int count;

    /** The different stretches of a text, in no order. */
    int[] of(byte[] text) {
        count = 0;
        int three = 0;
        for (int at = 0; at < text.length; at++) {
            three = ((three << 8) | lower(text[at])) & 0xffffff;
            if (at >= SHORTEST - 1) {
                add(three);
            }
        }
        int[] made = Arrays.copyOf(found, count);
        for (int trigram : made) {
            seen[trigram >> 6] = 0;
        }
        return made;
    }

    /** Those of a text that is looked for. Letters beyond ASCII are left out, as they have several cases. */
    static int[] required(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int[] made = new int[Math.max(0, bytes.length - SHORTEST + 1)];
        int count = 0;
        for (int at = 0; at + SHORTEST <= bytes.length; at++) {
            if (bytes[at] >= 0 && bytes[at + 1] >= 0 && bytes[at + 2] >= 0) {
                made[count++] = lower(bytes[at]) << 16 | lower(bytes[at + 1]) << 8 | lower(bytes[at + 2]);
            }
        }
        return Arrays.copyOf(made, count);
    }

    private void add(int trigram) {
        long bit = 1L << (trigram & 63);
        if ((seen[trigram >> 6] & bit) == 0) {
            seen[trigram >> 6] |= bit;
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = trigram;
        }
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter & 0xff;
    }
}
