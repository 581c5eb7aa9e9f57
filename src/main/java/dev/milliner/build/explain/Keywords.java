package dev.milliner.build.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/**
 * Finds which of many words a text contains, in one pass and in any case (Aho and Corasick's automaton). It decides which
 * rules are worth trying on a line.
 */
final class Keywords {
    private static final int LETTERS = 128;

    private final List<int[]> next = new ArrayList<>();
    private final List<BitSet> found = new ArrayList<>();
    private final int words;

    /** Of each set one word is enough; an empty set counts as contained in every text. */
    Keywords(List<Set<String>> words) {
        this.words = words.size();
        state();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).isEmpty()) {
                found.getFirst().set(i);
            }
            for (String word : words.get(i)) {
                add(word, i);
            }
        }
        link();
    }

    /** The numbers of the sets of which the text contains a word. */
    BitSet in(String text) {
        BitSet result = new BitSet(words);
        result.or(found.getFirst());
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            int letter = letter(text.charAt(i));
            state = letter < 0 ? 0 : next.get(state)[letter];
            if (state != 0 && !found.get(state).isEmpty()) {
                result.or(found.get(state));
            }
        }
        return result;
    }

    private void add(String word, int number) {
        int state = 0;
        for (int i = 0; i < word.length(); i++) {
            int letter = letter(word.charAt(i));
            if (letter < 0) {
                break;
            }
            int[] row = next.get(state);
            if (row[letter] < 0) {
                row[letter] = state();
            }
            state = row[letter];
        }
        found.get(state).set(number);
    }

    private int state() {
        int[] row = new int[LETTERS];
        Arrays.fill(row, -1);
        next.add(row);
        found.add(new BitSet());
        return next.size() - 1;
    }

    /** Completes the tree to an automaton: where no word goes on, what the longest other word being read goes on to. */
    private void link() {
        int[] fallback = new int[next.size()];
        Queue<Integer> open = new ArrayDeque<>();
        open.add(0);
        while (!open.isEmpty()) {
            int state = open.remove();
            int[] row = next.get(state);
            for (int letter = 0; letter < LETTERS; letter++) {
                int shorter = state == 0 ? 0 : next.get(fallback[state])[letter];
                if (row[letter] < 0) {
                    row[letter] = shorter;
                } else {
                    fallback[row[letter]] = shorter;
                    found.get(row[letter]).or(shorter == 0 ? new BitSet() : found.get(shorter));
                    open.add(row[letter]);
                }
            }
        }
    }

    private static int letter(char letter) {
        if (letter >= LETTERS) {
            return -1;
        }
        return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    }
}
