package dev.milliner.workbench.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text files as texts, so that no byte is lost. */
public final class FileText {
    private FileText() {}

    /**
     * The text of UTF-8 bytes. A byte order mark stays in the text and so comes back when it is written.
     *
     * @throws CharacterCodingException if they are no UTF-8, which an editor must not open as text
     */
    public static String of(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
