package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.workbench.files.SetAside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRemembered() throws IOException {
        Path file = folder.resolve("workbench.json");
        Memory memory = Memory.FIRST
                .withLayout(new Memory.Window(10, 20, 1200, 800, true), 0.2, 0.7, 0.6)
                .withSession(
                        Path.of("/distro"),
                        new Session(
                                "image",
                                "b.toml",
                                List.of(new Session.Place("a.toml", 3, 4), new Session.Place("b.toml", 1, 1))));
        memory.write(file);
        assertThat(read(file)).isEqualTo(new Memory.Read(memory, Optional.empty()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private Memory.Read read(Path file) {
        return Memory.read(file, SetAside.of(folder));
    }

    @Test
    void noMemoryIsAFirstStart() {
        assertThat(read(folder.resolve("none.json"))).isEqualTo(new Memory.Read(Memory.FIRST, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"side\": {}}",
                "{\"window\": null, \"side\": \"x\"}",
                "{\"window\":{\"x\":1},\"side\":0.2,\"inspector\":0.7,\"bottom\":0.7,\"sessions\":7}"
            })
    void whatCanNotBeReadIsToldAndSetAside(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("workbench.json"), text);
        Memory.Read read = read(file);
        assertThat(read.memory()).isEqualTo(Memory.FIRST);
        assertThat(read.told()).hasValueSatisfying(told -> assertThat(told).contains("could not be read", "moved to"));
        assertThat(file).doesNotExist();
        assertThat(read(file)).isEqualTo(new Memory.Read(Memory.FIRST, Optional.empty()));
    }

    @Test
    void aFolderInItsPlaceIsSetAside() throws IOException {
        Path file = Files.createDirectory(folder.resolve("workbench.json"));
        assertThat(read(file).told()).isPresent();
        assertThat(file).doesNotExist();
    }

    @Test
    void pathsThatAreNoneAreLeftOut() throws IOException {
        Path file = Files.writeString(folder.resolve("workbench.json"), """
                {"theme": "dark", "window": {"x": 1, "y": 1, "width": 800, "height": 600, "maximised": false},
                 "side": 7, "inspector": 0.7, "bottom": "NaN",
                 "sessions": {"/d": {"files": [{"path": "a.toml", "line": 2, "column": 1}, null, {"path": "b\\u0000c", "line": 1, "column": 1}]}, "/e": null, "f\\u0000g": {}}}
                """);
        Memory memory = read(file).memory();
        assertThat(memory.sessions())
                .isEqualTo(Map.of(
                        "/d", new Session("", "", List.of(new Session.Place("a.toml", 2, 1))), "/e", Session.NONE));
        assertThat(memory.side()).isEqualTo(Memory.FIRST.side());
        assertThat(memory.bottom()).isEqualTo(Memory.FIRST.bottom());
    }

    @Test
    void foldersFollowTheEnvironmentAndIgnoreRelativeOnes() {
        assertThat(Folders.of(Map.of("XDG_STATE_HOME", "/s", "HOME", "/home/m")))
                .isEqualTo(new Folders(
                        Path.of("/s/milliner"),
                        Path.of("/home/m/.config/milliner"),
                        Path.of("/home/m/.cache/milliner")));
        assertThat(Folders.of(Map.of("XDG_STATE_HOME", "s", "HOME", "/home/m")).state())
                .isEqualTo(Path.of("/home/m/.local/state/milliner"));
    }
}
