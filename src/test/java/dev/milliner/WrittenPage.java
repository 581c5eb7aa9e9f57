package dev.milliner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the documentation that is made from the program; {@code -Dmilliner.pages=write} writes it anew. */
public final class WrittenPage {
    private WrittenPage() {}

    /** Holds a page against what the program says, or writes it. */
    public static void hold(String name, String text) throws IOException {
        Path page = Path.of("docs").resolve(name);
        if (System.getProperty("milliner.pages", "").equals("write")) {
            Files.writeString(page, text);
        }
        assertThat(page)
                .as("made anew by: sh installer/test.sh -Dtest='*PageTest' -Dmilliner.pages=write")
                .hasContent(text);
    }
}
