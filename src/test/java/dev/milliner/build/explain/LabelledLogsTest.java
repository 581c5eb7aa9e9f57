package dev.milliner.build.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Explains logs of failures that were made on purpose with the real tools and read by hand before any rule was written
 * for them. Some are of runs that succeeded with warnings.
 */
class LabelledLogsTest {
    private static final Path FOLDER = KeptLogsTest.FOLDER.resolve("labelled");

    /**
     * A log and what is known of it.
     *
     * @param file its name
     * @param tool what wrote it
     * @param exit that tool's exit status
     * @param kind the kind of failure, or {@code nothing}
     * @param lines where the cause stands: any of them is right
     */
    private record Labelled(String file, String tool, int exit, String kind, Set<Integer> lines) {
        static Labelled of(String row) {
            String[] cells = row.split("\t", -1);
            return new Labelled(
                    cells[0],
                    cells[1],
                    Integer.parseInt(cells[2]),
                    cells[3],
                    Stream.of(cells[4].split(","))
                            .filter(cell -> !cell.isEmpty())
                            .map(Integer::valueOf)
                            .collect(Collectors.toSet()));
        }

        Explanation explanation(boolean told) throws IOException {
            return new Explainer(
                            told ? Optional.of(tool) : Optional.empty(),
                            told ? OptionalInt.of(exit) : OptionalInt.empty(),
                            Optional.empty())
                    .explain(FOLDER.resolve(file));
        }

        boolean isRight(Explanation explanation) {
            if (kind.equals("nothing")) {
                return explanation.cause().isEmpty();
            }
            return explanation.lines().stream().anyMatch(lines::contains)
                    && explanation.cause().orElseThrow().kind().equals(kind);
        }
    }

    @Test
    void findsTheCauseOfNearlyAllAndIsNeverWrongWhileCertain() throws IOException {
        List<Labelled> logs = Files.readAllLines(FOLDER.resolve("labels.tsv")).stream()
                .map(Labelled::of)
                .toList();
        for (boolean told : new boolean[] {true, false}) {
            int right = 0;
            int certain = 0;
            List<String> missed = new ArrayList<>();
            List<String> wronglyCertain = new ArrayList<>();
            for (Labelled log : logs) {
                Explanation explanation = log.explanation(told);
                boolean isCertain = explanation.cause().filter(Finding::certain).isPresent();
                certain += isCertain ? 1 : 0;
                if (log.isRight(explanation)) {
                    right++;
                } else {
                    missed.add(log.file() + ": " + explanation.cause());
                    if (isCertain) {
                        wronglyCertain.add(log.file());
                    }
                }
            }
            System.out.printf(
                    "%s: recall %d of %d, precision of what is certain %d of %d%n",
                    told ? "with tool and exit status" : "from the log alone",
                    right,
                    logs.size(),
                    certain - wronglyCertain.size(),
                    certain);
            missed.forEach(miss -> System.out.println("  missed " + miss));
            assertThat(wronglyCertain).isEmpty();
            assertThat(right * 100).isGreaterThanOrEqualTo(logs.size() * 97);
        }
    }
}
