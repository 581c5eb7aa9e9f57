package dev.milliner.solve.worker;

import dev.milliner.fuzz.ReaderFuzz;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Any bytes on the pipe of the solver are frames, or refused. */
class FramesFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() {
        return List.of(new byte[] {0, 0, 0, 2, '{', '}', 0, 0, 0, 0});
    }

    @Override
    protected void read(byte[] input) throws IOException {
        try (Frames frames = new Frames(new ByteArrayInputStream(input), OutputStream.nullOutputStream())) {
            while (frames.read() != null) {
                // Until the end.
            }
        }
    }

    @Override
    protected int inputs() {
        return 1000;
    }
}
