package dev.milliner.search;

import dev.milliner.search.SpecIndex.Indexed;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes an index of an earlier one: files that changed or went are left out of it, and those that came are added. */
final class SpecIndexing {
    private final List<Indexed> files = new ArrayList<>();
    private final Map<Integer, Postings> postings = new TreeMap<>();
    private final Trigrams trigrams = new Trigrams();

    /**
     * Begins with what an earlier index knows.
     *
     * @param stay the paths that are still as that index knows them
     */
    SpecIndexing(SpecIndex before, Set<String> stay) {
        int[] numbers = new int[before.files().size()];
        for (int number = 0; number < numbers.length; number++) {
            boolean stays = stay.contains(before.files().get(number).path());
            numbers[number] = stays ? files.size() : -1;
            if (stays) {
                files.add(before.files().get(number));
            }
        }
        for (int at = 0; at < before.trigrams().length; at++) {
            int start = before.offsets()[at];
            for (int number : Postings.read(before.postings(), start, before.offsets()[at + 1] - start)) {
                if (numbers[number] >= 0) {
                    add(before.trigrams()[at], numbers[number]);
                }
            }
        }
    }

    private void add(int trigram, int number) {
        postings.computeIfAbsent(trigram, key -> new Postings()).add(number);
    }

    /** Adds a file with its content. */
    void add(Indexed file, byte[] content) {
        int number = files.size();
        files.add(file);
        for (int trigram : trigrams.of(content)) {
            add(trigram, number);
        }
    }

    SpecIndex made() {
        int[] keys = new int[postings.size()];
        int[] offsets = new int[postings.size() + 1];
        List<byte[]> all = new ArrayList<>();
        int at = 0;
        int length = 0;
        for (Map.Entry<Integer, Postings> entry : postings.entrySet()) {
            byte[] bytes = entry.getValue().bytes();
            keys[at] = entry.getKey();
            offsets[at++] = length;
            length += bytes.length;
            all.add(bytes);
        }
        offsets[at] = length;
        ByteBuffer joined = ByteBuffer.allocate(length);
        all.forEach(joined::put);
        return new SpecIndex(List.copyOf(files), keys, offsets, joined.flip());
    }
}
