package dev.milliner.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Image;
import dev.milliner.distro.Problem;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims of a copy of the sample distro are held against a root with Fedora's packages and a few files of its own. */
class BuiltClaimsTest {
    private static final String IMAGES = "images/images.toml";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Inspection full;

    @SuppressWarnings("NullAway.Init")
    private static Inspection bare;

    @BeforeAll
    static void make() throws IOException {
        ArtifactTools.assume("zstd");
        ArtifactTools.root(folder);
        bare = withoutTool(Inspector.inspect(folder.resolve("root")));
        Path database = SharedMaterial.folder().resolve("corpus/rpm-metadata/rpmdb/fedora35.sqlite.zst");
        ArtifactTools.sh(
                folder,
                "mkdir -p root/var/lib/rpm root/opt root/usr/libexec; zstd -qd " + database
                        + " -o root/var/lib/rpm/rpmdb.sqlite; touch root/opt/open; chmod 666 root/opt/open;"
                        + "cp root/usr/bin/tool root/usr/bin/bash; chmod 4755 root/usr/bin/bash");
        full = Inspector.inspect(folder.resolve("root"));
    }

    /** The same without what its file of the set-user-id bit would say. */
    private static Inspection withoutTool(Inspection whole) {
        return new Inspection(
                whole.format(),
                whole.carrier(),
                whole.packages(),
                whole.level(),
                whole.files().stream()
                        .filter(file -> !file.isPrivileged() && !file.path().startsWith("/boot"))
                        .toList(),
                whole.osRelease(),
                new BootFiles(List.of(), List.of(), List.of()),
                whole.remarks());
    }

    private static List<Problem> claims(String capabilities, Inspection inspection) {
        String text = "[images.hat]\ndefinition = { type = \"kiwi\", path = \"container/bowler-container.kiwi\" }\n"
                + "[images.hat.capabilities]\n" + capabilities + "\n";
        Distro distro = new DistroLoader()
                .load(new BufferTree(new DiskTree(Path.of("sample-distros/bowler")), Map.of(IMAGES, text)));
        Image image = Objects.requireNonNull(distro.images().get("hat"));
        return Claims.check(image, inspection, Optional.empty());
    }

    @Test
    void rightClaimsGiveNone() {
        assertThat(claims("container = false\nmachine-bootable = false\nruntime-package-management = true", full))
                .isEmpty();
        assertThat(claims("container = true\nsystemd = false\nruntime-package-management = false", bare))
                .isEmpty();
    }

    @Test
    void wrongClaimsAreFoundAtTheirLines() {
        List<Problem> problems = claims("container = true\nsystemd = true", full);
        assertThat(problems)
                .extracting(problem -> problem.place().range().line())
                .containsExactly(4, 5);
        assertThat(problems).allMatch(problem -> problem.place().file().equals(IMAGES));
        assertThat(problems.getFirst().message()).contains("'container = true'", "kernel", "among its files");
        assertThat(problems.get(1).message()).contains("holds no systemd");
        assertThat(claims("systemd = true\nmachine-bootable = true", full))
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("holds no boot loader"));
        assertThat(claims("machine-bootable = true", bare))
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("no kernel"))
                .anyMatch(message -> message.contains("no boot loader"));
    }

    /** What is both a container and booted by machines is to hold a kernel, and needs no loader. */
    @Test
    void aContainerThatMachinesBootHoldsAKernelAndSaysSo() {
        String both = "container = true\nmachine-bootable = true";
        Carrier labelled = new Carrier.Container(Map.of(Carrier.Container.BOOTABLE, "1"), List.of());
        assertThat(claims(both, full.carriedBy(labelled))).isEmpty();
        assertThat(claims(both, full.carriedBy(new Carrier.Container(Map.of(), List.of()))))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("not labelled containers.bootc=1");
        assertThat(claims(both, bare.carriedBy(labelled)))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("the image holds no kernel");
    }

    @Test
    void aFixedImageWithWaysToChangeItIsFound() {
        List<Problem> problems = claims("runtime-package-management = false", full);
        assertThat(problems).hasSize(3);
        assertThat(problems.getFirst().message()).contains("the image holds dnf");
        assertThat(problems.get(1).message())
                .contains("3 paths in it", "/usr/bin/bash of bash", "/usr/bin/tool of no package", "owner's rights");
        assertThat(problems.get(2).message()).contains("/opt/open of no package", "written by everyone");
    }

    @Test
    void aDistrolessImageWithAShellIsFound() throws IOException {
        String text = Files.readString(Path.of("sample-distros/bowler").resolve(IMAGES))
                .replace("bowler-container", "bowler-distroless");
        Distro distro = new DistroLoader()
                .load(new BufferTree(new DiskTree(Path.of("sample-distros/bowler")), Map.of(IMAGES, text)));
        Image image = Objects.requireNonNull(distro.images().get("bowler-distroless"));
        assertThat(Claims.check(image, full, Optional.empty()))
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("called distroless, and holds a shell: bash"));
        assertThat(Claims.check(image, bare, Optional.empty())).isEmpty();
    }
}
