package dev.milliner.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks whose root has a hash tree of dm-verity, made by the host's own tools, with what names the root hash in several places. */
class DiskVerityTest {
    private static final String HASH = " | sed -n 's/^Root hash:[[:space:]]*//p' > hash; ";
    private static final String SIZE = "size=$(stat -c %s f); ";

    /** A tree behind the file system {@code f}, and its root hash in {@code hash}. */
    private static final String BEHIND = SIZE + "veritysetup format --hash-offset=$size f f" + HASH;

    /** A disk {@code x} of a boot partition {@code b} and the root {@code f}; {@code h} is a tree on a partition of its own. */
    private static final String DISK = "truncate -s 80M x; printf 'label: gpt\\nstart=2048, size=16384\\nstart=18432,"
            + " size=100000\\nstart=120000, size=20000\\n' | sfdisk -q x; truncate -s 8M b; mke2fs -q -t ext4 -d boot b;"
            + " dd if=b of=x bs=1M seek=1 conv=notrunc status=none; dd if=f of=x bs=512 seek=18432 conv=notrunc status=none;"
            + " [ ! -e h ] || dd if=h of=x bs=512 seek=120000 conv=notrunc status=none; ";

    private static final String LINE = "mkdir -p boot/extlinux; printf 'APPEND quiet roothash=%s\\n' \"$(cat hash)\" >"
            + " boot/extlinux/extlinux.conf; ";

    @TempDir
    Path folder;

    @BeforeEach
    void make() throws IOException {
        ArtifactTools.assume("veritysetup", "mksquashfs", "unsquashfs", "mke2fs", "sfdisk");
        ArtifactTools.root(folder);
        ArtifactTools.sh(
                folder, "mkdir boot; echo kernel > boot/vmlinuz; mksquashfs root f -quiet -no-progress -e boot");
    }

    private VolumeVerity root(String script) throws IOException {
        ArtifactTools.sh(folder, script);
        Inspection inspection = Inspector.inspect(folder.resolve("x"));
        assertThat(inspection.carrier()).isInstanceOf(Carrier.Disk.class);
        return ((Carrier.Disk) inspection.carrier())
                .volumes().stream()
                        .filter(volume -> volume.place().equals("/"))
                        .findFirst()
                        .orElseThrow()
                        .verity();
    }

    private String hash() throws IOException {
        return Files.readString(folder.resolve("hash")).strip();
    }

    @Test
    void whatTheLoaderTellsTheKernelMatches() throws IOException {
        VolumeVerity found = root(BEHIND + LINE + DISK);
        assertThat(found).isEqualTo(new VolumeVerity.Matches(hash(), List.of("/boot/extlinux/extlinux.conf")));
        assertThat(found.words()).startsWith("verity root hash matches: " + hash());
    }

    /** One byte in the padding of a squashfs, which the file system itself does not notice. */
    @Test
    void oneChangedByteIsTold() throws IOException {
        String change = "s=$(od -An -tu8 -j40 -N8 f); [ $((s % 4096)) -ne 0 ];"
                + " printf X | dd of=f bs=1 seek=$((s)) conv=notrunc status=none; ";
        assertThat(root(BEHIND + change + LINE + DISK).words())
                .matches("verity root hash does not match: block \\d+ of the data is not as the hash tree says");
    }

    /** Where the file system itself can't be read any more, that is said, and what the tree says of it. */
    @Test
    void aDamageThatStopsTheReadingIsToldWithItsBlock() throws IOException {
        ArtifactTools.sh(folder, BEHIND + "printf XXXX | dd of=f bs=1 seek=4200 conv=notrunc status=none; " + DISK);
        assertThatThrownBy(() -> Inspector.inspect(folder.resolve("x")))
                .hasMessageContaining("unsquashfs does not read it")
                .hasMessageContaining(
                        "(partition 2: verity root hash does not match: block 1 of the data is not as the hash tree says)");
    }

