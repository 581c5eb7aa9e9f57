package dev.milliner.image.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milliner.image.ArtifactTools;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hash trees of dm-verity: root hashes that veritysetup 2.6.1 gave, and trees that the host's own makes. */
class VerityTreeTest {
    private static final int DATA = 300 * 4096;

    @TempDir
    Path folder;

    private static byte[] data() {
        byte[] bytes = new byte[DATA];
        for (int i = 0; i < DATA; i++) {
            bytes[i] = (byte) (i * 31 + i / 251);
        }
        return bytes;
    }

    @ParameterizedTest
    @CsvSource({
        "1, sha256, 4096, 4096, 0123456789abcdef, 300, e92be12be1d8eb247af76c4ee7f6d94fa65a22258fee6546f7fa2c8955977d51",
        "1, sha256, 4096, 4096, '', 1, 8e508f46c53d052a84c57f191d9c074777dfa4366f277ea2019bf9bcc22e93ab",
        "1, sha256, 4096, 4096, aa, 129, ab4b47d2c4e604f84dcba32edcabd42e044ae0ab634e7272cc7a19ca7f447abd",
        "1, sha1, 512, 512, 00ff, 300, b022aef2d8eadecc478e2917e743795708ab521a",
        "0, sha256, 4096, 4096, 0123, 300, 4a4b72931a19dc7aad02d40deb48348f62d5b2168be424fdf5faef31847769a1",
        "0, sha1, 1024, 512, 77, 300, 49c9fbd5328e33bdca993f73662756a76f991c9d",
        "1, sha256, 512, 512, 5a, 2400, e8c0823421f4a45398e549e7dc65ed7c1c0170404cd504a1ea4c75d04f329e2c",
        "1, sha512, 4096, 1024, 0102030405, 300, 4a5443715ef26dcc9f9a9834c5f64a3457dff712de46b2fd84cfecef0db5b9d3"
                + "0889d5c32e129fdf090660c3ab221d704df02020cd20386b952b8257c44e9446",
    })
    void theRootHashIsVeritysetups(
            int type, String algorithm, int dataBlock, int hashBlock, String salt, long blocks, String root)
            throws IOException {
        VeritySuperblock superblock = new VeritySuperblock(0, type, algorithm, dataBlock, hashBlock, blocks, salt);
        VerityFinding found = VerityTree.check(new MemoryBlocks(data()), new MemoryBlocks(new byte[DATA]), superblock);
        assertThat(found.rootHash()).isEqualTo(root);
        assertThat(found.firstDifferent()).isEqualTo(blocks == 1 ? -1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "1, sha256, 4096, 4096, 1", "1, sha256, 4096, 4096, 2", "1, sha256, 4096, 4096, 128",
        "1, sha256, 4096, 4096, 129", "1, sha256, 4096, 4096, 300", "1, sha256, 512, 4096, 2400",
        "1, sha1, 4096, 4096, 300", "1, sha384, 4096, 1024, 300", "1, sha512, 1024, 512, 1200",
        "0, sha256, 4096, 4096, 300", "0, sha1, 512, 512, 2399", "0, sha384, 4096, 4096, 300",
    })
    void whatTheHostMadeIsFoundAndEachChangedByteIsNoticed(
            int type, String algorithm, int dataBlock, int hashBlock, int blocks) throws IOException {
        ArtifactTools.assume("veritysetup");
        Path file = folder.resolve("disk");
        Files.write(file, data());
        ArtifactTools.sh(
                folder,
                ("veritysetup format --format %d --hash %s --data-block-size %d --hash-block-size %d"
                                + " --data-blocks %d --hash-offset %d disk disk | sed -n 's/^Root hash:[[:space:]]*//p' > root")
                        .formatted(type, algorithm, dataBlock, hashBlock, blocks, DATA));
        String root = Files.readString(folder.resolve("root")).strip();
        try (Blocks disk = new FileBlocks(file)) {
            VeritySuperblock superblock = VeritySuperblock.at(disk, DATA).orElseThrow();
            assertThat(VerityTree.check(disk, disk, superblock)).isEqualTo(new VerityFinding(root, 0, -1));
            assertThat(VerityTree.isOf(disk, disk, superblock)).isTrue();
        }
        Random random = new Random(blocks);
        for (int round = 0; round < 6; round++) {
            int block = random.nextInt(blocks);
            long at = (long) block * dataBlock + random.nextInt(dataBlock);
            VerityFinding found = checkedWithChange(file, at);
            assertThat(found.rootHash()).isNotEqualTo(root);
            assertThat(found.firstDifferent()).isEqualTo(blocks == 1 ? -1 : block);
        }
        if (blocks > 1) {
            VerityFinding found = checkedWithChange(file, DATA + Math.max(512, hashBlock));
            assertThat(found.rootHash()).isEqualTo(root);
            assertThat(found.different()).isEqualTo(1);
        }
    }

    /** With one byte of the file changed, which is put back. */
    private static VerityFinding checkedWithChange(Path file, long at) throws IOException {
        flip(file, at);
        try (Blocks disk = new FileBlocks(file)) {
            return VerityTree.check(disk, disk, VeritySuperblock.at(disk, DATA).orElseThrow());
        } finally {
            flip(file, at);
        }
    }

    private static void flip(Path file, long at) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(at);
            int old = open.read();
            open.seek(at);
            open.write(old ^ 1);
        }
    }

    @Test
    void whatCannotBeRightIsRefusedBeforeAnythingIsRead() {
        Blocks nothing = new MemoryBlocks(new byte[1 << 16]);
        assertThatThrownBy(() -> VerityTree.check(
                        nothing, nothing, new VeritySuperblock(0, 1, "sha256", 4096, 4096, 1L << 40, "")))
                .hasMessageContaining("more data than the partition has");
        assertThatThrownBy(() -> VerityTree.check(
                        nothing, nothing, new VeritySuperblock(61440, 1, "sha256", 4096, 4096, 16, "")))
                .hasMessageContaining("cut off");
        assertThatThrownBy(() -> VerityTree.check(
                        nothing, nothing, new VeritySuperblock(0, 1, "whirl\u001b[1m", 4096, 4096, 16, "")))
                .hasMessageContaining("made with 'whirl??1m', which is not known");
    }

    /** Whatever stands in a superblock, it is none, it is refused, or it can be checked. */
    @Test
    void noDamageOfASuperblockIsACrash() throws IOException {
        ArtifactTools.assume("veritysetup");
        Files.write(folder.resolve("disk"), data());
        ArtifactTools.sh(folder, "veritysetup format --hash-offset " + DATA + " disk disk > log");
        byte[] sound = Files.readAllBytes(folder.resolve("disk"));
        Random random = new Random(11);
        for (int round = 0; round < 3000; round++) {
            byte[] copy = sound.clone();
            for (int i = 0; i < 3; i++) {
                copy[DATA + 8 + random.nextInt(120)] = (byte) random.nextInt();
            }
            Blocks disk = new MemoryBlocks(copy);
            try {
                VeritySuperblock superblock = VeritySuperblock.at(disk, DATA).orElseThrow();
                assertThat(VerityTree.check(disk, disk, superblock).rootHash()).isNotEmpty();
            } catch (IOException refused) {
                assertThat(refused.getMessage()).containsAnyOf("damaged", "cut off", "more data", "not known");
            }
        }
    }
}
