package dev.milliner.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
}
