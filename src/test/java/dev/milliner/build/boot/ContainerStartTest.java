package dev.milliner.build.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milliner.image.ArtifactTools;
import dev.milliner.image.FileKind;
import dev.milliner.image.Inspection;
import dev.milliner.image.Inspector;
import dev.milliner.rpm.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Containers of several layers are made disks whose root is what their layers come to; nothing of them is left. */
class ContainerStartTest {
    private static final String KERNEL = "mkdir -p usr/lib/modules/6.1; echo kernel > usr/lib/modules/6.1/vmlinuz;"
            + " echo initramfs > usr/lib/modules/6.1/initramfs.img; ";

    @TempDir
    Path folder;

    @BeforeEach
    void tools() {
        ArtifactTools.assume("sqfstar", "unsquashfs", "tar");
    }

    /** An archive as docker saves it, of the layers that scripts fill, lowest first. */
    private Path archive(String... scripts) throws IOException {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < scripts.length; i++) {
            Path layer = Files.createDirectories(folder.resolve("layer" + i));
            ArtifactTools.sh(layer, scripts[i]);
            String name = "%064d.tar".formatted(i);
            ArtifactTools.sh(layer, "mkdir -p ../archive; tar --sort=name -cf ../archive/" + name + " .");
            names.append(i == 0 ? "" : ",").append('"').append(name).append('"');
        }
        Files.writeString(folder.resolve("archive/manifest.json"), "[{\"Config\":\"\",\"Layers\":[" + names + "]}]");
        ArtifactTools.sh(folder.resolve("archive"), "tar -cf ../built.tar manifest.json *.tar");
        return folder.resolve("built.tar");
    }

    private static Set<String> facts(Inspection inspection) {
        return inspection.files().stream()
                .map(file -> file.path() + " "
                        + (file.kind() == FileKind.HARD_LINK
                                ? "file"
                                : file.kind().label()) + " "
                        + Integer.toOctalString(file.mode()) + " " + file.user() + " " + file.group() + " "
                        + (file.path().contains("shared") ? "" : file.size() + " " + file.target()))
                .collect(Collectors.toSet());
    }

    private static void assertNothingIsLeft(ContainerStart start) {
        for (Path file : Set.of(start.disk(), start.kernel(), start.initramfs())) {
            assertThat(file).doesNotExist();
            assertThat(file.getParent()).doesNotExist();
        }
    }

    @Test
    void theDiskHoldsWhatTheLayersComeTo() throws Exception {
        Path archive = archive(
                KERNEL + "mkdir -p etc opt/gone 'opt/a folder' dev tmp; chmod 1777 tmp; echo ID=x > etc/os-release;"
                        + " echo first > etc/changed; echo 1 > opt/gone/x; ln -s /etc/os-release opt/link; mkfifo opt/pipe;"
                        + " head -c 200000 /dev/zero > opt/zeros; echo s > opt/shared; ln opt/shared opt/shared-too;"
                        + " echo u > opt/suid; chmod 4755 opt/suid; mkdir opt/opaque; echo 1 > opt/opaque/old",
                "mkdir -p etc opt/opaque; echo second > etc/changed; touch opt/.wh.gone opt/opaque/.wh..wh..opq;"
                        + " echo 2 > opt/opaque/new; ln -s changed etc/$(printf 'long%.0s' $(seq 40));"
                        + " n=opt/$(printf 'deep%.0s/' $(seq 40)); mkdir -p $n; echo x > $n/file");
        try (ContainerStart start = ContainerStart.of(archive)) {
            assertThat(start.kernel()).hasContent("kernel");
            assertThat(start.initramfs()).hasContent("initramfs");
            Inspection disk = Inspector.inspect(start.disk());
            assertThat(facts(disk)).isEqualTo(facts(Inspector.inspect(archive)));
            assertThat(facts(disk))
                    .anyMatch(fact -> fact.startsWith("/opt/opaque/new"))
                    .noneMatch(fact -> fact.startsWith("/opt/gone") || fact.startsWith("/opt/opaque/old"));
            assertThat(contents(start.disk(), "etc/changed")).isEqualTo("second");
            if (Files.isExecutable(Path.of("/usr/bin/qemu-system-x86_64"))) {
                BootPlan plan = BootPlan.of(BootRequest.of(archive, Level.V1), start);
                assertThat(plan.shown())
                        .contains(
                                "readonly=on", "root=/dev/vda1", start.kernel().toString());
                assertThat(plan.disk()).isEqualTo(archive);
            }
            start.close();
            assertNothingIsLeft(start);
        }
    }

    private String contents(Path disk, String path) throws IOException {
        ArtifactTools.sh(folder, "unsquashfs -o 1048576 -cat " + disk + " " + path + " > content");
        return Files.readString(folder.resolve("content")).strip();
    }

    @Test
    void whatMachinesDoNotBootIsRefusedByName() throws Exception {
        refused(archive("mkdir etc; echo x > etc/os-release"), "holds no kernel, /usr/lib/modules/VERSION/vmlinuz");
        refused(archive(KERNEL, "mkdir -p usr/lib/modules; touch usr/lib/modules/.wh.6.1"), "holds no kernel");
        refused(
                archive(KERNEL + "cp -r usr/lib/modules/6.1 usr/lib/modules/6.2"),
                "holds several kernels, where machines boot one with one: 6.1, 6.2");
        refused(
                archive(KERNEL + "rm usr/lib/modules/6.1/initramfs.img"),
                "has no file /usr/lib/modules/6.1/initramfs.img beside it");
        refused(
                archive(KERNEL + "ln -sf /etc/shadow usr/lib/modules/6.1/vmlinuz"),
                "has no file /usr/lib/modules/6.1/vmlinuz beside it");
        refused(
                archive(KERNEL + "mkdir opt; echo x > opt/a; ln opt/a opt/b", "mkdir opt; echo y > opt/a"),
                "shares its content with 'opt/",
                "later layer");
        refused(Files.writeString(folder.resolve("text"), "no archive"), "cannot be started as a machine");
        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("milliner-boot"));
        }
    }

    private void refused(Path archive, String... words) throws IOException {
        assertThatThrownBy(() -> ContainerStart.of(archive))
                .isInstanceOf(BootException.class)
                .hasMessageStartingWith(archive + " cannot be started as a machine: ")
                .hasMessageContainingAll(words);
        ArtifactTools.sh(folder, "rm -rf layer* archive");
    }

    /** Names that lead out of the root are left out, as nowhere are files made by the names of an archive. */
    @Test
    void nothingIsMadeOutsideOfTheDisk() throws Exception {
        Path archive = archive(KERNEL + "mkdir opt; echo x > opt/fine");
        ArtifactTools.sh(
                folder,
                "rm -r archive/*; cd layer0; echo evil > ../evil; tar -Pcf ../archive/" + "%064d.tar".formatted(0)
                        + " --transform 's,^evil,../../../../../../../../tmp/milliner-evil,' usr opt -C .. evil; cd ..;"
                        + " printf '[{\"Config\":\"\",\"Layers\":[\"%064d.tar\"]}]' 0 > archive/manifest.json;"
                        + " cd archive; tar -cf ../built.tar manifest.json *.tar");
        try (ContainerStart start = ContainerStart.of(archive)) {
            assertThat(facts(Inspector.inspect(start.disk())))
                    .anyMatch(fact -> fact.startsWith("/opt/fine"))
                    .noneMatch(fact -> fact.contains("evil"));
        }
        assertThat(Path.of("/tmp/milliner-evil")).doesNotExist();
    }
}
