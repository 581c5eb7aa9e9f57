package dev.milliner.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.Tools;
import dev.milliner.build.history.BuildStore;
import dev.milliner.build.host.EngineKind;
import dev.milliner.build.run.Artifact;
import dev.milliner.build.run.BuildRequest;
import dev.milliner.build.run.BuildResult;
import dev.milliner.build.run.ImagePackage;
import dev.milliner.build.run.Outcome;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.ground.HostTools;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real azldev, where it is on the PATH, builds an image of what is on the screen and leaves the user's tree alone. */
@Timeout(180)
class AzldevEngineTest {
    private static final String DESCRIPTION = "images/container/bowler-container.kiwi";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void anImageIsBuiltByAzldevItself() throws IOException, InterruptedException {
        Tools.needed();
        assumeTrue(HostTools.find("azldev").isPresent(), "skipped: azldev is not on the PATH");
        Path root = Path.of("sample-distros/bowler").toAbsolutePath();
        DiskTree disk = new DiskTree(root);
        String text = disk.read(DESCRIPTION).orElseThrow();
        Distro distro = new DistroLoader()
                .load(new BufferTree(disk, Map.of(DESCRIPTION, text.replace("    <package name=\"ribbon\"/>\n", ""))));
        BuildResult result = Build.start(
                        BuildRequest.of(distro, "bowler-container").by(EngineKind.AZLDEV),
                        event -> {},
                        new BuildStore(folder))
                .await();
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        List<String> names = result.packages().stream().map(ImagePackage::name).toList();
        assertThat(names).contains("greet", "busybox").doesNotContain("ribbon");
        Path packages = result.artifacts().stream()
                .map(Artifact::path)
                .filter(path -> path.toString().endsWith(".packages"))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readAllLines(packages)).hasSameSizeAs(names);
        assertThat(Files.readString(result.log())).contains("azldev -C").contains("--local-repo");
        assertThat(root.resolve("build")).doesNotExist();
        assertThat(root.resolve("out")).doesNotExist();
        assertThat(unchanged()).isTrue();
    }

    private static boolean unchanged() throws IOException {
        try (Git git = Git.open(Path.of("").toAbsolutePath().toFile())) {
            return git.status().addPath("sample-distros").call().getUntracked().isEmpty();
        } catch (org.eclipse.jgit.api.errors.GitAPIException broken) {
            throw new IOException(broken);
        }
    }
}
