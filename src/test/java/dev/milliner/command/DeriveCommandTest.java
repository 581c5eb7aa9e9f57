package dev.milliner.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Overlays for what somebody made of prepared sources, from the command line. */
class DeriveCommandTest {
    private static final String SPEC = """
            Name: hat
            Version: 1
            Release: 1
            Summary: A hat
            License: MIT
            Source0: hat.txt

            %description
            It is worn.

            %build
            make hat
            make brim

            %files
            /usr/bin/hat
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path root = Path.of("");
    private Path made = Path.of("");

    @BeforeEach
    void write() throws IOException {
        root = Files.createDirectories(folder.resolve("tree"));
        Files.writeString(root.resolve("azldev.toml"), """
                includes = ["*.comp.toml"]
                [project]
                default-distro = { name = "d", version = "1" }
                [distros.d.versions.1]
                """);
        Files.writeString(root.resolve("hat.comp.toml"), """
                # Hats.
                [components.hat]
                spec = { type = "local", path = "hat/hat.spec" }
                """);
        Files.createDirectories(root.resolve("hat"));
        Files.writeString(root.resolve("hat/hat.spec"), SPEC);
        Files.writeString(root.resolve("hat/hat.txt"), "felt\n");
        made = prepared("first");
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] all = Stream.concat(Arrays.stream(arguments), Stream.of("-C", root.toString()))
                .toArray(String[]::new);
        return CommandLineEntry.run(new PrintWriter(out), new PrintWriter(err), all);
    }

    private Path prepared(String name) {
        Path into = folder.resolve(name);
        assertThat(run("prepare", "hat", "-o", into.toString()))
                .as(err.toString())
                .isZero();
        return into.resolve("hat");
    }

    private void edit(String from, String to) throws IOException {
        Path spec = made.resolve("hat.spec");
        String text = Files.readString(spec);
        assertThat(text).contains(from);
        Files.writeString(spec, text.replace(from, to));
    }

    @Test
    void whatIsWrittenPreparesTheSame() throws IOException {
        edit("License: MIT", "License: MIT AND BSD");
        edit("make brim", "make brim\nmake ribbon");
        Files.writeString(made.resolve("ribbon.txt"), "silk\n");

        assertThat(run("derive", "hat", "--result", made.toString(), "--into", "-"))
                .as(err.toString())
                .isZero();

        assertThat(Files.readString(root.resolve("hat.comp.toml")))
                .startsWith("# Hats.")
                .contains("spec-update-tag");
        assertThat(Files.readString(root.resolve("ribbon.txt"))).isEqualTo("silk\n");
        assertThat(files(prepared("second"))).isEqualTo(files(made));
    }

    @Test
    void newOverlaysFollowThoseThatAreThere() throws IOException {
        edit("License: MIT", "License: MIT AND BSD");
        run("derive", "hat", "--result", made.toString(), "--into", "-");
        made = prepared("second");
        edit("make hat", "make hat -j1");

        assertThat(run("derive", "hat", "--result", made.toString(), "--into", "-"))
                .isOne();
        assertThat(err.toString()).contains("hat has overlays already").contains("--from-now");

        Path file = root.resolve("more.overlay.toml");
        assertThat(run("derive", "hat", "--result", made.toString(), "--from-now", "--into", file.toString()))
                .as(err.toString())
                .isZero();
        assertThat(Files.readString(file)).contains("[metadata]").contains("[[overlays]]");
        assertThat(files(prepared("third"))).isEqualTo(files(made));
    }

    @Test
    void whatNoOverlayReachesIsToldAndNothingIsWritten() throws IOException {
        edit("make hat\n", "");
        String before = Files.readString(root.resolve("hat.comp.toml"));

        assertThat(run("derive", "hat", "--result", made.toString(), "--into", "-", "--json"))
                .isOne();

        JsonNode answer = JsonMapper.shared().readTree(out.toString());
        assertThat(answer.get("exact").asBoolean()).isFalse();
        assertThat(answer.get("rest").get(0).get("file").asString()).isEqualTo("hat.spec");
        assertThat(Files.readString(root.resolve("hat.comp.toml"))).isEqualTo(before);
    }

    @Test
    void aSpecAloneWillDo() throws IOException {
        edit("Summary: A hat", "Summary: A better hat");

        assertThat(run("derive", "hat", "--result", made.resolve("hat.spec").toString()))
                .isZero();

        assertThat(out.toString()).isEqualTo("""
                [[components.hat.overlays]]
                type = "spec-update-tag"
                tag = "Summary"
                value = "A better hat"
                """);
    }

    @Test
    void whatCannotBeReadIsNamed() {
        assertThat(run("derive", "hat", "--result", folder.resolve("none").toString()))
                .isOne();
        assertThat(err.toString()).contains("none");
        assertThat(run("derive", "hat", "--result", folder.toString())).isOne();
        assertThat(err.toString()).contains("There is no hat.spec in");
        assertThat(run("derive", "cap", "--result", folder.toString())).isOne();
        assertThat(err.toString()).contains("cap");
    }

    @Test
    void whatNoOverlayHasAWordForIsTold() throws IOException {
        Files.setPosixFilePermissions(made.resolve("hat.txt"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(made.resolve("wear.sh"), "wear\n");
        Files.setPosixFilePermissions(made.resolve("wear.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createSymbolicLink(made.resolve("cap.txt"), Path.of("hat.txt"));
        Files.createDirectories(made.resolve("box"));
        String before = Files.readString(root.resolve("hat.comp.toml"));

        assertThat(run("derive", "hat", "--result", made.toString(), "--into", "-"))
                .isEqualTo(CommandLineEntry.AT_FAULT);

        assertThat(err.toString())
                .contains(
                        "hat.txt is executable now (mode 755)",
                        "wear.sh is executable now (mode 755)",
                        "cap.txt is a link, and no overlay makes one",
                        "the folder box is empty");
        assertThat(Files.readString(root.resolve("hat.comp.toml"))).isEqualTo(before);
    }

    @Test
    void aModeThatOnlyTheUmaskChangedIsNoChange() throws IOException {
        edit("License: MIT", "License: GPL");
        Files.setPosixFilePermissions(made.resolve("hat.txt"), PosixFilePermissions.fromString("rw-rw----"));
        assertThat(run("derive", "hat", "--result", made.toString()))
                .as(err.toString())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void definitionsBesideTheSpecAreNoSources(boolean kept) throws IOException {
        Files.move(root.resolve("hat.comp.toml"), root.resolve("hat/hat.comp.toml"));
        Files.writeString(
                root.resolve("azldev.toml"),
                Files.readString(root.resolve("azldev.toml")).replace("*.comp.toml", "hat/*.comp.toml"));
        Files.writeString(
                root.resolve("hat/hat.comp.toml"),
                "[components.hat]\nspec = { type = \"local\", path = \"hat.spec\" }\n");
        made = prepared("beside");
        edit("License: MIT", "License: GPL");
        if (kept) {
            Files.writeString(made.resolve("hat.comp.toml"), "# Another text.\n");
        } else {
            Files.delete(made.resolve("hat.comp.toml"));
        }
        assertThat(run("derive", "hat", "--result", made.toString(), "--into", "-"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("GPL").doesNotContain("comp.toml");
    }

    @Test
    void aFileToWriteToIsNamedFromTheFolderOfTheTree() throws IOException {
        edit("License: MIT", "License: GPL");
        assertThat(run("derive", "hat", "--result", made.toString(), "--into", "new/hat.overlay.toml"))
                .as(err.toString())
                .isZero();
        assertThat(root.resolve("new/hat.overlay.toml")).content().contains("GPL");
        assertThat(run("refactor", "split", "hat.comp.toml", "hat", "--into", "hat/own.comp.toml"))
                .as(err.toString())
                .isZero();
        assertThat(root.resolve("hat/own.comp.toml")).exists();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../out.overlay.toml | lies outside of the tree",
                "hat.comp.toml | hat.comp.toml holds definitions, and --into takes an overlay file",
                "azldev.toml | azldev.toml holds definitions, and --into takes an overlay file",
                "none.comp.toml | none.comp.toml is not there, and is named as definitions are",
                "hat | hat is a folder; name an overlay file in it",
                ". | is the tree itself; name a file in it",
            })
    void aFileThatTakesNoOverlaysIsTold(String into, String words) throws IOException {
        edit("License: MIT", "License: GPL");
        assertThat(run("derive", "hat", "--result", made.toString(), "--into", into))
                .isEqualTo(CommandLineEntry.AT_FAULT);
        assertThat(err.toString()).contains(words);
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aPatchOfTheSourcesBecomesOverlays() throws IOException {
        Path patch = file("a.patch", """
                diff --git a/hat.spec b/hat.spec
                --- a/hat.spec
                +++ b/hat.spec
                @@ -1,5 +1,5 @@
                 Name: hat
                -Version: 1
                +Version: 2
                 Release: 1
                 Summary: A hat
                 License: MIT
                """);
        assertThat(run("derive", "hat", "--patch", patch.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("tag = \"Version\"", "value = \"2\"");
        Path unfit = file("b.patch", Files.readString(patch).replace("-Version: 1", "-Version: 7"));
        assertThat(run("derive", "hat", "--patch", unfit.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("b.patch can't be applied to the sources of hat: what it changes at line 1 of hat.spec")
                .doesNotContain("HunkHeader");
        Path cut = file("d.patch", Files.readString(patch).replace("-1,5 +1,5", "-1,5 +1,9"));
        assertThat(run("derive", "hat", "--patch", cut.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("line 4: ");
        Path none = file("c.patch", "felt\n");
        assertThat(run("derive", "hat", "--patch", none.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("changes no file");
    }

    @Test
    void aPatchOfTheProgramIsAdded() throws IOException {
        Path patch = file("0001-Wider.patch", """
                --- a/src/brim.c
                +++ b/src/brim.c
                @@ -1 +1 @@
                -int brim = 1;
                +int brim = 2;
                """);
        assertThat(run("derive", "hat", "--patch", patch.toString(), "--into", "-"))
                .as(err.toString())
                .isZero();
        assertThat(Files.readString(root.resolve("hat.comp.toml")))
                .contains("type = \"patch-add\"", "source = \"0001-Wider.patch\"");
        assertThat(root.resolve("0001-Wider.patch")).hasSameTextualContentAs(patch);
    }

    @Test
    void oneWayAloneIsAskedFor() throws IOException {
        assertThat(run("derive", "hat")).isEqualTo(2);
        assertThat(run("derive", "hat", "--patch", "x", "--commit", "y")).isEqualTo(2);
        assertThat(run("derive", "hat", "--commit", "abc")).isNotZero();
        assertThat(err.toString()).contains("local");
    }

    @Test
    void whatWouldLieAmongTheSourcesIsNotWritten() throws IOException {
        Path patch = file("0002-Higher.patch", "--- a/src/brim.c\n+++ b/src/brim.c\n@@ -1 +1 @@\n-one\n+two\n");
        Files.move(root.resolve("hat.comp.toml"), root.resolve("hat/hat.comp.toml"));
        Files.writeString(
                root.resolve("azldev.toml"),
                Files.readString(root.resolve("azldev.toml")).replace("*.comp.toml", "hat/*.comp.toml"));
        Files.writeString(
                root.resolve("hat/hat.comp.toml"),
                "[components.hat]\nspec = { type = \"local\", path = \"hat.spec\" }\n");
        assertThat(run("derive", "hat", "--patch", patch.toString(), "--into", "-"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("would lie among the sources of 'hat'");
        assertThat(run(
                        "derive",
                        "hat",
                        "--patch",
                        patch.toString(),
                        "--into",
                        root.resolve("overlays/hat.overlay.toml").toString()))
                .as(err.toString())
                .isZero();
        assertThat(run("prepare", "hat", "-o", folder.resolve("second").toString()))
                .as(err.toString())
                .isZero();
        assertThat(folder.resolve("second/hat/0002-Higher.patch")).exists();
    }

    /** Gives the component an overlay that adds a file, build options and no tests, all of which azldev writes something for. */
    private void frame() throws IOException {
        Files.writeString(root.resolve("hat/hat.spec"), SPEC + "\n%check\nmake check\n");
        Files.writeString(root.resolve("band.txt"), "silk\n");
        Files.writeString(root.resolve("hat.comp.toml"), """
                # Hats.
                [components.hat]
                spec = { type = "local", path = "hat/hat.spec" }

