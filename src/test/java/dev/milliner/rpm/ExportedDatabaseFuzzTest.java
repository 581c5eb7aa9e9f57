package dev.milliner.rpm;

import dev.milliner.fuzz.ReaderFuzz;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** Any row of headers that rpm exports is read, or refused. */
class ExportedDatabaseFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() throws IOException {
        return List.of(made("exported"));
    }

    @Override
    protected void read(byte[] input) throws IOException {
        use(RpmDatabase.readExported(new ByteArrayInputStream(input)));
    }

    @Override
    protected int inputs() {
        return 1000;
    }
}
