package dev.milliner.workbench.shell;

import dev.milliner.fuzz.ReaderFuzz;
import dev.milliner.workbench.files.SetAside;
import dev.milliner.workbench.welcome.Recent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whatever the file of what the workbench remembers holds, the workbench starts. */
class MemoryFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() {
        return List.of(text(
                "{\"window\":{\"x\":1,\"y\":2,\"width\":3,\"height\":4,\"maximised\":true},\"side\":0.2,\"inspector\":0.7,\"bottom\":0.7,"
                        + "\"sessions\":{\"/d\":{\"page\":\"p\",\"front\":\"a\",\"files\":[{\"path\":\"a\",\"line\":1,\"column\":2}]}},"
                        + "\"recent\":[{\"root\":\"/d\",\"name\":\"d\"}]}"));
    }

    @Override
    protected List<String> words() {
        return List.of(
                "{",
                "}",
                "[",
                "]",
                "null",
                "[null]",
                "{\"a\":null}",
                "\"\\u0000\"",
                "NaN",
                "1e999",
                "-1",
                "\"files\":",
                "\"recent\":",
                "{\"a\":",
                "\\ud800");
    }

    @Override
    protected void read(byte[] input) throws IOException {
        Path file = file("memory.json", input);
        Memory.Read read = Memory.read(file, SetAside.of(folder()));
        use(read.memory());
        read.memory()
                .opened(new Recent("/x", "x", 1))
                .without(new Recent("/d", "d", 1))
                .write(file);
        Memory again = Memory.read(file, SetAside.of(folder())).memory();
        use(again);
        if (read.told().isPresent()) {
            for (Path aside : list(folder().resolve("set-aside"))) {
                Files.delete(aside);
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Override
    protected boolean isTold(Exception failure) {
        return false;
    }

    @Override
    protected int inputs() {
        return 200;
    }
}
