package dev.milliner.command;

import static dev.milliner.solve.WrittenRepository.requires;
import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.solve.SolverMaterial;
import dev.milliner.solve.WrittenRepository;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the commands over images say of a small image whose right answers are plain. */
class ImageCommandsTest {
    private static final String ABOUT = "<description type=\"system\"><author>a</author><contact>c</contact>"
            + "<specification>s</specification></description>";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private String repository;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        SolverMaterial.assumeInstalled();
        root = Files.createDirectories(folder.resolve("root"));
        Files.writeString(root.resolve("azldev.toml"), """
                [project]
                default-distro = { name = "d", version = "1" }
                [distros.d.versions.1]
                [components.app]
                [images.small]
                definition = { type = "kiwi", path = "small.kiwi" }
                [images.large]
                definition = { type = "kiwi", path = "large.kiwi" }
                """);
        Files.writeString(root.resolve("small.kiwi"), description("", "app"));
        Files.writeString(root.resolve("large.kiwi"), description("", "app", "extra"));
        repository = "r="
                + new WrittenRepository()
                        .add("base", "1-1", "noarch", "")
                        .add("dnf", "4-1", "noarch", "")
                        .add("app", "2-1", "x86_64", requires("lib"))
                        .add("app", "2-1", "x86_64_v3", requires("lib"))
                        .add("lib", "1-1", "x86_64", "")
                        .add("extra", "1-1", "noarch", "")
                        .write(folder.resolve("repository"));
    }

    private static String description(String more, String... packages) {
        StringBuilder lines = new StringBuilder();
        for (String name : packages) {
            lines.append("    <package name=\"").append(name).append("\"/>\n");
        }
        return """
                <image schemaversion="8.0" name="x">%s
                  <preferences><version>1</version><packagemanager>dnf4</packagemanager><type image="oci"/></preferences>
                  <packages type="bootstrap">
                    <package name="base"/>
                  </packages>
                  <packages type="image">
                %s  </packages>
                %s</image>
                """.formatted(ABOUT, lines, more);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-C", root.toString()));
        all.addAll(arguments[0].equals("check") ? List.of() : List.of("--repo", repository));
        return CommandLineEntry.run(new PrintWriter(out), new PrintWriter(err), all.toArray(new String[0]));
    }

    private JsonNode json() {
        return JsonMapper.shared().readTree(out.toString());
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        json().get("packages").forEach(one -> names.add(one.get("name").asString()));
        return names;
    }

    @Test
    void packagesSayWhereTheyComeFromAndWhy() {
        assertThat(run("image", "packages", "small", "--json")).isZero();
        assertThat(names()).containsExactly("app", "base", "dnf", "lib");
        JsonNode app = json().get("packages").get(0);
        assertThat(app.get("component").asString()).isEqualTo("app");
        assertThat(app.get("addedSize").asLong()).isEqualTo(2000);
        assertThat(app.get("phase").asString()).isEqualTo("image");
        JsonNode lib = json().get("packages").get(3);
        assertThat(lib.get("reason").asString()).isEqualTo("required by app (lib)");
        assertThat(json().get("problems")).isEmpty();
    }

    @Test
    void aLevelSaysWhatFallsBack() {
        assertThat(run("image", "packages", "small", "--arch", "x86_64_v3")).isZero();
        assertThat(out.toString()).contains("1 are tagged x86_64_v3, 2 noarch, and 1 fall back to a lower level");
    }

    @Test
    void whyNamesTheChain() {
        assertThat(run("image", "why", "small", "lib")).isZero();
        assertThat(out.toString()).contains("app").contains("lib");
        assertThat(run("image", "why", "small", "extra")).isEqualTo(1);
        assertThat(err.toString()).contains("extra");
    }

    @Test
    void comparedImagesDifferInWhatOneHasMore() {
        assertThat(run("image", "compare", "small", "large", "--json")).isZero();
        assertThat(names()).containsExactly("extra");
        assertThat(json().get("sizeB").asLong() - json().get("sizeA").asLong()).isEqualTo(1000);
    }

    @Test
    void everyFormatHoldsEveryPackage() {
        for (String format : List.of("csv", "json", "markdown", "cyclonedx")) {
            assertThat(run("image", "packages", "small", "--format", format)).isZero();
            assertThat(out.toString()).as(format).contains("app", "base", "dnf", "lib");
        }
        assertThat(json().get("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(json().get("components")).hasSize(4);
        JsonNode image = json().get("dependencies").get(0);
        assertThat(image.get("ref").asString()).isEqualTo("image");
        // The package manager is put in by KIWI, not asked for by the description.
        assertThat(image.get("dependsOn").size()).isBetween(2, 3);
        assertThat(run("image", "packages", "small", "--format", "csv")).isZero();
        assertThat(out.toString().lines()).hasSize(5);
    }

    @Test
    void whatADescriptionUninstallsOrDeletesIsNotThere() throws IOException {
        Files.writeString(
                root.resolve("small.kiwi"),
                description("  <packages type=\"uninstall\"><package name=\"app\"/></packages>\n", "app", "extra"));
        assertThat(run("image", "packages", "small", "--json")).isZero();
        // Taken out as DNF does it: with what nothing else needs.
        assertThat(names()).containsExactly("base", "dnf", "extra");
        Files.writeString(
                root.resolve("small.kiwi"),
                description("  <packages type=\"delete\"><package name=\"lib\"/></packages>\n", "app"));
        assertThat(run("image", "packages", "small", "--json")).isZero();
        assertThat(names()).containsExactly("app", "base", "dnf");
    }

    @Test
    void severalProfilesCountTogether() throws IOException {
        String profiles = """
                  <profiles><profile name="p" description="d"/><profile name="q" description="d"/></profiles>
                  <packages type="image" profiles="p"><package name="extra"/></packages>
                  <packages type="image" profiles="q"><package name="lib"/></packages>
                """;
        Files.writeString(root.resolve("small.kiwi"), description(profiles));
        assertThat(run("image", "packages", "small", "--profile", "p", "--profile", "q", "--json"))
                .isZero();
        assertThat(names()).containsExactly("base", "dnf", "extra", "lib");
        assertThat(json().get("profile").asString()).isEqualTo("p, q");
        assertThat(run("image", "packages", "small", "--profile", "q", "--json"))
                .isZero();
        assertThat(names()).containsExactly("base", "dnf", "lib");
        assertThat(run("image", "packages", "small", "--profile", "r")).isEqualTo(1);
        assertThat(err.toString()).contains("no profile 'r'");
    }

    @Test
    void aDescriptionForAnotherPackageManagerHasNoPreviewAndSaysSo() throws IOException {
        String zypper = description("", "app").replace("dnf4", "zypper");
        Files.writeString(root.resolve("small.kiwi"), zypper);
        for (String command : List.of("packages", "files")) {
            assertThat(run("image", command, "small")).isEqualTo(1);
            assertThat(err.toString()).contains("small.kiwi:2", "installed by zypper", "not DNF's");
        }
        assertThat(run("image", "why", "small", "app")).isEqualTo(1);
        assertThat(err.toString()).contains("installed by zypper");
        assertThat(run("check")).as("the description itself is sound").isZero();
    }

    @Test
    void aMisspeltElementIsSaidByTheCheckAndByThePreview() throws IOException {
        Files.writeString(
                root.resolve("small.kiwi"),
                description("", "app").replace("<package name=\"app", "<pakage name=\"app"));
        assertThat(run("image", "packages", "small")).isEqualTo(1);
        assertThat(err.toString()).contains("small.kiwi:7", "Did you mean package?");
        assertThat(run("check")).isEqualTo(1);
        assertThat(out.toString()).contains("small.kiwi:7", "Did you mean package?");
    }

    @Test
    void anUnknownPackageIsAProblemWithAPlaceAndANearName() throws IOException {
        Files.writeString(root.resolve("small.kiwi"), description("", "ap", "extra"));
        assertThat(run("image", "packages", "small")).isEqualTo(1);
        assertThat(err.toString()).contains("small.kiwi:7").contains("'ap'").contains("app");
        assertThat(out.toString()).contains("extra");
    }
}
