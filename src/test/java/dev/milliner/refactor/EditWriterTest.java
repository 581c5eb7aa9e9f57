package dev.milliner.refactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milliner.distro.DistroLoader;
import dev.milliner.ground.FileSave;
import dev.milliner.language.WorkspaceEdit;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of several files is written whole or not at all, and its diff is one that git takes. */
class EditWriterTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path root;
    private EditWriter writer;

    @BeforeEach
    void write() throws IOException {
        root = folder.resolve("tree");
        Files.createDirectories(root.resolve("comps/own"));
        Files.writeString(root.resolve("azldev.toml"), """
                includes = ["comps/list.toml"]
                [project]
                default-distro = { name = "d", version = "1" }
                [distros.d.versions.1.default-component-config]
                spec = { type = "upstream", upstream-distro = { name = "d", version = "1" } }
                """);
        Files.writeString(
                root.resolve("comps/list.toml"), "includes = [\"*/*.comp.toml\"]\n\n[components.a]\n[components.b]");
        Files.writeString(root.resolve("comps/own/own.comp.toml"), "[components.own]\nbuild.with = [\"x\"]\n");
        writer = new EditWriter(root, FileSave.of(folder.resolve("state")));
    }

    private WorkspaceEdit edit(Refactoring... refactorings) {
        Proposals state = new Proposals(new DiskTree(root), new DistroLoader(Map.of()));
        return state.proposed(refactorings[0]).edit();
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(one -> !one.toString().contains(".git")).toList()) {
                files.put(
                        root.relativize(file).toString(), Files.isDirectory(file) ? "folder" : Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void whatIsWrittenIsTakenBackByItsInverse() throws IOException {
        Map<String, String> before = files();
        WorkspaceEdit edit = edit(new Rejoin("own", Optional.empty()));
        writer.write(edit);
        assertThat(files()).doesNotContainKeys("comps/own", "comps/own/own.comp.toml");
        assertThat(files().get("comps/list.toml")).contains("[components.b]\n\n[components.own]");
        writer.write(edit.inverse());
        assertThat(files()).isEqualTo(before);
        WorkspaceEdit out = edit(new Customise("b", Optional.empty()));
        writer.write(out);
        assertThat(files()).containsEntry("comps/b/b.comp.toml", "[components.b]\n");
        writer.write(out.inverse());
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void gitAppliesTheDiff() throws IOException, InterruptedException {
        git("init", "-q", ".");
        for (Refactoring refactoring : List.of(
                new Customise("b", Optional.empty()),
                new Rejoin("own", Optional.empty()),
                new AddComponent("c", Optional.empty()),
                new RemoveComponent("own"))) {
            Map<String, String> before = files();
            WorkspaceEdit edit = edit(refactoring);
            Path diff = Files.writeString(folder.resolve("a.diff"), UnifiedDiff.of(edit));
            git("apply", "--verbose", diff.toString());
            Map<String, String> applied = files();
            git("apply", "-R", diff.toString());
            assertThat(new TreeMap<>(texts(files()))).isEqualTo(texts(before));
            writer.write(edit);
            assertThat(texts(applied)).isEqualTo(texts(files()));
            writer.write(edit.inverse());
        }
    }

    private static Map<String, String> texts(Map<String, String> files) {
        files.values().removeIf("folder"::equals);
        return files;
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }

    @Test
    void nothingIsWrittenWhereAFileIsAnotherByNow() throws IOException {
        WorkspaceEdit edit = edit(new Customise("b", Optional.empty()));
        Files.writeString(root.resolve("comps/list.toml"), "# typed meanwhile\n");
        Map<String, String> before = files();
        assertThatThrownBy(() -> writer.write(edit)).hasMessageContaining("comps/list.toml has another text by now");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void nothingIsWrittenWhereAFileIsThereByNow() throws IOException {
        WorkspaceEdit edit = edit(new Customise("b", Optional.empty()));
        Files.createDirectories(root.resolve("comps/b"));
        Files.writeString(root.resolve("comps/b/b.comp.toml"), "");
        Map<String, String> before = files();
        assertThatThrownBy(() -> writer.write(edit)).hasMessageContaining("already");
        assertThat(files()).isEqualTo(before);
    }

    /** The second file cannot be written: its folder is a file, or it is the root of a file system that is full. */
    @Test
    void allIsTakenBackWhereOneFileCannotBeWritten() throws IOException {
        WorkspaceEdit edit = edit(new Customise("b", Optional.empty()));
        Files.writeString(root.resolve("comps/b"), "in the way");
        Map<String, String> before = files();
        assertThatThrownBy(() -> writer.write(edit)).hasMessageContaining("Nothing was changed");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aDeletedFileComesBackWithItsMode() throws IOException {
        Path own = root.resolve("comps/own/own.comp.toml");
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rw-r-----"));
        WorkspaceEdit edit = edit(new Rejoin("own", Optional.empty()));
        WorkspaceEdit two = new WorkspaceEdit(
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        edit.deleted().getFirst(),
                        new WorkspaceEdit.WholeFile(
                                "comps/own/own.comp.toml",
                                edit.deleted().getFirst().text())));
        assertThatThrownBy(() -> writer.write(two)).isInstanceOf(IOException.class);
        assertThat(own).hasContent("[components.own]\nbuild.with = [\"x\"]\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void nothingIsWrittenOutsideOfTheTree() {
        WorkspaceEdit out = new WorkspaceEdit(
                List.of(), List.of(), List.of(new WorkspaceEdit.WholeFile("../out.toml", "x")), List.of());
        assertThatThrownBy(() -> writer.write(out)).hasMessageContaining("outside of the tree");
        assertThat(folder.resolve("out.toml")).doesNotExist();
    }
}
