package dev.milliner.distro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Tiny projects with one twist each: accepted ones resolve as azldev's, of the others the fault has its place. */
class SmallTreesTest {
    /** Where the fault of a refused tree stands, and what is said of it. */
    private record Fault(String file, int line, String code, String phrase) {}

    @TestFactory
    List<DynamicTest> trees(@TempDir Path folder) throws IOException {
        Path root = SharedMaterial.unpack("small-trees/small-trees.tar.xz", folder.toRealPath());
        String expected = Files.readString(root.resolve("expected.json"));
        Map<String, Fault> faults = faults();
        List<DynamicTest> tests = new ArrayList<>();
        for (String name :
                SharedMaterial.withRoot(expected, root).propertyNames().stream().toList()) {
            Path tree = root.resolve("trees").resolve(name);
            JsonNode verdict = SharedMaterial.withRoot(expected, tree).get(name);
            tests.add(DynamicTest.dynamicTest(name, () -> {
                Distro distro = new DistroLoader(Map.of()).load(new DiskTree(tree));
                if (verdict.get("ok").asBoolean()) {
                    accepted(distro, verdict);
                } else {
                    refused(distro, Objects.requireNonNull(faults.get(name), name));
                }
            }));
        }
        assertThat(tests).hasSize(102);
        return tests;
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
        assertThat(distro.configuration()).isEqualTo(verdict.get("config"));
    }

    private static void refused(Distro distro, Fault fault) {
        assertThat(distro.problems()).anySatisfy(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.ERROR);
            assertThat(problem.place().file()).isEqualTo(fault.file());
            assertThat(problem.place().range().line()).isEqualTo(fault.line());
            assertThat(problem.code()).isEqualTo(fault.code());
            assertThat(problem.message()).contains(fault.phrase());
        });
    }

    private static Map<String, Fault> faults() throws IOException {
        Map<String, Fault> faults = new HashMap<>();
        try (InputStream table = SmallTreesTest.class.getResourceAsStream("/small-trees/places.tsv")) {
            String text = new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                String[] cells = line.split("\t", 5);
                faults.put(cells[0], new Fault(cells[1], Integer.parseInt(cells[2]), cells[3], cells[4]));
            }
        }
        return faults;
    }
}
