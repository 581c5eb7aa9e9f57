package dev.milliner.distro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.SharedMaterial;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Hundreds of small projects, by hand and at random, come to what azldev makes of them. */
class MoreTreesTest {
    @TestFactory
    List<DynamicTest> trees(@TempDir Path folder) throws IOException {
        Path root = folder.toRealPath();
        JsonNode trees;
        try (InputStream packed = MoreTreesTest.class.getResourceAsStream("/more-trees/more-trees.json.gz");
                InputStream unpacked = new GZIPInputStream(Objects.requireNonNull(packed))) {
            trees = JsonMapper.shared().readTree(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8));
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (String name : trees.propertyNames()) {
            Path tree = root.resolve(name);
            JsonNode verdict = SharedMaterial.withRoot(trees.get(name).toString(), tree);
            tests.add(DynamicTest.dynamicTest(name, () -> check(name, tree, verdict)));
        }
        assertThat(tests).hasSizeGreaterThan(350);
        return tests;
    }

    private static void check(String name, Path tree, JsonNode verdict) throws IOException {
        if (name.equals("d-mock")) {
            assumeTrue(System.getProperty("os.arch").equals("amd64"), "The verdict is one for x86-64.");
        }
        for (String file : verdict.get("files").propertyNames()) {
            Path target = tree.resolve(file);
            Files.createDirectories(target.getParent());
            Files.writeString(target, verdict.get("files").get(file).asString());
        }
        Path user = tree.resolve("xdg");
        Map<String, String> environment = Files.exists(user) ? Map.of("XDG_CONFIG_HOME", user.toString()) : Map.of();
        Distro distro = new DistroLoader(environment).load(new DiskTree(tree));
        if (verdict.get("ok").asBoolean()) {
            accepted(distro, verdict);
        } else {
            refused(distro, verdict.get("place"));
        }
    }

    private static void accepted(Distro distro, JsonNode verdict) {
        // What is wrong with archives azldev finds only when it prepares the component.
        assertThat(distro.problems())
                .noneMatch(problem ->
                        problem.severity() == Severity.ERROR && !problem.code().startsWith("archive-"));
        ArrayNode components = JsonNodeFactory.instance.arrayNode();
        distro.components().values().forEach(component -> components.add(component.json()));
        assertThat(components).containsExactlyInAnyOrderElementsOf(verdict.get("components"));
        ArrayNode packages = JsonNodeFactory.instance.arrayNode();
        distro.packages().values().forEach(listed -> packages.add(listed.json()));
        assertThat(packages).containsExactlyInAnyOrderElementsOf(verdict.get("packages"));
        ArrayNode images = JsonNodeFactory.instance.arrayNode();
        distro.images().values().forEach(image -> images.add(image.json()));
        assertThat(images).containsExactlyInAnyOrderElementsOf(verdict.get("images"));
        assertThat(distro.configuration()).isEqualTo(verdict.get("config"));
    }

    private static void refused(Distro distro, JsonNode place) {
        assertThat(distro.problems()).anySatisfy(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.ERROR);
            assertThat(problem.place().file()).isEqualTo(place.get("file").asString());
            assertThat(problem.place().range().line())
                    .isEqualTo(place.get("line").asInt());
            assertThat(problem.code()).isEqualTo(place.get("code").asString());
        });
    }
}
