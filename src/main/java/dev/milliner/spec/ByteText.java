package dev.milliner.spec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Text that keeps its bytes. UTF-8 is read as such; a byte that is not part of any becomes a lone surrogate, which no
 * UTF-8 holds, and is written back as the byte it was.
 */
public final class ByteText {
    private static final char STRAY = '\uDC00';
    private static final int BYTE = 0xFF;

    private ByteText() {}

    /** The text of bytes. */
    public static String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isUnderflow()) {
                return out.flip().toString();
            }
            out.put((char) (STRAY + (in.get() & BYTE)));
        }
    }

    /** The bytes of a text that {@link #decode} gave, or of any other text in UTF-8. */
    public static byte[] encode(String text) {
        if (!mayHoldStray(text)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 16);
        int clean = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isStray(text, i)) {
                bytes.writeBytes(text.substring(clean, i).getBytes(StandardCharsets.UTF_8));
                bytes.write(text.charAt(i) - STRAY);
                clean = i + 1;
            }
        }
        bytes.writeBytes(text.substring(clean).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /** Tells whether a byte that is no UTF-8 may be in a text. A loop, as a stream over the letters of a long spec takes longer than writing them. */
    static boolean mayHoldStray(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= STRAY && c <= STRAY + BYTE) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStray(String text, int at) {
        char c = text.charAt(at);
        return c >= STRAY && c <= STRAY + BYTE && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
