package dev.milliner.toml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes to text without losing what is not UTF-8. */
public final class TomlText {
    private static final char LONE = '\udc00';

    private TomlText() {}

    /**
     * Decodes UTF-8. A byte that is not UTF-8 becomes a lone low surrogate, which {@link TomlDocument} reports with its
     * place, where a replacement character would pass unseen.
     */
    public static String decode(byte[] bytes) {
        String quick = new String(bytes, StandardCharsets.UTF_8);
        return quick.indexOf('\ufffd') < 0 ? quick : decodeCarefully(bytes);
    }

    private static String decodeCarefully(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isError()) {
            for (int bad = result.length(); bad > 0; bad--) {
                out.put((char) (LONE + (in.get() & 0xff)));
            }
            decoder.reset();
            result = decoder.decode(in, out, true);
        }
        return out.flip().toString();
    }
}
