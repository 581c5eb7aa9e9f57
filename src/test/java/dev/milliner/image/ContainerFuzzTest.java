package dev.milliner.image;

import dev.milliner.fuzz.ReaderFuzz;
import java.io.IOException;
import java.util.List;

/** Any manifest that fits its digest is read, or refused. */
class ContainerFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() {
        return List.of(
                ContainerSeeds.manifest(),
                text("{\"manifests\":[{\"digest\":\"$LAYER\",\"platform\":{\"os\":\"linux\"}}]}"));
    }

    @Override
    protected List<String> words() {
        return List.of(
                "{",
                "}",
                "[",
                "]",
                ":",
                ",",
                "\"",
                "null",
                "true",
                "1e999",
                "-1",
                "\"$LAYER\"",
                "\"digest\":",
                "\"layers\":",
                "\"manifests\":",
                "\"config\":",
                "\"annotations\":{",
                "\"platform\":",
                "\\u0000",
                "\\ud800",
                "[[",
                "{\"a\":");
    }

    @Override
    protected void read(byte[] input) throws IOException {
        use(Inspector.inspect(file("a.tar", ContainerSeeds.oci(input, ContainerSeeds.root()))));
    }

    @Override
    protected boolean isTold(Exception failure) {
        return failure instanceof IOException
                && String.valueOf(failure.getMessage()).contains("cannot be inspected");
    }

    @Override
    protected int inputs() {
        return 100;
    }
}
