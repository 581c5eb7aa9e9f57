package dev.milliner.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Image;
import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Descriptions with KIWI's own package lists, or its refusal. */
class KiwiCasesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @TestFactory
    Stream<DynamicTest> whatKiwiMakesOfThem() throws IOException {
        Path cases = SharedMaterial.unpack("cases/kiwi.tar.xz", folder).resolve("kiwi");
        JsonNode expected = JsonMapper.shared().readTree(Files.readString(cases.resolve("expected.json")));
        assertThat(expected.size()).isEqualTo(18);
        return expected.valueStream()
                .map(one -> DynamicTest.dynamicTest(
                        one.path("project").asString(),
                        () -> holds(
                                one,
                                cases.resolve("projects")
                                        .resolve(one.path("project").asString()))));
    }

    private static void holds(JsonNode expected, Path project) throws IOException {
        Distro distro = new DistroLoader().load(new DiskTree(project));
        List<Problem> errors = DescriptionProblems.of(distro).stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        if (expected.path("refused").asBoolean()) {
            assertThat(errors).isNotEmpty().allSatisfy(error -> {
                assertThat(error.place().file()).startsWith("images/d/");
                assertThat(error.place().range().line()).isGreaterThan(1);
                assertThat(error.message()).matches("(?s).*[.?]").doesNotContain("null");
            });
        }
        for (JsonNode selected : expected.path("selections").values()) {
            Image image = Objects.requireNonNull(
                    distro.images().get(selected.path("image").asString()));
            assertThat(DescriptionProblems.of(distro, image))
                    .filteredOn(problem -> problem.severity() == Severity.ERROR)
                    .isEmpty();
            KiwiSelection selection = ImagePlanner.selection(
                    distro, image, List.of(), selected.path("arch").asString());
            assertThat(packages(selection))
                    .containsExactlyElementsOf(selected.path("packages")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList());
            assertThat(selection.type()).isEqualTo(selected.path("type").asString());
            assertThat(selection.packageManagerName())
                    .isEqualTo(selected.path("packageManager").asString());
        }
    }

    private static SortedSet<String> packages(KiwiSelection selection) {
        SortedSet<String> all = new TreeSet<>(selection.packages(Phase.BOOTSTRAP));
        all.addAll(selection.packages(Phase.IMAGE));
        return all;
    }
}
