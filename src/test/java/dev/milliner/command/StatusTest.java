package dev.milliner.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The same fault has the same status by whatever command it is met: 1 for what was given, 3 for what cannot be reached. */
class StatusTest {
    /** A call of each command that reads a tree, on names that stand for a component, an image and a file of it. */
    private static final List<String> ON_TREES = List.of(
            "check",
            "list components",
            "config",
            "show COMPONENT",
            "prepare COMPONENT -o OUT",
            "overlays COMPONENT",
            "rebase COMPONENT --on d-1",
            "derive COMPONENT --result OUT",
            "deviations",
            "review --from HEAD",
            "history COMPONENT",
            "refactor customise COMPONENT",
            "refactor rejoin COMPONENT",
            "refactor overlays-to-files COMPONENT",
            "refactor overlays-inline COMPONENT",
            "refactor repair COMPONENT",
            "refactor split azldev.toml COMPONENT --into x.toml",
            "refactor merge none.toml azldev.toml",
            "refactor rename COMPONENT other",
            "refactor sort none.toml",
            "refactor tidy COMPONENT",
            "refactor add far",
            "refactor add-to-group COMPONENT x",
            "refactor remove-from-group COMPONENT x",
            "refactor extract COMPONENT build.check.skip",
            "refactor remove COMPONENT",
            "query --saved COMPONENT",
            "build component COMPONENT --dry-run",
            "build image IMAGE --dry-run",
            "image packages IMAGE",
            "image files IMAGE",
            "image why IMAGE p",
            "image compare IMAGE IMAGE",
            "inspect FILE --image IMAGE",
            "koji build COMPONENT -t t --scratch",
            "koji image IMAGE -t t --source git+https://h/p#c --scratch");

    /** They ask nobody for a name, or need a hub before the tree. */
    private static final Set<String> WITHOUT_NAMES = Set.of("check", "list", "config", "deviations", "review");

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("azldev.toml"), """
                [project]
                default-distro = { name = "d", version = "1" }
                [distros.d]
                dist-git-base-uri = "file:///nowhere/$pkg"
                [distros.d.versions.'1']
                release-ver = "1"
                dist-git-branch = "one"
                [components.far]
                spec = { type = "upstream", upstream-distro = { name = "d", version = "1" } }
                [[components.far.overlays]]
                type = "spec-set-tag"
                tag = "Release"
                value = "2"
                [components.gone]
                spec = { type = "local", path = "gone.spec" }
                """);
        Files.createDirectories(folder.resolve("result"));
        Files.writeString(folder.resolve("result/far.spec"), "Name: far\n");
        Files.writeString(folder.resolve("result/gone.spec"), "Name: gone\n");
    }

    static Stream<String> onTrees() {
        return ON_TREES.stream();
    }

    /** Whoever adds a command that reads a tree says here how it is called. */
    @Test
    void everyCommandOnATreeIsWalked() {
        Set<String> all = new TreeSet<>();
        add("", CommandLineEntry.line(), all);
        assertThat(all).isNotEmpty().allSatisfy(command -> assertThat(ON_TREES)
                .anyMatch(call -> call.equals(command) || call.startsWith(command + " ")));
    }

    private static void add(String path, CommandLine line, Set<String> all) {
        if (line.getCommandSpec().findOption("--at") != null
                && line.getSubcommands().isEmpty()) {
            all.add(path.strip());
        }
        line.getSubcommands().forEach((name, below) -> add(path + " " + name, below, all));
    }

    @ParameterizedTest
    @MethodSource("onTrees")
    void aTreeThatIsNotThere(String call) throws IOException {
        assertThat(run(call, folder.resolve("none"))).as(err.toString()).isIn(told(call));
        assertThat(err.toString())
                .contains(call.startsWith("koji") || call.startsWith("inspect") ? "" : "There is no folder");
    }

    @ParameterizedTest
    @MethodSource("onTrees")
    void aNameThatNothingHas(String call) throws IOException {
        if (!WITHOUT_NAMES.contains(call.split(" ", -1)[0])) {
            assertThat(run(call, folder)).as(err.toString()).isIn(told(call));
        }
    }

    /** Where Koji's client is missing, that is told first. */
    private static List<Integer> told(String call) {
        return call.startsWith("koji")
                ? List.of(CommandLineEntry.AT_FAULT, CommandLineEntry.UNAVAILABLE)
                : List.of(CommandLineEntry.AT_FAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prepare far -o OUT", "overlays far", "derive far --result RESULT", "rebase far --on d-1"})
    void sourcesThatCannotBeReached(String call) throws IOException {
        assertThat(run(call, folder)).as(err.toString()).isEqualTo(CommandLineEntry.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"prepare gone -o OUT", "overlays gone", "derive gone --result RESULT", "rebase gone --on d-1"})
    void sourcesThatTheTreeNamesWrongly(String call) throws IOException {
        assertThat(run(call, folder)).as(err.toString()).isEqualTo(CommandLineEntry.AT_FAULT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boot FILE",
                "boot TEXT",
                "inspect FILE",
                "inspect TEXT",
                "explain FILE",
                "image compare FILE FILE",
                "derive gone --result FILE",
                "derive gone --patch FILE",
                "check -C FILE",
            })
    void aFileThatIsNotThereOrNotOfItsKind(String call) throws IOException {
        assertThat(run(call, folder)).as(err.toString()).isEqualTo(CommandLineEntry.AT_FAULT);
    }

    private int run(String call, Path tree) throws IOException {
        Path text = Files.writeString(folder.resolve("text.raw"), "no disk\n");
        List<String> words = new ArrayList<>();
        for (String word : call.split(" ", -1)) {
            words.add(
                    switch (word) {
                        case "COMPONENT" -> "nobody";
                        case "IMAGE" -> "nothing";
                        case "OUT" -> folder.resolve("out").toString();
                        case "RESULT" -> folder.resolve("result").toString();
                        case "FILE" -> folder.resolve("no-file.raw").toString();
                        case "TEXT" -> text.toString();
                        default -> word;
                    });
        }
        if (!words.contains("-C")) {
            words.addAll(List.of("-C", tree.toString()));
        }
        return CommandLineEntry.run(
                new PrintWriter(new StringWriter()), new PrintWriter(err), words.toArray(String[]::new));
    }
}
