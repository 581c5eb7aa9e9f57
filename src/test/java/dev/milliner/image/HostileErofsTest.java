package dev.milliner.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Erofs made to harm who looks into it, or damaged, is refused or only listed, and nothing is written outside of it. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HostileErofsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void make() throws IOException {
        ArtifactTools.assume("mkfs.erofs", "fsck.erofs");
        ArtifactTools.sh(
                folder,
                "mkdir -p r/etc r/deep/deeper; echo ID=x > r/etc/os-release; head -c 90000 /dev/zero > r/aa-evil;"
                        + " ln -s ../../../evil r/link; i=0; while [ $i -lt 200 ]; do echo $i > r/deep/a-file-with-a-name-$i;"
                        + " i=$((i+1)); done; mkfs.erofs -Enosbcrc plain r > log 2>&1; mkfs.erofs -Enosbcrc -zlz4hc packed r >"
                        + " log 2>&1");
    }

    /** The same bytes with another name of as many letters in them. */
    private Path renamed(String image, String from, String to) throws IOException {
        String bytes = Files.readString(folder.resolve(image), StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains(from);
        return Files.writeString(folder.resolve("x"), bytes.replace(from, to), StandardCharsets.ISO_8859_1);
    }

    @Test
    void aNameThatLeadsOutIsNotFollowed() throws IOException {
        for (String image : new String[] {"plain", "packed"}) {
            Path hostile = renamed(image, "aa-evil", "../evil");
            try {
                assertThat(Inspector.inspect(hostile).files())
                        .noneMatch(file -> file.path().equals("/evil"));
            } catch (IOException refused) {
                assertThat(refused).hasMessageContaining("cannot be inspected");
            }
            assertThat(folder.resolve("evil")).doesNotExist();
            assertThat(folder.resolveSibling("evil")).doesNotExist();
        }
    }

    @Test
    void aLinkThatLeadsOutIsListed() throws IOException {
        assertThat(Inspector.inspect(folder.resolve("packed")).files())
                .filteredOn(file -> file.path().equals("/link"))
                .singleElement()
                .extracting(Inspection.ImageFile::target)
                .isEqualTo("../../../evil");
    }

    @Test
    void noDamageIsACrash() throws IOException {
        damaged("plain", 400);
    }

    @Test
    void noDamageOfWhatIsPackedIsACrash() throws IOException {
        damaged("packed", 25);
    }

    private void damaged(String image, int rounds) throws IOException {
        byte[] sound = Files.readAllBytes(folder.resolve(image));
        Random random = new Random(5);
        Path damaged = folder.resolve("damaged");
        for (int round = 0; round < rounds; round++) {
            byte[] copy = sound.clone();
            for (int i = 0; i < 30; i++) {
                copy[1100 + random.nextInt(Math.min(30_000, copy.length - 1100))] = (byte) random.nextInt();
            }
            // The head of the file system as well, one byte at a time.
            copy[1028 + round % 100] ^= (byte) (1 << random.nextInt(8));
            Files.write(damaged, copy);
            try {
                assertThat(Inspector.inspect(damaged).files()).isNotNull();
            } catch (IOException refused) {
                assertThat(refused).hasMessageContaining("damaged cannot be inspected");
            }
        }
    }
}
