package dev.milliner.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One small root in every kind of file system and disk that the host's own tools make: what is read holds the same, and what is not
 * is refused by its name. Rows whose tool is missing are skipped, and say so.
 */
class ArtifactKindsTest {
    /** What makes a disk {@code x} of a file system {@code f} in one partition. */
    private static final String GPT = "truncate -s 40M x; printf 'label: gpt\\nstart=2048\\n' | sfdisk -q x;"
            + " dd if=f of=x bs=1M seek=1 conv=notrunc,sparse status=none";

    private static final Map<String, String> STEPS = Map.of(
            "GPT",
            GPT,
            "LUKS",
            "truncate -s 20M x; echo hat | cryptsetup -q luksFormat --pbkdf pbkdf2 --pbkdf-force-iterations 1000 x -",
            "LVM",
            "truncate -s 20M x; d=$(losetup -f --show x); trap 'losetup -d $d' EXIT; pvcreate -q -ff -y $d",
            "BOTH",
            "truncate -s 8M b; mke2fs -q -t ext4 -d boot b; truncate -s 60M x;"
                    + " printf 'label: dos\\nstart=2048, size=16384\\nstart=18432\\n' | sfdisk -q x;"
                    + " dd if=b of=x bs=1M seek=1 conv=notrunc status=none; dd if=f of=x bs=1M seek=9 conv=notrunc status=none",
            "UNREAD-BESIDE",
            "truncate -s 60M x; printf 'label: dos\\nstart=2048, size=16384\\nstart=18432\\n' | sfdisk -q x;"
                    + " truncate -s 8M b; mke2fs -q -t ext4 -d boot b; dd if=b of=x bs=1M seek=1 conv=notrunc status=none;"
                    + " dd if=f of=x bs=1M seek=9 conv=notrunc status=none");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Set<String> expected;

    @BeforeAll
    static void make() throws IOException {
        ArtifactTools.root(folder);
        ArtifactTools.sh(folder, "mkdir boot; echo kernel > boot/vmlinuz; echo initramfs > boot/initramfs.img");
        expected = facts(Inspector.inspect(folder.resolve("root")));
    }

    @BeforeEach
    void empty() throws IOException {
        ArtifactTools.sh(folder, "rm -f x x.* f b y");
    }

