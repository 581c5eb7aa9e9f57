package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRemembered() throws IOException {
        Path file = folder.resolve("workbench.json");
        Memory memory = Memory.FIRST
                .withTheme("light")
                .withLayout(new Memory.Window(10, 20, 1200, 800, true), 0.2, 0.7, 0.6)
                .withOpenFiles(Path.of("/distro"), List.of("a.toml", "b.toml"));
        memory.write(file);
        assertThat(Memory.read(file)).isEqualTo(memory);
    }

    @Test
    void aBrokenOrForeignMemoryIsAFirstStart() throws IOException {
        assertThat(Memory.read(folder.resolve("none.json"))).isEqualTo(Memory.FIRST);
        for (String text : List.of("", "{", "[]", "{\"theme\": 1}", "{\"theme\": null, \"side\": \"x\"}")) {
            assertThat(Memory.read(Files.writeString(folder.resolve("bad.json"), text)))
                    .as(text)
                    .isEqualTo(Memory.FIRST);
        }
    }

    @Test
    void foldersFollowTheEnvironmentAndIgnoreRelativeOnes() {
        assertThat(Folders.of(Map.of("XDG_STATE_HOME", "/s", "HOME", "/home/m")))
                .isEqualTo(new Folders(Path.of("/s/milliner"), Path.of("/home/m/.config/milliner")));
        assertThat(Folders.of(Map.of("XDG_STATE_HOME", "s", "HOME", "/home/m")).state())
                .isEqualTo(Path.of("/home/m/.local/state/milliner"));
    }
}
