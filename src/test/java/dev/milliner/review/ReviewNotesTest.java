package dev.milliner.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Check marks and comments follow an item while it says the same, and show that it says something else. */
class ReviewNotesTest {
    private static final Instant NOON = Instant.parse("2026-03-12T12:00:00Z");
    private static final Remark REMARK = new Remark("Why?", NOON, "main → topic");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static Chapter item(String value, int line) {
        return new Chapter(
                "gdb",
                "changed",
                List.of(new ValueLine("build.without", "–", value, Optional.empty())),
                List.of("overlay 1 added: spec-set-tag Epoch (gdb.comp.toml:" + line + ")"));
    }

    @Test
    void marksAndCommentsFollowWhatMovedAndShowWhatChanged() {
        ReviewNotes notes = ReviewNotes.NONE.check(item("docs", 3), true).say(item("docs", 3), REMARK);
        assertThat(notes.mark(item("docs", 40))).isEqualTo(SeenMark.SEEN);
        assertThat(notes.comments(item("docs", 40))).containsExactly(new Comment("Why?", NOON, "main → topic", true));
        assertThat(notes.mark(item("guile", 3))).isEqualTo(SeenMark.CHANGED);
        assertThat(notes.comments(item("guile", 3))).singleElement().satisfies(comment -> assertThat(comment.remark())
                .isEqualTo("said before this changed, of main → topic"));
        assertThat(notes.mark(item("docs", 3).about("gcc"))).isEqualTo(SeenMark.NOT_SEEN);
    }

    @Test
    void whatIsTakenBackIsGone() {
        ReviewNotes notes = ReviewNotes.NONE.check(item("docs", 3), true).say(item("docs", 3), REMARK);
        Comment comment = notes.comments(item("guile", 3)).getFirst();
        assertThat(notes.takeBack(item("guile", 3), comment)
                        .check(item("docs", 3), false)
                        .notes())
                .isEmpty();
    }

    @Test
    void twoWindowsKeepWhatTheOtherWrote() throws IOException {
        NotesFile one = new NotesFile(folder, folder.resolve("tree"));
        NotesFile other = new NotesFile(folder, folder.resolve("tree"));
        one.change(notes -> notes.check(item("docs", 3), true));
        other.change(notes -> notes.say(item("docs", 3), REMARK));
        ReviewNotes both = one.read();
        assertThat(both.mark(item("docs", 3))).isEqualTo(SeenMark.SEEN);
        assertThat(both.comments(item("docs", 3))).hasSize(1);
        assertThat(new NotesFile(folder, folder.resolve("another")).read()).isEqualTo(ReviewNotes.NONE);
    }

    @Test
    void whatCanNotBeReadIsMovedAsideAndNotOverwritten() throws IOException {
        NotesFile file = new NotesFile(folder, folder.resolve("tree"));
        file.change(notes -> notes.check(item("docs", 3), true));
        Path kept = only(".json");
        Files.writeString(kept, "half of it {");
        file.change(notes -> notes.say(item("docs", 3), REMARK));
        assertThat(Files.readString(only(".unreadable"))).isEqualTo("half of it {");
        assertThat(file.read().comments(item("docs", 3))).hasSize(1);
    }

    private Path only(String end) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("review"))) {
            return files.filter(file -> file.toString().endsWith(end))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void everyDocumentHasTheComments() {
        Story story = new Story("main → topic", "All.", List.of(item("docs", 3)), List.of());
        Story said = story.with(ReviewNotes.NONE.say(item("docs", 3), new Remark("<b>Why?</b>", NOON, "x")));
        assertThat(StoryText.of(said)).contains("  comment: <b>Why?</b>\n");
        assertThat(StoryMarkdown.of(said)).contains("\n> \\<b\\>Why?\\</b\\>\n");
        assertThat(StoryHtml.of(said)).contains("<blockquote>&lt;b&gt;Why?&lt;/b&gt;</blockquote>");
    }
}
