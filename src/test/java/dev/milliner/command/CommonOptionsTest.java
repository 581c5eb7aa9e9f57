package dev.milliner.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CommonOptionsTest {
    @Test
    void optionsBeforeTheCommandGoBehindIt() {
        assertThat(CommonOptions.behindTheCommand("-C", "hat", "--json", "build", "image", "x"))
                .containsExactly("build", "image", "x", "-C", "hat", "--json");
        assertThat(CommonOptions.behindTheCommand("list", "images", "--json"))
                .containsExactly("list", "images", "--json");
        assertThat(CommonOptions.behindTheCommand("-C")).containsExactly("-C");
        assertThat(CommonOptions.behindTheCommand()).isEmpty();
    }

    @Test
    void theFormThatTheSamplesReadmeGivesWorks() {
        StringWriter out = new StringWriter();
        int status = CommandLineEntry.run(
                new PrintWriter(out),
                new PrintWriter(new StringWriter()),
                "-C",
                "sample-distros/bowler",
                "list",
                "images");
        assertThat(status).isEqualTo(CommandLineEntry.DONE);
        assertThat(out.toString()).contains("bowler-container", "bowler-disk");
    }
}
