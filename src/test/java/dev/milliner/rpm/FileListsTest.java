package dev.milliner.rpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milliner.SharedMaterial;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** File lists of the corpus tell what their rpm database tells. */
class FileListsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aPackageHasItsFiles() throws IOException {
        Path repository = SharedMaterial.folder().resolve("corpus/rpm-metadata/real/fedora35");
        RepositoryMetadata metadata = new Repositories(folder, Duration.ofSeconds(5))
                .get("f", repository.toString(), RepositoryMetadata.DEFAULT_PRIORITY);
        Nevra bash = new Nevra("bash", Version.of("5.1.8-2.fc35"), "x86_64");
        try (FileLists lists = FileLists.open(metadata, folder.resolve("files"))) {
            assertThat(lists.files(bash))
                    .contains(
                            new FileLists.ListedFile("/usr/bin/bash", false),
                            new FileLists.ListedFile("/usr/share/doc/bash", true));
            assertThat(lists.files(new Nevra("none", Version.of("1-1"), "noarch")))
                    .isEmpty();
        }
    }

    /** File lists of a few bytes that unpack to many. */
    private RepositoryMetadata packed(int size, long declared) throws IOException {
        Path lists = folder.resolve("filelists.xml.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(lists))) {
            out.write(new byte[size]);
        }
        return new RepositoryMetadata(
                "r",
                "r",
                "0",
                lists,
                Optional.of(lists),
                declared,
                Optional.empty(),
                Optional.empty(),
                99,
                1000,
                List.of());
    }

    private void assertRefused(RepositoryMetadata metadata, String words) throws IOException {
        Path kept = folder.resolve("kept");
        assertThatThrownBy(() -> FileLists.open(metadata, kept)).hasMessageContaining(words);
        try (Stream<Path> files = Files.list(kept)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void listsThatUnpackToMoreThanTheyDeclareAreRefused() throws IOException {
        assertRefused(packed(50_000_000, 1000), "unpack to more than the 1000 bytes that its repomd.xml gives");
    }

    @Test
    void listsThatDeclareNothingAreBoundedByWhatIsPacked() throws IOException {
        assertRefused(packed(200_000_000, -1), "bytes that a file of that size can hold");
    }

    @Test
    void listsThatDeclareMoreThanTheDiskHasAreRefused() throws IOException {
        assertRefused(packed(1000, Long.MAX_VALUE), "are free in");
    }

    @Test
    void theDeclaredSizeIsRead() throws RepositoryException {
        String repomd = "<repomd><data type='filelists'><location href='f.xml'/><size>3</size>"
                + "<open-size>12</open-size></data></repomd>";
        RepositoryIndex index = RepositoryIndex.parse("r", repomd.getBytes(StandardCharsets.UTF_8));
        assertThat(index.openSize("filelists")).isEqualTo(12);
        assertThat(index.openSize("primary")).isEqualTo(-1);
    }
}
