package dev.milliner.serve.lsp;

import java.util.List;
import java.util.stream.Stream;

/** In what columns are counted. Java's texts count UTF-16 units, which is also what all clients know. */
enum PositionEncoding {
    UTF_16("utf-16") {
        @Override
        int units(String text, int start, int end) {
            return end - start;
        }

        @Override
        int offset(String text, int start, int end, int units) {
            return start + Math.min(units, end - start);
        }
    },
    UTF_8("utf-8") {
        @Override
        int width(int codePoint) {
            return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
        }
    },
    UTF_32("utf-32") {
        @Override
        int width(int codePoint) {
            return 1;
        }
    };

    private final String label;

    PositionEncoding(String label) {
        this.label = label;
    }

    /** The name that the protocol has for it. */
    String label() {
        return label;
    }

    /** The first of ours that a client knows; UTF-16 where it names none that is known. */
    static PositionEncoding agreed(List<String> known) {
        return Stream.of(values())
                .filter(one -> known.contains(one.label))
                .findFirst()
                .orElse(UTF_16);
    }

    /** How many units a code point takes. */
    int width(int codePoint) {
        return Character.charCount(codePoint);
    }

    /** How many units a stretch of a line takes. */
    int units(String text, int start, int end) {
        int units = 0;
        for (int at = start; at < end; at += Character.charCount(text.codePointAt(at))) {
            units += width(text.codePointAt(at));
        }
        return units;
    }

    /**
     * The offset so many units behind the start of a line; the line's end where it is shorter.
     *
     * @param start where the line starts
     * @param end where it ends, before its terminator
     */
    int offset(String text, int start, int end, int units) {
        int at = start;
        int passed = 0;
        while (at < end && passed < units) {
            int codePoint = text.codePointAt(at);
            passed += width(codePoint);
            at += Character.charCount(codePoint);
        }
        return Math.min(at, end);
    }
}
