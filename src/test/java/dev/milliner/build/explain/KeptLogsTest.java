package dev.milliner.build.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Logs of failures that were made on purpose with the real tools, with what is to be said of each. */
class KeptLogsTest {
    static final Path FOLDER = Path.of("src/test/resources/dev/milliner/explain");

    /**
     * A kept log.
     *
     * @param file its name
     * @param tool what wrote it
     * @param exit that tool's exit status
     * @param kind the kind of failure, or nothing
     * @param lines where it stands, with commas
     * @param certain whether there is no doubt
     * @param cause what is to be said
     */
    record Kept(String file, String tool, int exit, String kind, String lines, boolean certain, String cause) {
        static Kept of(String row) {
            String[] cells = row.split("\t", -1);
            return new Kept(
                    cells[0],
                    cells[1],
                    Integer.parseInt(cells[2]),
                    cells[3],
                    cells[4],
                    Boolean.parseBoolean(cells[5]),
                    cells[6]);
        }
    }

    static List<Kept> kept() throws IOException {
        return Files.readAllLines(FOLDER.resolve("kept.tsv")).stream()
                .map(Kept::of)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kept")
    void saysWhatFailed(Kept kept) throws IOException {
        Explanation explanation = new Explainer(Optional.of(kept.tool()), OptionalInt.of(kept.exit()), Optional.empty())
                .explain(FOLDER.resolve(kept.file()));
        if (kept.kind().equals("nothing")) {
            assertThat(explanation.cause()).isEmpty();
            return;
        }
        Finding cause = explanation.cause().orElseThrow();
        assertThat(cause.cause()).isEqualTo(kept.cause());
        assertThat(cause.kind()).isEqualTo(kept.kind());
        assertThat(cause.certain()).isEqualTo(kept.certain());
        assertThat(explanation.lines().stream().map(String::valueOf).collect(Collectors.joining(",")))
                .isEqualTo(kept.lines());
    }
}