    /** Runs a command; words that stand for steps are these, so that a row stays a line. */
    private static Path made(String tools, String command) throws IOException {
        ArtifactTools.assume(tools.split(" ", -1));
        String script = command;
        for (Map.Entry<String, String> step : STEPS.entrySet()) {
            script = script.replaceAll("\\b" + step.getKey() + "(?![-A-Z])", Matcher.quoteReplacement(step.getValue()));
        }
        ArtifactTools.sh(folder, script);
        return folder.resolve("x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " :: ",
            quoteCharacter = '`',
            value = {
                "mksquashfs unsquashfs :: mksquashfs root x -quiet -no-progress -comp gzip",
                "mksquashfs unsquashfs :: mksquashfs root x -quiet -no-progress -comp xz",
                "mksquashfs unsquashfs :: mksquashfs root x -quiet -no-progress -comp zstd",
                "mksquashfs unsquashfs :: mksquashfs root x -quiet -no-progress -comp lz4",
                "mksquashfs unsquashfs :: mksquashfs root x -quiet -no-progress -comp lzo",
                "mksquashfs unsquashfs :: mksquashfs root x -quiet -no-progress -noI -noD -noF -no-fragments",
                "mksquashfs unsquashfs :: mksquashfs root x -quiet -no-progress -b 4096 -no-exports",
                "mksquashfs unsquashfs sfdisk :: mksquashfs root f -quiet -no-progress; GPT",
                "mksquashfs unsquashfs sfdisk qemu-img :: mksquashfs root f -quiet -no-progress; GPT; mv x y; qemu-img convert -c -O qcow2 y x",
                "mksquashfs unsquashfs sfdisk qemu-img :: mksquashfs root f -quiet -no-progress; GPT; mv x y; qemu-img convert -O vpc -o subformat=fixed,force_size=on y x",
                "mksquashfs unsquashfs xz :: mksquashfs root f -quiet -no-progress; xz -0 f; mv f.xz x",
                "mksquashfs unsquashfs veritysetup :: mksquashfs root x -quiet -no-progress; veritysetup format --hash-offset=$(stat -c %s x) x x > verity",
                "mkfs.erofs fsck.erofs :: mkfs.erofs x root > log 2>&1",
                "mkfs.erofs fsck.erofs :: mkfs.erofs -zlz4 x root > log 2>&1",
                "mkfs.erofs fsck.erofs :: mkfs.erofs -zlz4hc -C65536 x root > log 2>&1",
                "mkfs.erofs fsck.erofs :: mkfs.erofs --chunksize=4096 x root > log 2>&1",
                "mkfs.erofs fsck.erofs :: mkfs.erofs -Enoinline_data x root > log 2>&1",
                "mkfs.erofs fsck.erofs :: mkfs.erofs -Eforce-inode-extended x root > log 2>&1",
                "mkfs.erofs fsck.erofs :: mkfs.erofs -zlz4hc -Elegacy-compress x root > log 2>&1",
                "mkfs.erofs fsck.erofs sfdisk :: mkfs.erofs -zlz4hc f root > log 2>&1; GPT",
                "mkfs.erofs fsck.erofs sfdisk qemu-img :: mkfs.erofs -zlz4hc f root > log 2>&1; GPT; mv x y; qemu-img convert -O qcow2 y x",
                "mkfs.erofs fsck.erofs xz :: mkfs.erofs -zlz4 f root > log 2>&1; xz -0 f; mv f.xz x",
                "mkfs.erofs fsck.erofs veritysetup :: mkfs.erofs -zlz4 x root > log 2>&1; veritysetup format --hash-offset=$(stat -c %s x) x x > verity",
                "mke2fs :: truncate -s 64M x; mke2fs -q -t ext3 -d root x",
                "mke2fs :: truncate -s 64M x; mke2fs -q -t ext4 -O ^64bit,^metadata_csum -b 1024 -d root x",
                "mke2fs :: truncate -s 64M x; mke2fs -q -t ext4 -O sparse_super2 -d root x",
                "mke2fs :: truncate -s 64M x; mke2fs -q -t ext4 -O bigalloc -b 1024 -C 16384 -d root x",
                "mke2fs :: truncate -s 256M x; mke2fs -q -t ext4 -O bigalloc -b 4096 -C 65536 -d root x",
                "mke2fs :: truncate -s 64M x; mke2fs -q -t ext4 -O ea_inode -b 4096 -d root x",
                "mke2fs :: truncate -s 64M x; mke2fs -q -t ext4 -O ^64bit,^extents,^dir_index -d root x",
                "mke2fs zstd :: truncate -s 64M x; mke2fs -q -t ext4 -d root x; zstd -q --rm x -o y; mv y x",
                "mke2fs qemu-img :: truncate -s 64M f; mke2fs -q -t ext4 -d root f; qemu-img convert -O qcow2 -o cluster_size=512 f x",
            })
    void whatIsReadHoldsTheSame(String tools, String command) throws IOException {
        Inspection inspection = Inspector.inspect(made(tools, command));
        assertThat(facts(inspection)).isEqualTo(expected);
        assertThat(inspection.osRelease()).containsEntry("PRETTY_NAME", "Small 1");
        assertThat(inspection.boot().kernels()).containsExactly("/boot/vmlinuz-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " :: ",
            quoteCharacter = '`',
            value = {
                "mkfs.erofs :: mkdir d; mknod d/null c 1 3; head -c 90000 /etc/services > d/text; mkfs.erofs -zlz4hc x d > log 2>&1; rm -r d :: fsck.erofs does not unpack it",
                "mkfs.erofs :: mkfs.erofs x root > log 2>&1; printf '\\377' | dd of=x bs=1 seek=1107 conv=notrunc status=none :: newer features, or parts on other devices",
                "mkfs.xfs :: truncate -s 400M x; mkfs.xfs -q x :: partition 1 holds xfs",
                "mkfs.btrfs :: truncate -s 150M x; mkfs.btrfs -q --rootdir root x :: partition 1 holds btrfs",
                "pvcreate losetup :: LVM :: holds a volume of LVM",
                "cryptsetup :: LUKS :: holds an encrypted volume",
                "cryptsetup sfdisk :: LUKS; mv x f; GPT :: holds an encrypted volume",
                "veritysetup :: truncate -s 1M f; veritysetup format f x > verity :: holds a dm-verity hash tree",
                "mkswap :: truncate -s 4M x; mkswap x > log 2>&1 :: holds swap",
                "mkfs.vfat :: truncate -s 40M x; mkfs.vfat -F 32 x > log :: holds vfat",
                "mkfs.vfat :: truncate -s 4M x; mkfs.vfat -F 12 x > log :: holds vfat",
                "genisoimage :: genisoimage -quiet -R -o x root 2> log :: ISO 9660, inspect the root file system in it",
                "xorriso :: xorriso -as mkisofs -quiet -R -o x root 2> log :: ISO 9660",
                "mke2fs :: truncate -s 64M x; mke2fs -q -t ext4 -O inline_data -I 256 x :: inline_data",
                "mke2fs :: truncate -s 64M x; mke2fs -q -t ext4 -O meta_bg,^resize_inode x :: meta_bg",
                "qemu-img :: truncate -s 4M f; qemu-img convert -O vhdx f x :: VHDX",
                "qemu-img :: truncate -s 4M f; qemu-img convert -O vmdk f x :: VMDK",
                "qemu-img :: truncate -s 4M f; qemu-img convert -O vmdk -o subformat=streamOptimized f x :: VMDK",
                "qemu-img :: truncate -s 4M f; qemu-img convert -O vdi f x :: VDI",
                "qemu-img :: truncate -s 4M f; qemu-img convert -O qed f x :: QED",
                "qemu-img :: qemu-img create -q -f parallels x 4M :: Parallels",
                "qemu-img :: truncate -s 4M f; qemu-img convert -O vpc f x :: VHD disk that grows",
                "qemu-img :: truncate -s 4M f; qemu-img convert -O qcow2 f y; qemu-img create -q -f qcow2 -b y -F qcow2 x :: layer over the disk y",
                "qemu-img :: truncate -s 4M f; qemu-img create -q -f qcow2 -o data_file=x.data x 4M :: qcow2 disk with newer features",
                "mksquashfs unsquashfs :: mksquashfs root f -quiet -no-progress -noI -noD; head -c 40000 f > x :: unsquashfs does not read it",
                "cpio :: find root | cpio -o --quiet > x :: no archive of a root or a container",
                "mke2fs :: truncate -s 64M x; mke2fs -q -t ext4 -d root x; truncate -s 1M x :: cannot be inspected",
            })
    void whatIsNotReadIsRefusedByItsName(String tools, String command, String words) throws IOException {
        Path file = made(tools, command);
        assertThatThrownBy(() -> Inspector.inspect(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(words);
    }

    /** The root is squashfs, and the partition that starts the machine is taken for /boot, though nothing mounts it. */
    @Test
    void aRootThatNothingCanWriteToIsReadWithWhatStartsIt() throws IOException {
        Path disk = made("mksquashfs unsquashfs mke2fs sfdisk", "mksquashfs root f -quiet -no-progress -e boot; BOTH");
        Inspection inspection = Inspector.inspect(disk);
        assertThat(inspection.carrier())
                .isEqualTo(new Carrier.Disk(List.of(
                        new Volume(1, "ext4", "/boot", true, true), new Volume(2, "squashfs", "/", true, false))));
        assertThat(inspection.boot().kernels()).containsExactly("/boot/vmlinuz");
        assertThat(inspection.osRelease()).containsEntry("ID", "small");
    }

    /** What stands on a partition that is not read is never said to be missing. */
    @Test
    void whatWasNotReadIsNotSaidToBeMissing() throws IOException {
        Path disk = made("mkswap mke2fs sfdisk", "truncate -s 4M f; mkswap f > log 2>&1; UNREAD-BESIDE");
        Inspection inspection = Inspector.inspect(disk);
        assertThat(inspection.carrier().unread()).containsExactly(new Volume(2, "swap", "", false, true));
        assertThat(inspection.remarks())
                .anyMatch(remark -> remark.contains("partition 2 holds swap") && remark.contains("cannot be said"))
                .anyMatch(remark -> remark.startsWith("No rpm database is on what was read"));
    }

    @Test
    void aNameWithALineBreakIsRefused() throws IOException {
        Path file =
                made("mksquashfs unsquashfs", "mkdir -p odd; : > \"odd/a\nb\"; mksquashfs odd x -quiet -no-progress");
        assertThatThrownBy(() -> Inspector.inspect(file)).hasMessageContaining("a name in it has a line break");
    }

    private static Set<String> facts(Inspection inspection) {
        return inspection.files().stream()
                .filter(file -> !file.path().equals("/lost+found"))
                .map(file -> file.path() + " "
                        + (file.kind() == FileKind.HARD_LINK
                                ? "file"
                                : file.kind().label()) + " "
                        + Integer.toOctalString(file.mode()) + " " + file.user() + " "
                        + (file.path().startsWith("/usr/bin/tool") ? "" : file.size() + " " + file.target()) + " "
                        + file.program().evidence())
                .collect(Collectors.toSet());
    }
}
