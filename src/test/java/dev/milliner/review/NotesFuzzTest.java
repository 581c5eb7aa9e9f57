package dev.milliner.review;

import dev.milliner.fuzz.ReaderFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Any notes of a review are read, or told to be damaged. */
class NotesFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() {
        return List.of(
                text(
                        "{\"items\":[{\"subject\":\"s\",\"content\":\"c\",\"seen\":true,\"comments\":[{\"text\":\"t\",\"time\":\"2026-01-01T00:00:00Z\",\"of\":\"o\"}]}]}"));
    }

    @Override
    protected List<String> words() {
        return List.of(
                "{",
                "}",
                "[",
                "]",
                "null",
                "\"items\":",
                "\"time\":",
                "\"+999999999-12-31T23:59:59Z\"",
                "1",
                "true",
                "{\"a\":",
                "\\ud800",
                "[[");
    }

    @Override
    protected void read(byte[] input) throws IOException {
        NotesFile notes = new NotesFile(folder(), Path.of("/distro"));
        Path kept = folder().resolve("review");
        if (!Files.exists(kept)) {
            notes.change(none -> none);
        }
        try (Stream<Path> files = Files.list(kept)) {
            Files.write(
                    files.filter(file -> file.toString().endsWith(".json"))
                            .findFirst()
                            .orElseThrow(),
                    input);
        }
        use(notes.read());
    }

    @Override
    protected boolean isTold(Exception failure) {
        return failure instanceof IOException;
    }
}
