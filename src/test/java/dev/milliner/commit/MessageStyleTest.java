package dev.milliner.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The style of a tree's messages is read from its log. */
class MessageStyleTest {
    @Test
    void conventionalWithScopes() {
        MessageStyle style = MessageStyle.of(List.of(
                "feat(gdb): add an overlay\n\nSigned-off-by: A <a@b>",
                "feat(gcc): drop guile\n\nSigned-off-by: A <a@b>",
                "fix(kernel): set the epoch\n\nSigned-off-by: A <a@b>"));
        assertThat(style.subject("change", "build.without", "m17n-lib"))
                .isEqualTo("feat(m17n-lib): change build.without");
        assertThat(style.isSignedOff()).isTrue();
    }

    @Test
    void namesInThePast() {
        MessageStyle style = MessageStyle.of(List.of("gdb: Added an overlay.", "gcc: Dropped guile.", "Merged it."));
        assertThat(style.subject("change", "build.without", "m17n-lib")).isEqualTo("m17n-lib: Changed build.without.");
    }

    @Test
    void plainSentencesAndBrackets() {
        assertThat(MessageStyle.of(List.of("Add gdb", "Drop gcc")).subject("remove", "component gcc", "gcc"))
                .isEqualTo("Remove component gcc");
        assertThat(MessageStyle.of(List.of("[4.0] Adds gdb", "[4.0] Drops gcc", "[3.0] Sets it"))
                        .subject("remove", "gcc", "gcc"))
                .isEqualTo("[4.0] Removes gcc");
        assertThat(MessageStyle.of(List.of()).subject("add", "gcc", "gcc")).isEqualTo("Add gcc");
    }

    @Test
    void subjectsAreNoLongerThanTheTreesOwn() {
        String subject =
                MessageStyle.of(List.of("Add gdb")).subject("change", "a-component-with-a-long-name, ".repeat(5), "");
        assertThat(subject).hasSizeLessThanOrEqualTo(72).endsWith("…");
    }
}
