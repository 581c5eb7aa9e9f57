package dev.milliner.search;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which files hold which stretches of three letters, as they were when they were read last. Immutable.
 *
 * @param files the files, by number
 * @param trigrams the stretches, sorted
 * @param offsets for each stretch where the numbers of its files begin in the postings; one more at the end
 * @param postings the numbers of files, as {@link Postings} writes them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and never handed out
record SpecIndex(List<Indexed> files, int[] trigrams, int[] offsets, ByteBuffer postings) {
    /** One that knows no file. */
    static final SpecIndex EMPTY = new SpecIndex(List.of(), new int[0], new int[1], ByteBuffer.allocate(0));

    /**
     * A file that was read.
     *
     * @param path its path, relative to the tree's root
     * @param modified its time stamp then, in milliseconds
     * @param size its size then, in bytes
     */
    record Indexed(String path, long modified, long size) {}

    /** The files that may hold a text; all of them where it is too short to tell. */
    List<Indexed> candidates(String text) {
        int[] required = Trigrams.required(text);
        if (required.length == 0) {
            return files;
        }
        int[] left = null;
        int[] shortestFirst = Arrays.stream(required)
                .distinct()
                .boxed()
                .sorted((one, other) -> Integer.compare(length(one), length(other)))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int trigram : shortestFirst) {
            int[] holding = holding(trigram);
            left = left == null ? holding : both(left, holding);
            if (left.length == 0) {
                return List.of();
            }
        }
        // Numbers of a damaged index may be anything.
        return IntStream.of(left)
                .filter(number -> number >= 0 && number < files.size())
                .mapToObj(files::get)
                .toList();
    }

    private int length(int trigram) {
        int at = Arrays.binarySearch(trigrams, trigram);
        return at < 0 ? 0 : offsets[at + 1] - offsets[at];
    }

    private int[] holding(int trigram) {
        int at = Arrays.binarySearch(trigrams, trigram);
        return at < 0 ? new int[0] : Postings.read(postings, offsets[at], offsets[at + 1] - offsets[at]);
    }

    private static int[] both(int[] one, int[] other) {
        int[] shared = new int[Math.min(one.length, other.length)];
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < one.length && j < other.length) {
            if (one[i] == other[j]) {
                shared[count++] = one[i];
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return Arrays.copyOf(shared, count);
    }

    /** What files are known, by path. */
    Map<String, Indexed> known() {
        Map<String, Indexed> known = HashMap.newHashMap(files.size());
        files.forEach(file -> known.put(file.path(), file));
        return known;
    }
}
