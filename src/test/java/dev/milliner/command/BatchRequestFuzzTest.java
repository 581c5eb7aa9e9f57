package dev.milliner.command;

import dev.milliner.fuzz.ReaderFuzz;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any request of a batch is understood, or told what it lacks. */
class BatchRequestFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() {
        return List.of(text("{\"install\":[\"a\",\"b\"],\"exclude\":\"c\",\"weak\":true,\"repo\":[]}"));
    }

    @Override
    protected List<String> words() {
        return List.of("{", "}", "[", "]", "null", "\"repo\":", "\"weak\":", "1e999", "{\"a\":", "[[", "\"x\"", "{}");
    }

    @Override
    protected void read(byte[] input) {
        use(BatchRequest.parse(new String(input, StandardCharsets.UTF_8), List.of()));
    }

    @Override
    protected boolean isTold(Exception failure) {
        return failure instanceof InputException;
    }

    @Override
    protected int inputs() {
        return 1000;
    }
}
