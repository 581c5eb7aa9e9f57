package dev.milliner.workbench.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BufferJournalTest {
    private static final Path DISTRO = Path.of("/distro");

    @TempDir
    Path state;

    private Path journals;

    @BeforeEach
    void name() {
        journals = state.resolve("journal");
    }

    private static KeptText entry(String path, String text) {
        return new KeptText(DISTRO.toString(), path, "base", text, 1L);
    }

    private void leave(KeptText... texts) throws IOException {
        BufferJournal dead = BufferJournal.start(journals);
        for (KeptText text : texts) {
            dead.keep(text);
        }
        dead.close();
    }

    private LeftTexts.Found start(Path root) throws IOException {
        try (BufferJournal next = BufferJournal.start(journals)) {
            return LeftTexts.takeOver(next, journals, root, SetAside.of(state));
        }
    }

    private List<KeptText> offered() throws IOException {
        return start(DISTRO).texts().stream().map(LeftText::kept).toList();
    }

    private long asideCount() throws IOException {
        Path aside = state.resolve("set-aside");
        if (!Files.exists(aside)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(aside)) {
            return files.count();
        }
    }

    @Test
    void whatADeadWorkbenchLeftIsOfferedByteForByte() throws IOException {
        BufferJournal dead = BufferJournal.start(journals);
        dead.keep(entry("a.toml", "first"));
        dead.keep(entry("a.toml", "tëxt \r\n with all \u0000 bytes 🎩"));
        dead.keep(entry("b.toml", "given up"));
        dead.forget(DISTRO, "b.toml");
        dead.close();
        try (BufferJournal next = BufferJournal.start(journals)) {
            SetAside aside = SetAside.of(state);
            LeftTexts.Found found = LeftTexts.takeOver(next, journals, DISTRO, aside);
            assertThat(found.texts())
                    .extracting(LeftText::kept)
                    .containsExactly(entry("a.toml", "tëxt \r\n with all \u0000 bytes 🎩"));
            assertThat(found.told()).isEmpty();
            assertThat(LeftTexts.takeOver(next, journals, DISTRO, aside).texts())
                    .isEmpty();
        }
    }

    /** They can be written in no encoding, and come about where a pair is torn apart. */
    @Test
    void halfPairsOfSurrogatesAreKeptToo() throws IOException {
        String half = "\ud83c";
        BufferJournal dead = BufferJournal.start(journals);
        dead.keep(entry("a.toml", "torn " + half));
        dead.add(DISTRO, "a.toml", List.of(new TypedEdit(0, 0, "\udfa9 ")));
        dead.close();
        assertThat(offered()).extracting(KeptText::text).containsExactly("\udfa9 torn " + half);
    }

    @Test
    void whatWasNotAnsweredIsOfferedAgainAndWhatWasForgottenIsNot() throws IOException {
        leave(entry("a.toml", "text"));
        assertThat(offered()).hasSize(1);
        LeftTexts.Found again = start(DISTRO);
        assertThat(again.texts()).hasSize(1);
        leave(entry("b.toml", "other"));
        for (LeftText text : start(DISTRO).texts()) {
            text.forget();
        }
        assertThat(offered()).isEmpty();
    }

    @Test
    void severalTextsOfOneFileAreAllKeptNewestFirst() throws IOException {
        leave(new KeptText("/distro", "a.toml", "base", "old", 1_000));
        leave(new KeptText("/distro", "a.toml", "base", "newest", 3_000));
        leave(new KeptText("/distro", "a.toml", "base", "newer", 2_000));
        assertThat(offered()).extracting(KeptText::text).containsExactly("newest", "newer", "old");
    }

    @Test
    void aLivingWorkbenchKeepsItsOwn() throws IOException {
        try (BufferJournal living = BufferJournal.start(journals)) {
            living.keep(entry("a.toml", "text"));
            assertThat(offered()).isEmpty();
        }
    }

    @Test
    void anotherDistrosTextStays() throws IOException {
        leave(entry("a.toml", "text"));
        assertThat(start(Path.of("/elsewhere")).texts()).isEmpty();
        assertThat(offered()).hasSize(1);
    }

    @Test
    void allOfItIsForItsOwnerAlone() throws IOException {
        leave(entry("a.toml", "secret"));
        try (Stream<Path> all = Files.walk(journals)) {
            assertThat(all.filter(path -> !path.endsWith(BufferJournal.LOCK)))
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "7",
                "{\"root\":\"/distro\",\"pa",
                "{\"root\":\"/distro\",\"path\":null,\"base\":\"a\",\"text\":\"b\",\"saved\":1}",
                "{\"root\":\"/distro\",\"path\":\"a.toml\",\"text\":\"b\",\"saved\":1}",
                "{\"root\":\"/distro\",\"path\":\"a\\u0000b\",\"base\":\"a\",\"text\":\"b\",\"saved\":1}",
                "{\"root\":[],\"path\":{},\"base\":1,\"text\":true,\"saved\":\"x\"}",
                "\u0000\u0000\u0000"
            })
    void whatCanNotBeReadIsToldAndSetAside(String text) throws IOException {
        leave(entry("whole.toml", "text"));
        Path dead = Files.createDirectories(journals.resolve(UUID.randomUUID().toString()));
        Path broken = Files.writeString(dead.resolve("x.json"), text);
        LeftTexts.Found found = start(DISTRO);
        assertThat(found.texts()).extracting(left -> left.kept().path()).containsExactly("whole.toml");
        assertThat(found.told()).singleElement().asString().contains("could not be read", "moved to");
        assertThat(broken).doesNotExist();
        assertThat(asideCount()).isEqualTo(1);
        assertThat(start(DISTRO).told()).isEmpty();
    }

    @Test
    void leftoversAndFoldersInPlaceOfFilesStopNothing() throws IOException {
        Path dead = Files.createDirectories(journals.resolve("dead"));
        Files.writeString(dead.resolve(".x.json123.milliner"), "{\"root\":");
        Files.createDirectories(dead.resolve("y.json/inside"));
        Path locked = Files.createDirectories(journals.resolve("locked"));
        Files.createDirectories(locked.resolve(BufferJournal.LOCK));
        Files.writeString(journals.resolve("stray"), "?");
        LeftTexts.Found found = start(DISTRO);
        assertThat(found.texts()).isEmpty();
        assertThat(found.told()).hasSize(4).allMatch(sentence -> sentence.endsWith("."));
        assertThat(asideCount()).isEqualTo(4);
        assertThat(start(DISTRO).told()).isEmpty();
    }

    /** A temporary file that was written whole, but not yet renamed, is a text like any other. */
    @Test
    void aWholeTextUnderATemporaryNameIsOffered() throws IOException {
        Path dead = Files.createDirectories(journals.resolve("dead"));
        Files.writeString(
                dead.resolve(".x.json123.milliner"), entry("a.toml", "text").head());
        assertThat(offered()).containsExactly(entry("a.toml", "text"));
    }

    @Test
    void theCorpusOfBrokenJournals() throws IOException {
        Path safety = SharedMaterial.unpack("cases/safety.tar.xz", state.resolve("corpus"))
                .resolve("safety");
        List<Path> broken;
        try (Stream<Path> files = Files.walk(safety)) {
            broken = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("fuzz-journal")
                            || file.toString().contains("journal-t"))
                    .filter(file -> !file.endsWith("README") && !file.endsWith(BufferJournal.LOCK))
                    .filter(file -> !file.toString().contains("builds") && !file.endsWith("workbench.json"))
                    .toList();
        }
        assertThat(broken).hasSizeGreaterThan(10);
        for (Path file : broken) {
            Path dead =
                    Files.createDirectories(journals.resolve(UUID.randomUUID().toString()));
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            Files.copy(file, dead.resolve(file.getFileName() + ".json"));
            LeftTexts.Found found = start(Path.of("/r"));
            assertThat(found.texts().size() + found.told().size()).as(text).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void editsAreAddedAndACutOneLosesOnlyItself() throws IOException {
        BufferJournal dead = BufferJournal.start(journals);
        dead.keep(new KeptText("/distro", "a.toml", "one\r\ntwo\r\n", "one\r\ntwo\r\n", 1));
        dead.add(DISTRO, "a.toml", List.of(new TypedEdit(3, 1, " 🎩\n"), new TypedEdit(0, 0, "x")));
        dead.add(DISTRO, "a.toml", List.of(new TypedEdit(0, 1, "yy")));
        dead.close();
        KeptText whole = offered().getFirst();
        assertThat(whole.text()).isEqualTo("yyone 🎩\r\ntwo\r\n");
        assertThat(whole.base()).isEqualTo("one\r\ntwo\r\n");

        for (String cut :
                List.of("{\"at\":0,\"remo", "{\"at\":0,\"removed\":9999,\"inserted\":\"z\",\"saved\":5}\n", "?\n")) {
            Path file = start(DISTRO).texts().isEmpty() ? journals : keptFile();
            Files.writeString(file, cut, java.nio.file.StandardOpenOption.APPEND);
            assertThat(offered()).extracting(KeptText::text).containsExactly("yyone 🎩\r\ntwo\r\n");
        }
    }

    private Path keptFile() throws IOException {
        try (Stream<Path> files = Files.walk(journals)) {
            return files.filter(file -> file.toString().endsWith(BufferJournal.SUFFIX))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
