package dev.milliner.workbench.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BufferJournalTest {
    @TempDir
    Path journals;

    private static BufferJournal.Entry entry(String path, String text) {
        return new BufferJournal.Entry("/distro", path, "base", text, 1L);
    }

    @Test
    void whatADeadWorkbenchLeftIsOfferedOnce() throws IOException {
        BufferJournal dead = BufferJournal.start(journals);
        dead.keep(entry("a.toml", "first"));
        dead.keep(entry("a.toml", "tëxt \r\n with all \u0000 bytes 🎩"));
        dead.keep(entry("b.toml", "given up"));
        dead.forget(Path.of("/distro"), "b.toml");
        dead.close();

        try (BufferJournal next = BufferJournal.start(journals)) {
            assertThat(next.adopt(journals, Path.of("/distro")))
                    .containsExactly(entry("a.toml", "tëxt \r\n with all \u0000 bytes 🎩"));
            assertThat(next.adopt(journals, Path.of("/distro"))).isEmpty();
        }
    }

    @Test
    void whatWasNotAnsweredIsOfferedAgain() throws IOException {
        BufferJournal dead = BufferJournal.start(journals);
        dead.keep(entry("a.toml", "text"));
        dead.close();
        try (BufferJournal second = BufferJournal.start(journals)) {
            assertThat(second.adopt(journals, Path.of("/distro"))).hasSize(1);
        }
        try (BufferJournal third = BufferJournal.start(journals)) {
            assertThat(third.adopt(journals, Path.of("/distro"))).hasSize(1);
        }
    }

    @Test
    void aLivingWorkbenchKeepsItsOwn() throws IOException {
        try (BufferJournal living = BufferJournal.start(journals);
                BufferJournal other = BufferJournal.start(journals)) {
            living.keep(entry("a.toml", "text"));
            assertThat(other.adopt(journals, Path.of("/distro"))).isEmpty();
        }
    }

    @Test
    void anotherDistrosTextStays() throws IOException {
        BufferJournal dead = BufferJournal.start(journals);
        dead.keep(entry("a.toml", "text"));
        dead.close();
        try (BufferJournal next = BufferJournal.start(journals)) {
            assertThat(next.adopt(journals, Path.of("/elsewhere"))).isEmpty();
            assertThat(next.adopt(journals, Path.of("/distro"))).hasSize(1);
        }
    }
}