    @Test
    void aTreeThatWasMadeAnewOverOtherDataIsTold() throws IOException {
        VolumeVerity found = root("cp f first; " + BEHIND + LINE + "mv first f; veritysetup format"
                + " --hash-offset=$size --salt=00 f f > log; " + DISK);
        assertThat(found.words())
                .contains("does not match: the data come to", "/boot/extlinux/extlinux.conf names " + hash());
    }

    /** A machine that can go back names the root hash of its last version too. */
    @Test
    void oneOfSeveralRootHashesIsEnough() throws IOException {
        VolumeVerity found =
                root(BEHIND + "mkdir -p boot/loader/entries; for i in 1 2; do printf 'options roothash=%064d\\n' $i"
                        + " > boot/loader/entries/$i.conf; done; printf 'options roothash=%s\\n' \"$(cat hash)\" >"
                        + " boot/loader/entries/3.conf; " + DISK);
        assertThat(found).isEqualTo(new VolumeVerity.Matches(hash(), List.of("/boot/loader/entries/3.conf")));
    }

    @Test
    void aTreeOnAPartitionOfItsOwnIsFound() throws IOException {
        String apart = "veritysetup format f h" + HASH;
        assertThat(root(apart + LINE + DISK))
                .isEqualTo(new VolumeVerity.Matches(hash(), List.of("/boot/extlinux/extlinux.conf")));
        Inspection inspection = Inspector.inspect(folder.resolve("x"));
        assertThat(inspection.carrier().unread()).isEmpty();
        assertThat(inspection.remarks()).noneMatch(remark -> remark.contains("Not read"));
    }

    /** What KIWI writes for embed_verity_metadata, signed. */
    @Test
    void kiwisMetadataAtThePartitionsEndNamesIt() throws IOException {
        String metadata = "m=$(printf '1 4096 4096 %d %d sha256 %s 00' $((size / 4096)) $((size / 4096)) $(cat hash));"
                + " { printf '1 squashfs ro verity\\377%s\\377\\0' \"$m\"; head -c 256 /dev/urandom; } > meta;"
                + " truncate -s $((100000 * 512 - 4096)) f; truncate -s 4096 meta; cat meta >> f; ";
        assertThat(root(BEHIND + metadata + DISK))
                .isEqualTo(new VolumeVerity.Matches(hash(), List.of("KIWI's metadata at its end")));
    }

    @Test
    void aRootOfExt4NamedByVeritytabMatches() throws IOException {
        String ext4 = "rm f; truncate -s 40M f; mke2fs -q -t ext4 -d root f; " + BEHIND;
        // The root hash of a root can't stand in it, so it is one of another tree.
        String wrong =
                "printf 'usr UUID=1 UUID=1 %064d\\nroot UUID=1 UUID=1 %064d hash-offset=1\\n' 1 2 > root/etc/veritytab; ";
        assertThat(root(wrong + ext4 + DISK).words())
                .contains("the data come to " + hash(), "/etc/veritytab names " + "0".repeat(63) + "2");
    }

    @Test
    void whereNothingNamesARootHashItCannotBeSaid() throws IOException {
        VolumeVerity found = root(BEHIND + DISK);
        assertThat(found).isInstanceOf(VolumeVerity.Unsaid.class);
        assertThat(found.words()).contains("come to " + hash(), "nothing that is read names a root hash");
    }

    @Test
    void aRootHashWithoutATreeCannotBeHeldAgainstAnything() throws IOException {
        assertThat(root("printf %064d 1 > hash; " + LINE + DISK).words())
                .contains("cannot be said: /boot/extlinux/extlinux.conf names one", "no hash tree");
        assertThat(root("rm -r boot/extlinux; " + DISK)).isEqualTo(new VolumeVerity.Absent());
    }

    @Test
    void aTreeThatIsCutOffCannotBeHeldAgainstAnything() throws IOException {
        String cut = "dd if=/dev/zero of=f bs=1 count=8 conv=notrunc seek=$((size + 72)) status=none; ";
        assertThat(root(BEHIND + cut + LINE + DISK).words())
                .contains("cannot be said: the superblock of its hash tree is damaged");
    }
}
