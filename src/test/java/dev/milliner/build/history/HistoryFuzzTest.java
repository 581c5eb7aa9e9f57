package dev.milliner.build.history;

import dev.milliner.build.log.Stage;
import dev.milliner.fuzz.ReaderFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Any history of builds is read, or told to be unusable. */
class HistoryFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() throws IOException {
        Path file = folder().resolve("seed.sqlite");
        new BuildHistory(file).with(connection -> {
            fill(connection);
            return true;
        });
        byte[] seed = Files.readAllBytes(file);
        Files.delete(file);
        return List.of(seed);
    }

    private static void fill(java.sql.Connection connection) throws SQLException {
        for (int i = 0; i < 3; i++) {
            BuildHistory.run(
                    connection,
                    "INSERT INTO builds VALUES (?,'i','image','kiwi','v3','/root','abc','',1,2,?,0,'/f',1,2)",
                    "b" + i,
                    i == 0 ? "RUNNING" : "SUCCEEDED");
            BuildHistory.run(connection, "INSERT INTO stages VALUES (?,?,5)", "b" + i, Stage.PACKAGES.name());
            BuildHistory.run(connection, "INSERT INTO packages VALUES (?,'n','1','2','x86_64',3,'V3',1)", "b" + i);
            BuildHistory.run(connection, "INSERT INTO artifacts VALUES (?,'disk','/f/a',3)", "b" + i);
            BuildHistory.run(connection, "INSERT INTO farm VALUES (?,'koji','t',1,7,'https://x')", "b" + i);
        }
    }

    @Override
    protected List<String> words() {
        return List.of("RUNNING", "SUCCEEDED", "PACKAGES", "V3", "\0", "CREATE TABLE ", "builds", "stages");
    }

    @Override
    protected void read(byte[] input) throws IOException {
        Files.deleteIfExists(folder().resolve("h.sqlite-journal"));
        BuildHistory history = new BuildHistory(file("h.sqlite", input));
        for (BuildRecord record : history.all()) {
            use(record);
        }
        use(history.find("b1"));
        use(history.estimate("i"));
    }

    @Override
    protected int inputs() {
        return 25;
    }
}
