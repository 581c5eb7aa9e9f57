package dev.milliner.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milliner.SharedMaterial;
import dev.milliner.image.Inspection.ImageFile;
import dev.milliner.level.CodeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One small root in every format, made by the field's own tools, is always the same root. */
class InspectorFormatsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Inspection expected;

    @BeforeAll
    static void make() throws IOException {
        ArtifactTools.assume("mke2fs", "sfdisk", "qemu-img", "tar", "xz", "zstd", "bzip2");
        ArtifactTools.root(folder);
        Path database = SharedMaterial.folder().resolve("corpus/rpm-metadata/rpmdb/cbl-mariner-2.0.sqlite.zst");
        ArtifactTools.sh(
                folder,
                "mkdir -p root/var/lib/rpm; zstd -qd " + database + " -o root/var/lib/rpm/rpmdb.sqlite;"
                        + "chmod 644 root/var/lib/rpm/rpmdb.sqlite;"
                        + """
                        truncate -s 64M fs.ext4; mke2fs -q -t ext4 -d root fs.ext4
                        truncate -s 64M fs.ext2; mke2fs -q -t ext2 -b 1024 -d root fs.ext2
                        truncate -s 66M gpt.raw
                        printf 'label: gpt\\nstart=2048, size=131072\\n' | sfdisk -q gpt.raw
                        dd if=fs.ext4 of=gpt.raw bs=1M seek=1 conv=notrunc,sparse status=none
                        truncate -s 68M mbr.raw
                        printf 'label: dos\\nstart=2048, size=135168, type=5\\nstart=4096, size=131072\\n' | sfdisk -q mbr.raw
                        dd if=fs.ext4 of=mbr.raw bs=1M seek=2 conv=notrunc,sparse status=none
                        qemu-img convert -O qcow2 gpt.raw plain.qcow2
                        qemu-img convert -O qcow2 -o compat=0.10 gpt.raw old.qcow2
                        qemu-img convert -c -O qcow2 gpt.raw packed.qcow2
                        qemu-img convert -c -O qcow2 -o cluster_size=4096,compression_type=zstd gpt.raw zstd.qcow2
                        qemu-img convert -O vpc -o subformat=fixed,force_size=on gpt.raw fixed.vhd
                        qemu-img convert -O vpc -o force_size=on gpt.raw growing.vhd
                        qemu-img convert -O vmdk gpt.raw disk.vmdk
                        qemu-img convert -O vmdk -o subformat=streamOptimized gpt.raw stream.vmdk
                        qemu-img convert -O vhdx gpt.raw disk.vhdx
                        qemu-img convert -O vdi gpt.raw disk.vdi
                        qemu-img convert -O qed gpt.raw disk.qed
                        qemu-img convert -O parallels gpt.raw disk.hds
                        qemu-img convert -O qcow2 -o extended_l2=on gpt.raw extended.qcow2
                        qemu-img create -q -f qcow2 -b plain.qcow2 -F qcow2 layer.qcow2
                        qemu-img create -q -f qcow2 -b layer.qcow2 -F qcow2 'a layer.qcow2'
                        xz -0 -k gpt.raw
                        tar -C root -cf root.tar .
                        xz -0 -k root.tar; zstd -q root.tar; bzip2 -k root.tar; gzip -k root.tar
                        """);
        expected = Inspector.inspect(folder.resolve("root"));
    }

    @Test
    void aFolderIsRead() {
        assertThat(expected.format()).isEqualTo("folder");
        assertThat(expected.packages()).hasSize(129);
        assertThat(expected.osRelease()).containsEntry("PRETTY_NAME", "Small 1").containsEntry("ID", "small");
        assertThat(expected.boot().kernels()).containsExactly("/boot/vmlinuz-1");
        assertThat(expected.boot().initramfs()).containsExactly("/boot/initramfs-1.img");
        ImageFile tool = file(expected, "/usr/bin/tool");
        assertThat(tool.mode()).isEqualTo(04755);
        assertThat(tool.isPrivileged()).isTrue();
        assertThat(tool.program().kind()).isNotEqualTo(CodeFile.Kind.NONE);
        assertThat(file(expected, "/bin").target()).isEqualTo("usr/bin");
        assertThat(file(expected, "/etc/pipe").kind()).isEqualTo(FileKind.PIPE);
        assertThat(file(expected, "/tmp").isWorldWritable()).isFalse();
        assertThat(file(expected, "/etc").owners()).contains("filesystem");
    }

    @ParameterizedTest
    @CsvSource({
        "fs.ext4, disk",
        "fs.ext2, disk",
        "gpt.raw, disk",
        "gpt.raw.xz, disk",
        "mbr.raw, disk",
        "plain.qcow2, qcow2",
        "old.qcow2, qcow2",
        "packed.qcow2, qcow2",
        "zstd.qcow2, qcow2",
        "fixed.vhd, vhd",
        "growing.vhd, vpc",
        "disk.vmdk, vmdk",
        "stream.vmdk, vmdk",
        "disk.vhdx, vhdx",
        "disk.vdi, vdi",
        "disk.qed, qed",
        "disk.hds, parallels",
        "extended.qcow2, qcow2",
        "layer.qcow2, qcow2",
        "a layer.qcow2, qcow2",
        "root.tar, tar",
        "root.tar.gz, tar",
        "root.tar.xz, tar",
        "root.tar.zst, tar",
        "root.tar.bz2, tar"
    })
    void everyFormatHoldsTheSame(String name, String format) throws IOException {
        Inspection inspection = Inspector.inspect(folder.resolve(name));
        assertThat(inspection.format()).isEqualTo(format);
        assertThat(inspection.packages()).isEqualTo(expected.packages());
        assertThat(facts(inspection)).isEqualTo(facts(expected));
        assertThat(inspection.osRelease()).isEqualTo(expected.osRelease());
        assertThat(inspection.boot()).isEqualTo(expected.boot());
        assertThat(inspection.remarks()).isEmpty();
    }

    @Test
    void archivesOfContainerToolsAreRead() throws IOException {
        ArtifactTools.assume("umoci", "skopeo", "unshare");
        ArtifactTools.sh(folder, """
                umoci init --layout lay; umoci new --image lay:t
                umoci unpack --rootless --image lay:t bundle
                mkdir -p bundle/rootfs/usr/bin bundle/rootfs/etc bundle/rootfs/opt/a
                echo 1 > bundle/rootfs/usr/bin/stays; echo 2 > bundle/rootfs/etc/gone; echo 3 > bundle/rootfs/opt/a/b
                umoci repack --refresh-bundle --image lay:t bundle
                rm -r bundle/rootfs/etc/gone bundle/rootfs/opt; echo ID=top > bundle/rootfs/etc/os-release
                umoci repack --image lay:t bundle
                skopeo copy -q oci:lay:t docker-archive:docker.tar:hat:1
                skopeo copy -q oci:lay:t oci-archive:oci.tar:1
                xz -0 -k oci.tar
                """);
        for (String name : List.of("docker.tar", "oci.tar", "oci.tar.xz")) {
            Inspection inspection = Inspector.inspect(folder.resolve(name));
            assertThat(inspection.format()).isEqualTo(name.substring(0, name.indexOf('.')));
            assertThat(inspection.files())
                    .filteredOn(file -> file.kind() == FileKind.FILE)
                    .extracting(ImageFile::path)
                    .containsExactly("/etc/os-release", "/usr/bin/stays");
            assertThat(inspection.osRelease()).containsEntry("ID", "top");
        }
    }

    @Test
    void partitionsThatFstabNamesAreBelowTheRoot() throws IOException {
        ArtifactTools.sh(folder, """
                rm -rf two; mkdir -p two/boot two/etc inner/grub2
                echo 'LABEL=start /boot ext4 defaults 1 2' > two/etc/fstab
                echo ID=two > two/etc/os-release
                echo menu > inner/grub2/grub.cfg; echo kernel > inner/vmlinuz-2
                truncate -s 8M one.fs; mke2fs -q -t ext4 -L start -d inner one.fs
                truncate -s 8M two.fs; mke2fs -q -t ext4 -d two two.fs
                truncate -s 24M two.raw
                printf 'label: gpt\\nstart=2048, size=16384\\nstart=18432, size=16384\\n' | sfdisk -q two.raw
                dd if=one.fs of=two.raw bs=1M seek=1 conv=notrunc status=none
                dd if=two.fs of=two.raw bs=1M seek=9 conv=notrunc status=none
                """);
        Inspection inspection = Inspector.inspect(folder.resolve("two.raw"));
        assertThat(inspection.boot().kernels()).containsExactly("/boot/vmlinuz-2");
        assertThat(inspection.boot().loaders()).containsExactly("/boot/grub2/grub.cfg");
        assertThat(inspection.osRelease()).containsEntry("ID", "two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fedora35", "fedora35-plus-mongo", "cbl-mariner-2.0"})
    void aDatabaseOnItsOwnIsRead(String name) throws Exception {
        Path database = SharedMaterial.folder().resolve("corpus/rpm-metadata/rpmdb/" + name + ".sqlite.zst");
        Inspection inspection = Inspector.inspect(database);
        assertThat(inspection.format()).isEqualTo("rpmdb");
        assertThat(inspection.packages())
                .extracting(one -> one.installed().nevra().toString())
                .containsExactlyInAnyOrderElementsOf(PrimaryNames.of(name));
        assertThat(inspection.packages())
                .anyMatch(one -> !one.installed().vendor().isEmpty())
                .allMatch(one -> !one.installed().name().isEmpty()
                        && !one.installed().source().isEmpty()
                        && !one.shown().reason().isEmpty());
        assertThat(inspection.files())
                .filteredOn(file -> file.path().endsWith("/bin/bash"))
                .singleElement()
                .satisfies(file -> assertThat(file.owners()).containsExactly("bash"));
    }

    @ParameterizedTest
    @CsvSource({
        "qemu-img create -q -u -f qcow2 -b gone.qcow2 -F qcow2 x 1M, layer over the disk gone.qcow2",
        "qemu-img create -q -u -f qcow2 -b /etc/hostname -F raw x 1M, /etc/hostname' is no file beside it",
        "qemu-img create -q -u -f qcow2 -b ../etc/hostname -F raw x 1M, is no file beside it",
        "qemu-img create -q -u -f qcow2 -b json:{} -F raw x 1M, is no file beside it",
        "qemu-img create -q -u -f qcow2 -b y -F qcow2 x 1M; qemu-img create -q -u -f qcow2 -b x -F qcow2 y 1M, laid over itself",
        "qemu-img convert -O vmdk -o subformat=monolithicFlat gpt.raw x, VMDK disk in several files",
        "head -c 70000 disk.vhdx > x, VHDX",
        "qemu-img create -q -f vhdx x 1M, VHDX disk without partitions",
        "printf 'hsqs12345678' > x, unsquashfs",
        "truncate -s 1M x, no disk and no rpm database",
        "printf 'RpmP12345678' > x, ndb",
    })
    void whatIsNotReadIsRefusedWithAWord(String command, String words) throws IOException {
        Files.deleteIfExists(folder.resolve("x"));
        ArtifactTools.sh(folder, command);
        assertThatThrownBy(() -> Inspector.inspect(folder.resolve("x")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.resolve("x").toString())
                .hasMessageContaining(words);
    }

    /** Within a VMDK a description may name any file of the host; QEMU follows it, and must not find it. */
    @Test
    void aDiskThatNamesAnotherFileOfTheHostDoesNotReachIt() throws IOException {
        Path wanted = folder.resolve("gpt.raw").toAbsolutePath();
        ByteBuffer disk = ByteBuffer.allocate(21 * 512).order(ByteOrder.LITTLE_ENDIAN);
        disk.put("KDMV".getBytes(StandardCharsets.US_ASCII)).putInt(1).putInt(3);
        // No capacity, and a description of 20 sectors behind the first.
        disk.putLong(0).putLong(128).putLong(1).putLong(20).putInt(512);
        disk.position(512).put("""
                # Disk DescriptorFile
                version=1
                CID=fffffffe
                parentCID=ffffffff
                createType="monolithicFlat"
                RW %d FLAT "%s" 0
                """.formatted(Files.size(wanted) / 512, wanted).getBytes(StandardCharsets.UTF_8));
        Path hostile = Files.write(folder.resolve("hostile.vmdk"), disk.array());
        ArtifactTools.sh(folder, "qemu-img convert -f vmdk -O raw hostile.vmdk outside && cmp outside gpt.raw");

        assertThatThrownBy(() -> Inspector.inspect(hostile))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No such file");
    }

    @Test
    void olderDatabasesInARootAreNamed() throws IOException {
        Path root = Files.createDirectories(folder.resolve("older/var/lib/rpm"));
        Files.writeString(root.resolve("Packages.db"), "RpmP");
        assertThat(Inspector.inspect(folder.resolve("older")).remarks())
                .singleElement()
                .asString()
                .contains("ndb", "var/lib/rpm/Packages.db", "rpmdb --rebuilddb");
    }

    /** Which name of a file comes first differs with the order of reading; an ext file system has lost+found as well. */
    private static List<String> facts(Inspection inspection) {
        return inspection.files().stream()
                .filter(file -> !file.path().equals("/lost+found"))
                .map(file -> String.join(
                        " ",
                        file.path(),
                        file.kind() == FileKind.HARD_LINK ? "file" : file.kind().label(),
                        file.path().startsWith("/usr/bin/tool") ? "" : file.size() + " " + file.target(),
                        Integer.toOctalString(file.mode()),
                        file.user(),
                        file.group(),
                        file.program().toString(),
                        file.owners().toString()))
                .toList();
    }

    private static ImageFile file(Inspection inspection, String path) {
        return inspection.files().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
