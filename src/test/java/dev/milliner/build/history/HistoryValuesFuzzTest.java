package dev.milliner.build.history;

import dev.milliner.fuzz.ReaderFuzz;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whatever stands in the rows of a history of builds, as an older or a newer Milliner may have left it, is read or told. */
class HistoryValuesFuzzTest extends ReaderFuzz {
    private static final int VALUES = 28;
    private static final int OF_BUILD = 15;

    private @Nullable BuildHistory history;

    @Override
    protected List<byte[]> seeds() {
        history = new BuildHistory(folder().resolve("h.sqlite"));
        return List.of(text(String.join(
                "\n",
                List.of(
                        "b1",
                        "i",
                        "image",
                        "kiwi",
                        "v3",
                        "/root",
                        "abc",
                        "",
                        "1",
                        "2",
                        "SUCCEEDED",
                        "0",
                        "/f",
                        "1",
                        "2",
                        "PACKAGES",
                        "5",
                        "n",
                        "1",
                        "2",
                        "x86_64",
                        "3",
                        "V3",
                        "disk",
                        "/f/a",
                        "koji",
                        "7",
                        "https://x"))));
    }

    @Override
    protected List<String> words() {
        return List.of(
                "RUNNING",
                "ON_FARM",
                "SUCCEEDED",
                "V2",
                "null",
                "\0",
                "\n",
                "-1",
                "9223372036854775807",
                "1e999",
                "",
                "x",
                "\nnull\n");
    }

    @Override
    protected void read(byte[] input) throws IOException {
        String[] values = Arrays.copyOf(new String(input, StandardCharsets.UTF_8).split("\n", -1), VALUES);
        Object[] cells = Arrays.stream(values)
                .map(value -> "null".equals(value) ? null : value)
                .toArray();
        BuildHistory read = java.util.Objects.requireNonNull(history);
        read.with(connection -> {
            for (String table : List.of("builds", "stages", "packages", "artifacts", "farm")) {
                BuildHistory.run(connection, "DELETE FROM " + table);
            }
            String marks = "?,".repeat(OF_BUILD);
            BuildHistory.run(
                    connection,
                    "INSERT INTO builds VALUES (" + marks.substring(0, marks.length() - 1) + ")",
                    Arrays.copyOf(cells, OF_BUILD));
            BuildHistory.run(connection, "INSERT INTO stages VALUES (?,?,?)", cells[0], cells[15], cells[16]);
            BuildHistory.run(
                    connection,
                    "INSERT INTO packages VALUES (?,?,?,?,?,?,?,1)",
                    cells[0],
                    cells[17],
                    cells[18],
                    cells[19],
                    cells[20],
                    cells[21],
                    cells[22]);
            BuildHistory.run(connection, "INSERT INTO artifacts VALUES (?,?,?,3)", cells[0], cells[23], cells[24]);
            BuildHistory.run(
                    connection, "INSERT INTO farm VALUES (?,?,'t',1,?,?)", cells[0], cells[25], cells[26], cells[27]);
            return true;
        });
        for (BuildRecord record : read.all()) {
            use(read.find(record.id()));
        }
        use(read.find("b1"));
        use(read.estimate("i"));
    }

    @Override
    protected int inputs() {
        return 25;
    }
}
