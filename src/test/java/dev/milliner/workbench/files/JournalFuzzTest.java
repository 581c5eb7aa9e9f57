package dev.milliner.workbench.files;

import dev.milliner.fuzz.ReaderFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Any journal of unsaved texts is taken over, or set aside and told; none is lost. */
class JournalFuzzTest extends ReaderFuzz {
    private static final Path ROOT = Path.of("/distro");

    @Override
    protected List<byte[]> seeds() {
        KeptText text = new KeptText("/distro", "a/b.toml", "one\ntwo\n", "one\nTWO é\n", 7);
        String edits = KeptText.line(new TypedEdit(0, 3, "ONE"), 8) + KeptText.line(new TypedEdit(4, 0, "\u0000\n"), 9);
        return List.of(text(text.head() + edits));
    }

    @Override
    protected List<String> words() {
        return List.of(
                "{",
                "}",
                "null",
                "\n",
                "null\n",
                "[]\n",
                "\"at\":",
                "\"removed\":-1",
                "\"inserted\":null",
                "\"root\":\"\\u0000\"",
                "\"path\":\"../../outside/canary\"",
                "\\ud800",
                "{\"a\":",
                "1e999",
                "\r\n",
                "\"text\":null");
    }

    @Override
    protected void read(byte[] input) throws IOException {
        Path journals = Files.createDirectories(folder().resolve("journals"));
        Path dead = Files.createDirectories(journals.resolve("dead"));
        Files.write(dead.resolve("a" + BufferJournal.SUFFIX), input);
        try (BufferJournal own = BufferJournal.start(journals)) {
            LeftTexts.Found found = LeftTexts.takeOver(own, journals, ROOT, SetAside.of(folder()));
            for (LeftText left : found.texts()) {
                left.kept().time();
                left.forget();
            }
        } finally {
            empty(folder());
        }
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    @Override
    protected boolean isTold(Exception failure) {
        return false;
    }

    @Override
    protected int inputs() {
        return 200;
    }
}
