package dev.milliner.distro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole of Azure Linux 4.0 resolves to what azldev prints. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AzureLinuxTest {
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private Distro distro;

    @BeforeAll
    void load(@TempDir Path folder) throws IOException {
        root = SharedMaterial.unpack("azurelinux/azurelinux-tomls.tar.xz", folder.toRealPath());
        distro = new DistroLoader(Map.of()).load(new DiskTree(root));
    }

    @Test
    void componentsEqualAzldevs() throws IOException {
        assertThat(distro.components()).hasSize(7_583);
        equal("azldev-component-list--a", "name", distro.components().values(), Component::json);
    }

    @Test
    void packagesEqualAzldevs() throws IOException {
        assertThat(distro.packages()).hasSize(33_060);
        equal("azldev-package-list--a", "packageName", distro.packages().values(), ListedPackage::json);
    }

    @Test
    void imagesEqualAzldevs() throws IOException {
        assertThat(distro.images()).hasSize(5);
        equal("azldev-image-list", "name", distro.images().values(), Image::json);
    }

    @Test
    void configurationEqualsAzldevs() throws IOException {
        assertThat(distro.configuration()).isEqualTo(SharedMaterial.golden("azldev-config-dump", root));
    }

    @Test
    void nothingIsWrong() {
        assertThat(distro.problems()).isEmpty();
    }

    @Test
    void nameAndVersionAreTheDefaultDistros() {
        assertThat(distro.name()).isEqualTo("azurelinux");
        assertThat(distro.version()).isNotEmpty();
    }

    @Test
    void everyLineOfEveryComponentLeadsToIt() {
        for (Component component : distro.components().values()) {
            Spot place =
                    new Spot(component.place().file(), component.place().range().line());
            assertThat(distro.definitionAt(place.file(), place.line()))
                    .as(component.name())
                    .contains(component);
        }
    }

    private record Spot(String file, int line) {}

    @Test
    void everyValueOfEveryComponentHasALayer() {
        for (Component component : distro.components().values()) {
            for (ResolvedValue value : component.values()) {
                assertThat(value.layers())
                        .as(component.name() + " " + value.path())
                        .isNotEmpty();
            }
        }
    }

    private <T> void equal(String golden, String key, Collection<T> found, Function<T, JsonNode> json)
            throws IOException {
        Map<String, JsonNode> expected = StreamSupport.stream(
                        SharedMaterial.golden(golden, root).spliterator(), false)
                .collect(Collectors.toMap(node -> node.get(key).asString(), Function.identity()));
        Map<String, JsonNode> actual = found.stream()
                .map(json)
                .collect(Collectors.toMap(node -> node.get(key).asString(), Function.identity()));
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, node) -> assertThat(actual.get(name)).as(name).isEqualTo(node));
    }
}
