package dev.milliner.rpm;

import dev.milliner.fuzz.ReaderFuzz;
import java.io.IOException;
import java.util.List;

/** Any rpm database is read, or refused. */
class RpmDatabaseFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() throws IOException {
        return List.of(made("rpmdb.sqlite"));
    }

    @Override
    protected List<String> words() {
        return List.of(
                "CREATE TABLE ",
                "CREATE VIEW ",
                "Packages",
                "sqlite_schema",
                "blob",
                "INTEGER PRIMARY KEY",
                " AS select 1",
                "GENERATED");
    }

    @Override
    protected void read(byte[] input) throws IOException {
        use(RpmDatabase.read(file("rpmdb.sqlite", input)));
    }

    @Override
    protected int inputs() {
        return 100;
    }
}