                [components.hat.build]
                defines = { brim = "wide" }
                check = { skip = true, skip_reason = "no head" }

                [[components.hat.overlays]]
                type = "file-add"
                file = "band.txt"
                source = "band.txt"
                """);
        made = prepared("framed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# This spec file has | # (c) me\\n# This spec file has",
                "Do not edit manually | Do edit manually",
                "exit 0\\n | \\n",
            })
    void whatAzldevWritesLastIsNotSaidToBeReached(String from, String to) throws IOException {
        frame();
        edit(from.translateEscapes(), to.translateEscapes());
        String before = Files.readString(root.resolve("hat.comp.toml"));
        assertThat(run("derive", "hat", "--result", made.toString(), "--from-now", "--into", "-"))
                .as(out.toString())
                .isEqualTo(CommandLineEntry.AT_FAULT);
        assertThat(err.toString())
                .contains("azldev writes some lines of hat.spec itself", "Leave them as prepare gives them");
        assertThat(root.resolve("hat.comp.toml")).content().isEqualTo(before);
    }

    @Test
    void whatAzldevWritesLastMayBeTakenOutWhole() throws IOException {
        frame();
        edit("# This spec file has been modified by azldev to include build configuration overlays.\n", "");
        edit("# Do not edit manually; changes may be overwritten.\n\n", "");
        edit("License: MIT", "License: GPL");
        assertThat(run("derive", "hat", "--result", made.toString(), "--from-now", "--into", "-"))
                .as(err.toString())
                .isZero();
        assertThat(prepared("again").resolve("hat.spec"))
                .content()
                .containsOnlyOnce("This spec file has been modified")
                .containsOnlyOnce("# Check section disabled: no head")
                .contains("License: GPL");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSpecAloneLeavesTheFilesBesideIt(boolean fromNow) throws IOException {
        frame();
        edit("License: MIT", "License: GPL");
        String spec = made.resolve("hat.spec").toString();
        int status =
                fromNow ? run("derive", "hat", "--result", spec, "--from-now") : run("derive", "hat", "--result", spec);
        assertThat(status).as(err.toString()).isZero();
        assertThat(out.toString()).contains("GPL").doesNotContain("file-remove", "azl.macros", "band.txt");
    }
}
