package dev.milliner.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import dev.milliner.image.Inspection.ImageFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Artifacts made to harm who looks into them are refused or only listed. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileArtifactsTest {
    @TempDir
    Path folder;

    private interface Filling {
        void fill(TarArchiveOutputStream tar) throws IOException;
    }

    private Path tar(String name, Filling filling) throws IOException {
        Path file = folder.resolve(name);
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(file), "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            filling.fill(tar);
        }
        return file;
    }

    private static void add(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static void link(TarArchiveOutputStream tar, String name, byte kind, String target) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, kind, true);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> paths(Inspection inspection) {
        return inspection.files().stream().map(ImageFile::path).toList();
    }

    @Test
    void whatLeadsOutOfTheRootIsNotFollowed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "ID=secret");
        Path archive = tar("out.tar", tar -> {
            add(tar, "usr/bin/fine", bytes("fine"));
            add(tar, "../../evil", bytes("evil"));
            add(tar, "usr/../../evil", bytes("evil"));
            add(tar, "/etc/absolute", bytes("absolute"));
            link(tar, "etc/os-release", TarConstants.LF_SYMLINK, secret.toString());
            link(tar, "usr/lib/os-release", TarConstants.LF_LINK, secret.toString());
            link(tar, "var/lib/rpm/rpmdb.sqlite", TarConstants.LF_LINK, "../../" + secret);
            link(tar, "a", TarConstants.LF_SYMLINK, folder.toString());
            add(tar, "a/through", bytes("through"));
            link(tar, "dev/sda", TarConstants.LF_BLK, "");
            add(tar, ".wh...", bytes(""));
        });
        Inspection inspection = Inspector.inspect(archive);
        assertThat(paths(inspection))
                .containsExactly(
                        "/a",
                        "/a/through",
                        "/dev/sda",
                        "/etc/absolute",
                        "/etc/os-release",
                        "/usr/bin/fine",
                        "/usr/lib/os-release",
                        "/var/lib/rpm/rpmdb.sqlite");
        assertThat(inspection.osRelease()).isEmpty();
        assertThat(inspection.packages()).isEmpty();
        assertThat(inspection.remarks())
                .anyMatch(remark -> remark.contains("'../../evil' leads out of the root"))
                .anyMatch(remark -> remark.contains("hard link 'usr/lib/os-release'"))
                .anyMatch(remark -> remark.contains("hides what is outside"));
        assertThat(folder.resolve("through")).doesNotExist();
    }

    @Test
    void aBombIsRefused() throws IOException {
        Path bomb = folder.resolve("bomb.tar.zst");
        byte[] zeros = new byte[1 << 20];
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new ZstdOutputStream(Files.newOutputStream(bomb), 1), "UTF-8")) {
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            TarArchiveEntry entry = new TarArchiveEntry("usr/zeros", true);
            entry.setSize(1200L << 20);
            tar.putArchiveEntry(entry);
            for (int i = 0; i < 1200; i++) {
                tar.write(zeros);
            }
            tar.closeArchiveEntry();
        }
        refused(bomb, "unpacks to more than 1 GiB");
    }

    @Test
    void absurdSizesAreRefused() throws IOException {
        Path archive = folder.resolve("sizes.tar");
        try (OutputStream file = Files.newOutputStream(archive)) {
            file.write(header("usr/bin/huge", '0', Long.MAX_VALUE));
            file.write(new byte[1024]);
        }
        refused(archive, "Truncated");
        Path names = folder.resolve("names.tar.zst");
        try (OutputStream file = new ZstdOutputStream(Files.newOutputStream(names), 1)) {
            file.write(header("././@LongLink", 'L', 900L << 20));
            byte[] piece = new byte[1 << 20];
            java.util.Arrays.fill(piece, (byte) 'a');
            for (int i = 0; i < 900; i++) {
                file.write(piece);
            }
        }
        refused(names, "head of an entry is larger");
    }

    /** A header as tar writes it, its size in base 256 where octal digits do not do. */
    private static byte[] header(String name, char kind, long size) {
        byte[] header = new byte[512];
        ByteBuffer buffer = ByteBuffer.wrap(header);
        buffer.put(0, bytes(name));
        buffer.put(100, bytes("0000644\0"));
        buffer.put(108, bytes("0000000\0"));
        buffer.put(116, bytes("0000000\0"));
        buffer.put(124, (byte) 0x80).putLong(128, size);
        buffer.put(136, bytes("00000000000\0"));
        buffer.put(148, bytes("        "));
        buffer.put(156, (byte) kind);
        buffer.put(257, bytes("ustar\00000"));
        int sum = 0;
        for (byte one : header) {
            sum += one & 0xFF;
        }
        buffer.put(148, bytes(String.format(java.util.Locale.ROOT, "%06o\0 ", sum)));
        return header;
    }

    private static String digest(byte[] content) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IOException(impossible);
        }
    }

    private Path layout(String name, String index, List<byte[]> blobs) throws IOException {
        return tar(name, tar -> {
            add(tar, "oci-layout", bytes("{\"imageLayoutVersion\": \"1.0.0\"}"));
            add(tar, "index.json", bytes(index));
            for (byte[] blob : blobs) {
                add(tar, "blobs/sha256/" + digest(blob), blob);
            }
        });
    }

    private static String naming(String key, String digest) {
        return "{\"" + key + "\": [{\"digest\": \"sha256:" + digest + "\"}]}";
    }

    @Test
    void aBlobWithAnotherDigestIsRefused() throws IOException {
        byte[] manifest = bytes("{\"layers\": []}");
        Path archive = tar("digest.tar", tar -> {
            add(tar, "oci-layout", bytes("{}"));
            add(tar, "index.json", bytes(naming("manifests", digest(manifest))));
            add(tar, "blobs/sha256/" + digest(manifest), bytes("{\"layers\": [] }"));
        });
        refused(archive, "has another digest");
    }

    @Test
    void manifestsThatNestOrGrowWithoutEndAreRefused() throws IOException {
        List<byte[]> chain = new ArrayList<>(List.of(bytes("{\"layers\": []}")));
        for (int i = 0; i < 20; i++) {
            chain.add(bytes(naming("manifests", digest(chain.getLast()))));
        }
        refused(
                layout("nested.tar", new String(chain.getLast(), StandardCharsets.UTF_8), chain),
                "lead from one to the next");
        byte[] deep = bytes("[".repeat(200_000));
        refused(layout("deep.tar", naming("manifests", digest(deep)), List.of(deep)), "broken");
        byte[] huge = new byte[5 << 20];
        refused(layout("huge.tar", naming("manifests", digest(huge)), List.of(huge)), "more than any has");
        String many = "{\"digest\": \"sha256:" + digest(bytes("x")) + "\"},";
        byte[] layers = bytes("{\"layers\": [" + many.repeat(5000) + "{}]}");
        refused(layout("layers.tar", naming("manifests", digest(layers)), List.of(layers, bytes("x"))), "digest");
        refused(layout("path.tar", naming("manifests", "../../etc/passwd"), List.of()), "none of SHA-256");
        refused(layout("none.tar", "{\"manifests\": []}", List.of()), "names no image");
    }

    @Test
    void layersHideOnlyWhatIsBelowThem() throws IOException {
        Path lower = tar("lower.tar", tar -> {
            add(tar, "usr/one", bytes("1"));
            add(tar, "etc/gone", bytes("2"));
            add(tar, "var/a", bytes("3"));
            add(tar, "var/b", bytes("4"));
        });
        Path upper = tar("upper.tar", tar -> {
            add(tar, "var/c", bytes("5"));
            add(tar, "var/.wh..wh..opq", bytes(""));
            add(tar, "etc/.wh.gone", bytes(""));
        });
        byte[] one = Files.readAllBytes(lower);
        byte[] two = Files.readAllBytes(upper);
        byte[] manifest = bytes("{\"layers\": [{\"digest\": \"sha256:" + digest(one) + "\"}, {\"digest\": \"sha256:"
                + digest(two) + "\"}]}");
        Path oci = layout("layers.oci.tar", naming("manifests", digest(manifest)), List.of(one, two, manifest));
        assertThat(paths(Inspector.inspect(oci))).containsExactly("/usr/one", "/var/c");
        String id = digest(one);
        Path docker = tar("docker.tar", tar -> {
            add(tar, id + ".tar", one);
            link(tar, digest(two) + "/layer.tar", TarConstants.LF_SYMLINK, "../" + digest(two) + ".tar");
            add(tar, digest(two) + ".tar", two);
            add(
                    tar,
                    "manifest.json",
                    bytes("[{\"Config\": \"c.json\", \"Layers\": [\"" + id + ".tar\", \"" + digest(two)
                            + "/layer.tar\"]}]"));
        });
        Inspection inspection = Inspector.inspect(docker);
        assertThat(inspection.format()).isEqualTo("docker");
        assertThat(paths(inspection)).containsExactly("/usr/one", "/var/c");
    }

    private Path disk(String name) throws IOException {
        ArtifactTools.assume("mke2fs", "qemu-img", "debugfs");
        ArtifactTools.sh(
                folder,
                "rm -rf r; mkdir -p r/etc r/usr/deep/deeper; echo ID=x > r/etc/os-release; echo hi > r/usr/deep/deeper/f;"
                        + "truncate -s 8M fs; rm -f " + name + "; mke2fs -q -t ext4 -d r fs; qemu-img convert -O "
                        + (name.endsWith("qcow2") ? "qcow2" : "raw") + " fs " + name);
        return folder.resolve(name);
    }

    private static void patch(Path file, long at, long value, int width) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(at);
            for (int i = width - 1; i >= 0; i--) {
                open.write((int) (value >>> (8 * i)));
            }
        }
    }

    @Test
    void aDiskWithFalseTablesIsRefused() throws IOException {
        Path huge = disk("huge.qcow2");
        patch(huge, 36, 0x7FFFFFFF, 4);
        refused(huge, "table of clusters is larger than the file");
        Path size = disk("size.qcow2");
        patch(size, 24, Long.MAX_VALUE, 8);
        refused(size, "too small for its size");
        Path loop = disk("loop.qcow2");
        long table = ByteBuffer.wrap(Files.readAllBytes(loop)).getLong(40);
        patch(loop, table, table | 1L << 63, 8);
        assertThatThrownBy(() -> Inspector.inspect(loop)).isInstanceOf(IOException.class);
        Path beyond = disk("beyond.qcow2");
        patch(beyond, table, 1L << 62 | 1L << 40, 8);
        refused(beyond, "ends before byte");
    }

    @Test
    void foldersThatHoldThemselvesAreGoneIntoOnce() throws IOException {
        Path disk = disk("cyclic.raw");
        ArtifactTools.sh(
                folder,
                "debugfs -w -R 'link /usr /usr/deep/deeper/again' cyclic.raw; debugfs -w -R 'link / /etc/root' cyclic.raw");
        Inspection inspection = Inspector.inspect(disk);
        assertThat(paths(inspection)).contains("/usr/deep/deeper/f").hasSizeLessThan(12);
        assertThat(inspection.remarks()).anyMatch(remark -> remark.contains("/usr/deep/deeper/again"));
    }

    @Test
    void noDamageOfAFileSystemIsACrash() throws IOException {
        byte[] sound = Files.readAllBytes(disk("sound.raw"));
        java.util.Random random = new java.util.Random(7);
        Path damaged = folder.resolve("damaged.raw");
        for (int round = 0; round < 150; round++) {
            byte[] copy = sound.clone();
            for (int i = 0; i < 40; i++) {
                copy[1100 + random.nextInt(400_000)] = (byte) random.nextInt();
            }
            // The head of the file system as well, one byte at a time.
            copy[1024 + round] ^= (byte) (1 << random.nextInt(8));
            Files.write(damaged, copy);
            try {
                assertThat(Inspector.inspect(damaged).files()).isNotNull();
            } catch (IOException refused) {
                assertThat(refused).hasMessageContaining("damaged.raw cannot be inspected");
            }
        }
    }

    @Test
    void extentsThatShareTheirBlocksEnd() throws IOException {
        Path disk = disk("extents.raw");
        ByteBuffer system = ByteBuffer.wrap(Files.readAllBytes(disk)).order(ByteOrder.LITTLE_ENDIAN);
        int block = 1024 << system.getInt(1024 + 24);
        int descriptor = (system.getInt(1024 + 20) + 1) * block;
        int root = system.getInt(descriptor + 8) * block + (system.getShort(1024 + 88) & 0xFFFF) + 40;
        int node = system.capacity() / block - 1;
        // A tree five deep in which every entry leads to the same node, and nothing to a leaf.
        tree(system, root, 4, 4, node - 4);
        for (int depth = 4; depth >= 1; depth--) {
            tree(system, (node - depth) * block, depth - 1, (block - 12) / 12, node - depth + 1);
        }
        system.putInt(root - 36, block * 4);
        Files.write(disk, system.array());
        assertThatThrownBy(() -> Inspector.inspect(disk))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("extents.raw");
    }

    private static void tree(ByteBuffer system, int at, int depth, int count, int child) {
        system.putShort(at, (short) 0xF30A).putShort(at + 2, (short) count).putShort(at + 6, (short) depth);
        for (int i = 0; i < count; i++) {
            system.putInt(at + 12 + i * 12, i).putInt(at + 16 + i * 12, child).putInt(at + 20 + i * 12, 0);
        }
    }

    @Test
    void aDatabaseThatRunsOnIsRefused() throws Exception {
        Path database = folder.resolve("rpmdb.sqlite");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("create view Packages as with recursive r(blob) as"
                    + " (select x'00' union all select blob from r) select blob from r");
        }
        refused(database, "no table of packages");
        Path blobs = folder.resolve("blobs.sqlite");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + blobs);
                Statement statement = connection.createStatement()) {
            statement.execute("create table Packages (hnum integer primary key, blob blob not null)");
            // One tag, the name, that claims two thousand million texts far behind the end.
            statement.execute("insert into Packages values" + " (1, x'0000000100000004"
                    + "000003e800000006000000007fffffff" + "61006200')");
            statement.execute("insert into Packages values" + " (2, x'0000000100000004"
                    + "000003eb000000047ffffff07fffffff" + "61006200')");
        }
        refused(blobs, "cannot be read");
    }

    private static void refused(Path artifact, String words) {
        assertThatThrownBy(() -> Inspector.inspect(artifact))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(artifact.toString())
                .hasMessageContaining(words);
    }
}
