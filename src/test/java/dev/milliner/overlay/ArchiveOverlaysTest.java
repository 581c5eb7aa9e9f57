package dev.milliner.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milliner.distro.Overlay;
import dev.milliner.text.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveOverlaysTest {
    @TempDir
    Path folder;

    /** Adds entries to an archive. */
    private interface Content {
        void add(TarArchiveOutputStream tar) throws IOException;
    }

    private Path archive(String name, Content content) throws IOException {
        Path file = folder.resolve(name);
        ArchiveFormat format = name.endsWith("gz")
                ? ArchiveFormat.GZIP
                : name.endsWith("xz")
                        ? ArchiveFormat.XZ
                        : name.endsWith("zst") ? ArchiveFormat.ZSTD : ArchiveFormat.PLAIN;
        try (OutputStream out = Files.newOutputStream(file);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(format.packed(out))) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            content.add(tar);
        }
        return file;
    }

    private static void file(TarArchiveOutputStream tar, String path, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // Keeps a leading slash, as hostile archives do.
        TarArchiveEntry entry = new TarArchiveEntry(path, true);
        entry.setSize(bytes.length);
        entry.setMode(0644);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private static void link(TarArchiveOutputStream tar, String path, String target, byte type) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(path, type);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private static Overlay overlay(String type, String archive, String file, String regex, String replacement) {
        return new Overlay(
                type,
                "",
                file,
                archive,
                "",
                "",
                "",
                "",
                regex,
                replacement,
                List.of(),
                "",
                Optional.empty(),
                Place.startOf("a.toml"),
                "component");
    }

    private void remove(String archive) throws OverlayException, IOException {
        ArchiveOverlays.apply(folder, List.of(overlay("file-remove", archive, "drop", "", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.tar", "a.tar.gz", "a.tgz", "a.tar.xz", "a.tar.zst"})
    void filesInAnArchiveAreChangedAndItIsPackedAlikeEachTime(String name) throws Exception {
        Path archive = archive(name, tar -> {
            file(tar, "a-1/configure.ac", "AC_INIT([a])\nuse_net=yes\n");
            file(tar, "a-1/drop", "gone");
            link(tar, "a-1/link", "configure.ac", TarConstants.LF_SYMLINK);
        });
        List<Overlay> overlays = List.of(
                overlay("file-search-replace", name, "configure.ac", "use_net=yes", "use_net=no"),
                overlay("file-remove", name, "drop", "", ""));
        byte[] original = Files.readAllBytes(archive);
        assertThat(ArchiveOverlays.apply(folder, overlays)).containsExactly(name);
        byte[] once = Files.readAllBytes(archive);
        SourceArchive packed = SourceArchive.read(archive);
        assertThat(packed.entries().keySet()).containsExactly("a-1/configure.ac", "a-1/link");
        assertThat(packed.files().file("configure.ac").orElseThrow().text()).isEqualTo("AC_INIT([a])\nuse_net=no\n");
        Files.write(archive, original);
        ArchiveOverlays.apply(folder, overlays);
        assertThat(Files.readAllBytes(archive)).isEqualTo(once);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(archive);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "/etc/evil", "a/../../evil"})
    void pathsThatLeadOutAreRefused(String path) throws IOException {
        Path archive = archive("a.tar.gz", tar -> file(tar, path, "evil"));
        byte[] before = Files.readAllBytes(archive);
        assertThatThrownBy(() -> remove("a.tar.gz"))
                .isInstanceOf(OverlayException.class)
                .hasMessageContaining("escapes from parent");
        assertThat(archive).hasBinaryContent(before);
        assertThat(folder.resolveSibling("evil")).doesNotExist();
    }

    @Test
    void linksThatLeadOutAndFilesBehindLinksAreRefused() throws IOException {
        archive("absolute.tar", tar -> link(tar, "a/x", "/etc/passwd", TarConstants.LF_SYMLINK));
        assertThatThrownBy(() -> remove("absolute.tar")).hasMessageContaining("absolute target");
        archive("up.tar", tar -> link(tar, "a/x", "../../x", TarConstants.LF_SYMLINK));
        assertThatThrownBy(() -> remove("up.tar")).hasMessageContaining("escapes from parent");
        archive("behind.tar", tar -> {
            link(tar, "a/x", "y", TarConstants.LF_SYMLINK);
            file(tar, "a/x/file", "text");
        });
        assertThatThrownBy(() -> remove("behind.tar")).hasMessageContaining("behind the symlink");
        archive("hard.tar", tar -> link(tar, "a/x", "a/y", TarConstants.LF_LINK));
        assertThatThrownBy(() -> remove("hard.tar")).hasMessageContaining("unsupported type");
        archive("device.tar", tar -> link(tar, "a/x", "", TarConstants.LF_CHR));
        assertThatThrownBy(() -> remove("device.tar")).hasMessageContaining("unsupported type");
    }

    @Test
    void aBombIsRefusedBeforeItIsHeld() throws IOException {
        Path bomb = folder.resolve("bomb.tar.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            TarArchiveEntry entry = new TarArchiveEntry("a/zeros");
            entry.setSize(200L << 20);
            tar.putArchiveEntry(entry);
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                tar.write(zeros);
            }
            tar.closeArchiveEntry();
        }
        assertThatThrownBy(() -> remove("bomb.tar.gz")).hasMessageContaining("more than a source archive holds");
    }

    @Test
    void otherFormatsAndGarbageAreRefusedAsAzldevDoes() throws IOException {
        Files.writeString(folder.resolve("a.zip"), "PK");
        assertThatThrownBy(() -> remove("a.zip")).hasMessageContaining("unsupported archive format");
        Files.writeString(folder.resolve("a.tar.bz2"), "BZh");
        assertThatThrownBy(() -> remove("a.tar.bz2")).hasMessageContaining("unsupported archive format");
        Files.write(folder.resolve("garbage.tar.gz"), new byte[] {0x1f, (byte) 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
        assertThatThrownBy(() -> remove("garbage.tar.gz")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> remove("none.tar")).hasMessageContaining("no archive `none.tar`");
    }
}
