package dev.milliner.build.koji;

import dev.milliner.build.history.BuildStore;
import dev.milliner.fuzz.ReaderFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Any record of a build on a farm is read, or refused by its file. */
class KojiRecordFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() throws IOException {
        Path record = Files.createDirectories(folder().resolve("made"));
        KojiRecord.of("koji", KojiOrder.ofTask(7), folder())
                .withTask(7, "https://x")
                .withLogs(Map.of("build.log", 3L), Map.of(7L, 1.5), 2)
                .write(record);
        byte[] made = Files.readAllBytes(record.resolve("koji.json"));
        Files.delete(record.resolve("koji.json"));
        return List.of(made);
    }

    @Override
    protected List<String> words() {
        return List.of(
                "{",
                "}",
                "[",
                "]",
                ":",
                ",",
                "null",
                "\"\"",
                "-1",
                "1e999",
                "\"\\u0000\"",
                "\"../../outside\"",
                "\"logs\":",
                "\"order\":null",
                "\"outcome\":",
                "\"offsets\":{\"a\":null}",
                "\"task\":null",
                "[[",
                "{\"a\":");
    }

    @Override
    protected void read(byte[] input) throws IOException {
        Path build = Files.createDirectories(folder().resolve("build"));
        Files.write(build.resolve("koji.json"), input);
        Files.write(build.resolve("tasks.json"), input);
        KojiFolder kept = new KojiFolder(build);
        use(kept.logs(7));
        use(kept.tree());
        use(kept.profile());
        use(KojiFolder.unfinished(new BuildStore(folder()), "koji", 7));
        KojiRecord record = KojiRecord.read(build);
        use(KojiRecovery.of(build, build, record));
        record.withTask(OptionalLong.of(1).getAsLong(), "").write(Files.createDirectories(folder().resolve("again")));
        Files.delete(folder().resolve("again/koji.json"));
    }

    @Override
    protected int inputs() {
        return 200;
    }
}
