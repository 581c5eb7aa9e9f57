package dev.milliner.serve.lsp;

import java.io.ByteArrayOutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes letters as UTF-8. Each text that is written must be whole: a letter of two halves is not put together. */
final class Utf8Writer extends Writer {
    private final ByteArrayOutputStream to;

    Utf8Writer(ByteArrayOutputStream to) {
        this.to = to;
    }

    @Override
    public void write(String text) {
        to.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void write(String text, int from, int length) {
        write(text.substring(from, from + length));
    }

    @Override
    public void write(char[] letters, int from, int length) {
        write(new String(letters, from, length));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
