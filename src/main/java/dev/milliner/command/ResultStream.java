package dev.milliner.command;

import dev.milliner.ground.FileTrouble;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Where results go; remembers why they could not, as a writer of text tells only that they did not. */
final class ResultStream extends FilterOutputStream {
    private Optional<String> trouble = Optional.empty();

    ResultStream(OutputStream to) {
        super(new BufferedOutputStream(to));
    }

    /** Why results were lost; empty also where whoever read them has seen enough and left. */
    Optional<String> trouble() {
        return trouble;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException failure) {
            throw remembered(failure);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException failure) {
            throw remembered(failure);
        }
    }

    private IOException remembered(IOException failure) {
        if (!"Broken pipe".equals(failure.getMessage())) {
            trouble = Optional.of(FileTrouble.words(failure));
        }
        return failure;
    }
}
