package dev.milliner.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes damaged inputs out of sound ones: the same one for the same seeds and the same chance. */
final class Mutator {
    private static final int LARGEST = 1 << 20;
    private static final int MOST_STEPS = 6;
    private static final int DEEPEST = 20_000;
    /** A byte that says something is sought so far on, as disks are mostly zeros. */
    private static final int REACH = 1 << 16;

    private static final long[] EDGES = {
        0,
        1,
        -1,
        2,
        0x7F,
        0x80,
        0xFF,
        0x7FFF,
        0x8000,
        0xFFFF,
        0x10000,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        0xFFFFFFFFL,
        1L << 32,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    private final List<byte[]> seeds;
    private final List<byte[]> kept = new ArrayList<>();
    private final List<byte[]> words;

    Mutator(List<byte[]> seeds, List<String> words) {
        this.seeds = List.copyOf(seeds);
        this.words = words.stream()
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** What led somewhere new is damaged further later on. */
    void keep(byte[] input) {
        kept.add(input);
    }

    byte[] next(RandomGenerator chance) {
        byte[] input = seed(chance);
        // Much damage at once is mostly refused at the first of it.
        int steps = chance.nextBoolean() ? 1 : 1 + chance.nextInt(MOST_STEPS);
        for (int i = 0; i < steps; i++) {
            input = step(input, chance);
        }
        return input.length > LARGEST ? Arrays.copyOf(input, LARGEST) : input;
    }

    private byte[] seed(RandomGenerator chance) {
        // Mostly what is sound, as most that leads somewhere new is refused early.
        List<byte[]> from = kept.isEmpty() || chance.nextInt(4) > 0 ? seeds : kept;
        return from.get(chance.nextInt(from.size())).clone();
    }

    private byte[] step(byte[] input, RandomGenerator chance) {
        int at = place(input, chance);
        int end = at + Math.min(input.length - at, length(input, chance));
        return switch (chance.nextInt(15)) {
            case 0, 1 -> flipped(input, at, chance);
            case 2 -> changed(input, at, chance);
            case 3, 4 -> number(input, at, chance);
            case 5 -> digits(input, at, chance);
            case 6 -> chance.nextInt(4) == 0 ? Arrays.copyOf(input, at) : replaced(input, at, end, new byte[0]);
            case 7 -> replaced(input, end, end, Arrays.copyOfRange(input, at, end));
            case 8 -> spliced(input, at, end, chance);
            case 9 -> replaced(input, at, at, word(chance));
            case 10 -> replaced(input, at, end, word(chance));
            case 11, 12, 13 -> token(input, at, chance);
            default -> chance.nextInt(8) == 0 ? nested(input, at, chance) : moved(input, at, end, chance);
        };
    }

    private static int place(byte[] input, RandomGenerator chance) {
        int at = chance.nextInt(input.length + 1);
        for (int i = at; i < input.length && i < at + REACH && chance.nextInt(64) > 0; i++) {
            if (input[i] != 0) {
                return i;
            }
        }
        return at;
    }

    private static int length(byte[] input, RandomGenerator chance) {
        return 1 + chance.nextInt(chance.nextInt(4) == 0 ? input.length + 1 : 16);
    }

    private static byte[] flipped(byte[] input, int at, RandomGenerator chance) {
        if (at < input.length) {
            input[at] ^= (byte) (1 << chance.nextInt(8));
        }
        return input;
    }

    private static byte[] changed(byte[] input, int at, RandomGenerator chance) {
        if (at < input.length) {
            input[at] = (byte) chance.nextInt();
        }
        return input;
    }

    /** A number of one of the widths at its own place, in one of both orders. */
    private static byte[] number(byte[] input, int at, RandomGenerator chance) {
        int width = 1 << chance.nextInt(4);
        int from = chance.nextBoolean() ? at : at / width * width;
        if (from + width > input.length) {
            return input;
        }
        long edge = EDGES[chance.nextInt(EDGES.length)] + chance.nextInt(3) - 1;
        ByteBuffer buffer =
                ByteBuffer.wrap(input).order(chance.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        switch (width) {
            case 1 -> buffer.put(from, (byte) edge);
            case 2 -> buffer.putShort(from, (short) edge);
            case 4 -> buffer.putInt(from, (int) edge);
            default -> buffer.putLong(from, edge);
        }
        return input;
    }

    /** A number that is written in digits. */
    private static byte[] digits(byte[] input, int at, RandomGenerator chance) {
        int from = at;
        while (from < input.length && !isDigit(input[from])) {
            from++;
        }
        int end = from;
        while (end < input.length && isDigit(input[end])) {
            end++;
        }
        String edge = String.valueOf(EDGES[chance.nextInt(EDGES.length)]);
        return replaced(input, from, end, edge.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean isDigit(byte one) {
        return one >= '0' && one <= '9';
    }

    /** A whole name, number or quoted text gives way to a word or to another, so that what is around it stays sound. */
    private byte[] token(byte[] input, int at, RandomGenerator chance) {
        int from = tokenStart(input, at);
        int end = tokenEnd(input, from);
        if (chance.nextBoolean()) {
            return replaced(input, from, end, word(chance));
        }
        byte[] other = seed(chance);
        int start = tokenStart(other, place(other, chance));
        return replaced(input, from, end, Arrays.copyOfRange(other, start, tokenEnd(other, start)));
    }

    private static int tokenStart(byte[] input, int at) {
        int from = Math.min(at, Math.max(0, input.length - 1));
        while (from > 0 && isOfToken(input[from - 1])) {
            from--;
        }
        return from > 0 && input[from - 1] == '"' ? from - 1 : from;
    }

    private static int tokenEnd(byte[] input, int from) {
        int end = Math.min(input.length, from + 1);
        while (end < input.length && isOfToken(input[end])) {
            end++;
        }
        return from < input.length && input[from] == '"' && end < input.length && input[end] == '"' ? end + 1 : end;
    }

    private static boolean isOfToken(byte one) {
        return one < 0 || Character.isLetterOrDigit(one) || "_-.:/+ ".indexOf(one) >= 0;
    }

    private byte[] spliced(byte[] input, int at, int end, RandomGenerator chance) {
        byte[] other = seed(chance);
        int from = place(other, chance);
        return replaced(input, at, end, Arrays.copyOfRange(other, from, Math.min(other.length, from + end - at)));
    }

    private static byte[] moved(byte[] input, int at, int end, RandomGenerator chance) {
        byte[] piece = Arrays.copyOfRange(input, at, end);
        byte[] rest = replaced(input, at, end, new byte[0]);
        int to = chance.nextInt(rest.length + 1);
        return replaced(rest, to, to, piece);
    }

    /** A word so often that whatever opens a level by it is nested deep. */
    private byte[] nested(byte[] input, int at, RandomGenerator chance) {
        byte[] word = word(chance);
        int times = Math.min(chance.nextInt(DEEPEST), LARGEST / 4 / Math.max(1, word.length));
        byte[] all = new byte[word.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(word, 0, all, i * word.length, word.length);
        }
        return replaced(input, at, at, all);
    }

    private byte[] word(RandomGenerator chance) {
        if (words.isEmpty() || chance.nextInt(8) == 0) {
            byte[] noise = new byte[1 + chance.nextInt(8)];
            chance.nextBytes(noise);
            return noise;
        }
        return words.get(chance.nextInt(words.size()));
    }

    /** The input with something else in place of a stretch of it. */
    static byte[] replaced(byte[] input, int from, int end, byte[] with) {
        byte[] output = new byte[input.length - (end - from) + with.length];
        System.arraycopy(input, 0, output, 0, from);
        System.arraycopy(with, 0, output, from, with.length);
        System.arraycopy(input, end, output, from + with.length, input.length - end);
        return output;
    }
}
