package dev.milliner.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The refactorings as commands: what they print and write, and with which status. */
class RefactorCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(root.resolve("azldev.toml"), """
                includes = ["*.comp.toml", "list.toml"]
                [project]
                default-distro = { name = "d", version = "1" }
                [distros.d.versions.1.default-component-config]
                spec = { type = "upstream", upstream-distro = { name = "d", version = "1" } }
                """);
        Files.writeString(root.resolve("list.toml"), """
                # keep sorted
                [components.c]
                [components.a]
                [components.b]
                [component-groups.g]
                components = ["a"]
                [package-groups.p]
                packages = []
                """);
        Files.writeString(root.resolve("own.comp.toml"), """
                [components.own]
                [[components.own.overlays]]
                type = "spec-set-tag"
                tag = "URL"
                value = "https://example.com"
                """);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new java.util.ArrayList<>(List.of("refactor"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("-C", root.toString()));
        return CommandLineEntry.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    }

    private void done(String... arguments) {
        int status = run(arguments);
        assertThat(status).as(err.toString()).isZero();
    }

    @Test
    void aDryRunPrintsTheDiffAndWritesNothing() throws IOException {
        String before = Files.readString(root.resolve("list.toml"));
        assertThat(run("customise", "b", "--dry-run")).isZero();
        assertThat(out.toString()).contains("-[components.b]", "+++ b/b.comp.toml", "+[components.b]");
        assertThat(root.resolve("list.toml")).hasContent(before);
        assertThat(root.resolve("b.comp.toml")).doesNotExist();
    }

    @Test
    void eachRefactoringIsWritten() throws IOException {
        done("customise", "b");
        assertThat(out.toString()).isEqualTo("changed  list.toml\ncreated  b.comp.toml\n");
        assertThat(root.resolve("b.comp.toml")).hasContent("[components.b]\n");
        done("rejoin", "b");
        assertThat(root.resolve("b.comp.toml")).doesNotExist();
        done("sort", "list.toml");
        assertThat(Files.readString(root.resolve("list.toml")))
                .startsWith("# keep sorted\n[components.a]\n[components.b]\n[components.c]\n");
        done("rename", "c", "cc");
        done("add", "d");
        done("add-to-group", "g", "d", "cc");
        done("remove-from-group", "g", "a");
        assertThat(Files.readString(root.resolve("list.toml"))).contains("components = [\"cc\", \"d\"]");
        done("overlays-to-files", "own", "--category", "azl-pruning");
        assertThat(err.toString()).contains("1 overlay gets the metadata that azldev demands: azl-pruning, unknown.");
        done("overlays-inline", "own");
        done("split", "list.toml", "p", "--into", "packages.toml");
        done("merge", "packages.toml", "list.toml");
        done("extract", "new", "spec", "cc");
        done("remove", "own");
        assertThat(root.resolve("own.comp.toml")).doesNotExist();
        StringWriter checked = new StringWriter();
        CommandLineEntry.run(new PrintWriter(checked), new PrintWriter(err), "check", "-C", root.toString());
        assertThat(checked.toString()).startsWith("0 errors");
    }

    @Test
    void jsonSaysWhatBecameOfFilesAndWhatDiffers() {
        assertThat(run("add", "d", "--dry-run", "--json")).isZero();
        JsonNode json = JsonMapper.shared().readTree(out.toString());
        assertThat(json.get("written").booleanValue()).isFalse();
        assertThat(json.get("files").toString()).isEqualTo("[{\"file\":\"list.toml\",\"change\":\"changed\"}]");
        assertThat(json.get("differences").toString())
                .isEqualTo("[{\"table\":\"components\",\"name\":\"d\",\"change\":\"added\"}]");
        assertThat(json.get("diff").stringValue()).contains("+[components.d]");
    }

    @Test
    void aRefusalSaysWhyWithStatusOne() {
        assertThat(run("customise", "own")).isEqualTo(CommandLineEntry.AT_FAULT);
        assertThat(err.toString()).isEqualTo("milliner: 'own' has a file of its own already: own.comp.toml.\n");
        assertThat(out.toString()).isEmpty();
        assertThat(run()).isEqualTo(CommandLineEntry.WRONG_USAGE);
        assertThat(run("customise", "b", "--at", "HEAD")).isEqualTo(CommandLineEntry.WRONG_USAGE);
    }
}
