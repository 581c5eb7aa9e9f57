package dev.milliner.rpm;

import dev.milliner.fuzz.ReaderFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Any list of files is read, or refused. */
class FileListsFuzzTest extends ReaderFuzz {
    private static final Nevra PACKAGE = new Nevra("libgcc", new Version(0, "11.2.1", "1.fc35"), "x86_64");

    @Override
    protected List<byte[]> seeds() {
        return new PrimaryFuzzTest().seeds();
    }

    @Override
    protected List<String> words() {
        return RepositoryIndexFuzzTest.WORDS;
    }

    @Override
    protected void read(byte[] input) throws IOException {
        RepositoryMetadata metadata = PrimaryFuzzTest.metadata(file("filelists.xml", input));
        Files.deleteIfExists(folder().resolve("cache/0.xml"));
        try (FileLists lists = FileLists.open(metadata, folder().resolve("cache"))) {
            use(lists.files(PACKAGE));
        }
    }
}
