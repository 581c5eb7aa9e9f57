package dev.milliner.language;

import java.util.List;
import java.util.function.Consumer;

/**
 * Which letters each of many names has. Most names lack a letter of what is typed, and are passed over by this without
 * being looked at.
 */
final class Letters {
    private final List<String> names;
    private final long[] masks;

    Letters(List<String> names) {
        this.names = names;
        this.masks = new long[names.size()];
        for (int index = 0; index < masks.length; index++) {
            masks[index] = mask(names.get(index));
        }
    }

    /** A bit for each letter that a text has, in any case. */
    private static long mask(String text) {
        long mask = 0;
        for (int at = 0; at < text.length(); at++) {
            mask |= 1L << (Character.toLowerCase(text.charAt(at)) & 63);
        }
        return mask;
    }

    List<String> names() {
        return names;
    }

    /** The names that have all letters of a text. */
    void having(String text, Consumer<String> taker) {
        long wanted = mask(text);
        for (int index = 0; index < masks.length; index++) {
            if ((masks[index] & wanted) == wanted) {
                taker.accept(names.get(index));
            }
        }
    }
}
