package dev.milliner.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands print what they promise, where they promise it, with the status they promise. */
class CommandsTest {
    private static final String ROOT = """
            includes = ["*.comp.toml"]
            [project]
            default-distro = { name = "d", version = "1" }
            [distros.d.versions.1.default-component-config]
            spec = { type = "upstream", upstream-distro = { name = "d", version = "1" } }
            [component-groups.g]
            components = ["a"]
            [component-groups.g.default-component-config.build]
            with = ["g"]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(root.resolve("azldev.toml"), ROOT);
        Files.writeString(root.resolve("a.comp.toml"), "[components.a.build]\nwith = [\"a\"]\n");
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return CommandLineEntry.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private JsonNode json() {
        return JsonMapper.shared().readTree(out.toString());
    }

    @Test
    void checkSaysThatAllIsWell() {
        assertThat(run("check", "-C", root.toString())).isZero();
        assertThat(out.toString()).startsWith("0 errors, 0 warnings in 2 files.");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void checkPlacesAnError() throws IOException {
        Files.writeString(root.resolve("a.comp.toml"), "[components.a]\nfoo = 1\n");
        assertThat(run("check", "--json", "-C", root.toString())).isEqualTo(1);
        assertThat(json().get(0).toString())
                .isEqualTo("{\"severity\":\"error\",\"code\":\"unknown-key\",\"message\":\"'foo' is not a key that this"
                        + " component can have. Correct or remove it.\",\"file\":\"a.comp.toml\",\"line\":2,"
                        + "\"column\":1,\"endLine\":2,\"endColumn\":4}");
    }

    @Test
    void aKeyOfAnyDepthIsAnsweredAndAnOutputFolderMustHaveAName() throws IOException {
        Files.writeString(root.resolve("a.comp.toml"), "a" + ".a".repeat(100_000) + " = 1\n");
        assertThat(run("check", "-C", root.toString())).isEqualTo(CommandLineEntry.AT_FAULT);
        assertThat(out.toString()).contains("a.comp.toml:1:", "A key of more than 256 parts is not read.");
        assertThat(run("prepare", "a", "-o", "", "-C", root.toString())).isEqualTo(CommandLineEntry.WRONG_USAGE);
        assertThat(err.toString()).startsWith("Name a folder behind -o.");
    }

    @Test
    void listsWarnOfErrorsOnStandardError() throws IOException {
        Files.writeString(root.resolve("b.comp.toml"), "[components.b]\nfoo = 1\n");
        assertThat(run("list", "components", "--json", "-C", root.toString())).isEqualTo(1);
        assertThat(json()).hasSize(2);
        assertThat(err.toString()).contains("b.comp.toml:2:1: error");
    }

    @Test
    void everyListPrints() {
        for (String what : new String[] {"components", "images", "packages", "groups", "files"}) {
            assertThat(run("list", what, "-C", root.toString())).as(what).isZero();
            assertThat(run("list", what, "--json", "-C", root.toString()))
                    .as(what)
                    .isZero();
            assertThat(json().isArray()).isTrue();
        }
    }

    @Test
    void showNamesEveryLayer() {
        assertThat(run("show", "a", "--json", "-C", root.toString())).isZero();
        JsonNode with = json().get("values")
                .valueStream()
                .filter(value -> value.get("path").asString().equals("build.with"))
                .findFirst()
                .orElseThrow();
        assertThat(with.get("value").toString()).isEqualTo("[\"g\",\"a\"]");
        assertThat(with.get("layers").get(0).toString())
                .isEqualTo("{\"layer\":\"component group g\",\"file\":\"azldev.toml\",\"line\":9,\"value\":[\"g\"]}");
        assertThat(with.get("layers").get(1).get("layer").asString()).isEqualTo("component");
        assertThat(run("show", "a", "-C", root.toString())).isZero();
        assertThat(out.toString()).contains("component group g  azldev.toml:9");
    }

    @Test
    void whatIsNotThereIsAnAnswer() {
        assertThat(run("show", "nothing", "-C", root.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("no component, image, package or group named 'nothing'");
        assertThat(run("check", "-C", root.resolve("none").toString())).isEqualTo(1);
    }

    @Test
    void wrongUsageIsTwo() {
        assertThat(run("list", "hats")).isEqualTo(2);
        assertThat(run("polish")).isEqualTo(2);
        assertThat(run("show")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void inspectSaysWhyOfEveryPackageAndFile() {
        Path database = SharedMaterial.folder().resolve("corpus/rpm-metadata/rpmdb/fedora35.sqlite.zst");
        assertThat(run("inspect", database.toString(), "--json")).isZero();
        JsonNode first = json().path("packages").path(0);
        assertThat(json().path("format").asString()).isEqualTo("rpmdb");
        assertThat(first.path("nevra").asString()).isEqualTo("alternatives-1.19-1.fc35.x86_64");
        assertThat(first.path("level").asString()).isEqualTo("unknown");
        assertThat(first.path("levelReason").asString()).contains("no -march");
        assertThat(first.path("source").asString()).isEqualTo("chkconfig-1.19-1.fc35.src.rpm");
        assertThat(first.path("vendor").asString()).isEqualTo("Fedora Project");
        JsonNode file = json().path("files").path(0);
        assertThat(file.path("mode").asString()).hasSize(4);
        assertThat(file.path("packages").isArray()).isTrue();
        assertThat(run("inspect", database.toString())).isZero();
        assertThat(out.toString()).contains("BECAUSE", "the package is noarch", "137 packages");
        assertThat(run("inspect", root.resolve("azldev.toml").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("azldev.toml cannot be inspected").doesNotContain("Exception");
    }
}
