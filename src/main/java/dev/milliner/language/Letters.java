package dev.milliner.language;

import java.util.List;

/**
 * Which letters each of many names has. Most names lack a letter of what is typed, and are passed over by this without
 * being looked at.
 *
 * @param names the names
 * @param masks a bit for each letter that a name has, in any case
 */
record Letters(List<String> names, long[] masks) {
    static Letters of(List<String> names) {
        long[] masks = new long[names.size()];
        for (int index = 0; index < masks.length; index++) {
            masks[index] = mask(names.get(index));
        }
        return new Letters(names, masks);
    }

    static long mask(String text) {
        long mask = 0;
        for (int at = 0; at < text.length(); at++) {
            mask |= 1L << (Character.toLowerCase(text.charAt(at)) & 63);
        }
        return mask;
    }
}
