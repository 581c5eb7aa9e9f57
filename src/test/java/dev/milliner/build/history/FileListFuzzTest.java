package dev.milliner.build.history;

import dev.milliner.fuzz.ReaderFuzz;
import dev.milliner.image.FileKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Any kept list of files is read, or there is none. */
class FileListFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() throws IOException {
        Path file = folder().resolve("seed.gz");
        new FileList(List.of(
                        new FileList.Entry("/a", FileKind.FILE, 1, 0644, "0:0", "", "ab"),
                        new FileList.Entry("/b", FileKind.LINK, 0, 0777, "0:0", "a", "")))
                .write(file);
        try (GZIPInputStream content = new GZIPInputStream(Files.newInputStream(file))) {
            return List.of(content.readAllBytes());
        }
    }

    @Override
    protected List<String> words() {
        return List.of(
                "{", "}", "null", "\n", "\"path\":null", "\"kind\":\"FILE\"", "[", "-1", "1e999", "{\"a\":", "\"\"");
    }

    @Override
    protected void read(byte[] input) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(input);
        }
        FileList list = FileList.read(file("files.gz", packed.toByteArray())).orElse(new FileList(List.of()));
        use(FileChange.between(list, new FileList(List.of())));
        use(FileList.read(file("files.gz", input)));
    }
}
