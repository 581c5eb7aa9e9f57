package dev.milliner.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.overlay.OverlayApplication;
import dev.milliner.overlay.Recipe;
import dev.milliner.overlay.SourcePreparation;
import dev.milliner.source.DiskTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The other sample's sources, prepared as azldev prepared them: the checksums of its results are kept. */
class TrilbySourcesTest {
    private static final Path PREPARED = Path.of("src/test/resources/dev/milliner/trilby-prepared.tsv");

    @TempDir
    Path folder;

    @Test
    void sourcesHaveTheChecksumsOfAzldevs() throws Exception {
        TrilbyOnRealSpecs trilby = TrilbyOnRealSpecs.make(folder);
        Distro distro = new DistroLoader().load(new DiskTree(trilby.root()));
        List<String> made = new ArrayList<>();
        for (String name : new TreeSet<>(trilby.components())) {
            Component component = Objects.requireNonNull(distro.components().get(name));
            OverlayApplication applied = SourcePreparation.apply(
                    Recipe.of(component), ComponentSources.of(distro, component), ComponentSources.reader(distro));
            assertThat(applied.error()).as(name).isEmpty();
            for (Map.Entry<String, dev.milliner.overlay.SourceFile> file :
                    applied.result().files().entrySet()) {
                byte[] hash = MessageDigest.getInstance("SHA-256")
                        .digest(file.getValue().bytes());
                made.add(name + "\t" + file.getKey() + "\t" + HexFormat.of().formatHex(hash));
            }
        }
        assertThat(made).isEqualTo(Files.readAllLines(PREPARED));
    }
}
