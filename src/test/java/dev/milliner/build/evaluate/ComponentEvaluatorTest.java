package dev.milliner.build.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rpm itself makes of components. */
class ComponentEvaluatorTest {
    private static final Path BOWLER = Path.of("sample-distros/bowler");
    private static final String GREET = "comps/greet/greet.comp.toml";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void demandTools() {
        SpecTree.demandTools();
    }

    /** Without the overlays, so that only the build options count. */
    private static Distro greet(String options) throws Exception {
        String text = "[components.greet]\noverlay-files = []\n[components.greet.build]\n" + options + "\n";
        assertThat(Files.readString(BOWLER.resolve(GREET))).contains("without = [\"translations\"]");
        return new DistroLoader().load(new BufferTree(new DiskTree(BOWLER), Map.of(GREET, text)));
    }

    @Test
    void whatGreetIsBuiltWithoutTakesAwayASubPackageAndADependency() throws Exception {
        ComponentEvaluation with = SpecTree.evaluate(greet("without = []"), "greet", EvaluationLimits.USUAL);
        assertThat(with.problem()).isEmpty();
        assertThat(names(with.after())).contains("greet", "greet-lang");
        assertThat(SpecTree.evaluated(with.after()).buildRequires()).contains("gettext");

        ComponentEvaluation without =
                SpecTree.evaluate(greet("without = [\"translations\"]"), "greet", EvaluationLimits.USUAL);
        SpecEvaluationDifference difference = without.difference().orElseThrow();
        assertThat(difference.packages().gone()).contains("greet-lang");
        assertThat(difference.packages().added()).isEmpty();
        assertThat(difference.buildRequires().gone()).contains("gettext");
        assertThat(names(without.after())).doesNotContain("greet-lang");
        EvaluatedPackage lang =
                SpecTree.evaluated(without.before()).find("greet-lang").orElseThrow();
        assertThat(lang.get(Fact.REQUIRES)).containsExactly("greet = 1.4-2.bowler10");
        assertThat(lang.get(Fact.FILES)).containsExactly("/usr/share/locale/de/LC_MESSAGES/greet.mo");
        assertThat(without.macros().words()).isEqualTo("this host's macros");
    }

    @Test
    void greetAsBowlerBuildsItShowsWhatEachOverlayChanges() throws Exception {
        Distro bowler = new DistroLoader().load(new DiskTree(BOWLER));
        SpecEvaluationDifference difference = SpecTree.evaluate(bowler, "greet", EvaluationLimits.USUAL)
                .difference()
                .orElseThrow();
        assertThat(difference.packages()).isEqualTo(new Delta(List.of("greet-lang", "greet-doc"), List.of()));
        assertThat(difference.buildRequires()).isEqualTo(new Delta(List.of("asciidoc", "gettext"), List.of()));
        assertThat(difference.changed()).singleElement().satisfies(greet -> {
            assertThat(greet.name()).isEqualTo("greet");
            assertThat(greet.facts())
                    .containsOnly(
                            Map.entry(
                                    Fact.TAGS,
                                    new Delta(
                                            List.of("URL: https://felt.invalid/greet"),
                                            List.of("URL: https://bowler.invalid/greet"))),
                            Map.entry(Fact.FILES, new Delta(List.of(), List.of("/usr/share/greet/motto.txt"))));
        });
    }

    @Test
    void everyKindOfDependencyIsSeen() throws Exception {
        SpecTree tree = new SpecTree(folder)
                .write(
                        "%bcond_with x",
                        """
                Requires: r >= 2, s
                Requires(post): t
                Recommends: u
                Suggests: v
                Supplements: (w and y)
                Enhances: e
                Conflicts: c < 1
                Obsoletes: o < 1
                Provides: p = 3
                %if %{with x}
                Requires: x
                %endif""", "%config(noreplace) /etc/a\n%dir  /usr/share/a", "[components.a.build]\nwith = [\"x\"]\n");
        ComponentEvaluation answer = tree.evaluate();
        EvaluatedPackage a = SpecTree.evaluated(answer.before()).find("a").orElseThrow();
        assertThat(a.get(Fact.REQUIRES)).containsExactlyInAnyOrder("r >= 2", "s", "t");
        assertThat(a.get(Fact.RECOMMENDS)).containsExactly("u");
        assertThat(a.get(Fact.SUGGESTS)).containsExactly("v");
        assertThat(a.get(Fact.SUPPLEMENTS)).containsExactly("(w and y)");
        assertThat(a.get(Fact.ENHANCES)).containsExactly("e");
        assertThat(a.get(Fact.CONFLICTS)).containsExactly("c < 1");
        assertThat(a.get(Fact.OBSOLETES)).containsExactly("o < 1");
        assertThat(a.get(Fact.PROVIDES)).contains("p = 3", "a = 1-1.d1");
        assertThat(a.get(Fact.FILES)).containsExactly("/usr/bin/a", "%config(noreplace) /etc/a", "%dir /usr/share/a");
        assertThat(answer.difference().orElseThrow().changed()).singleElement().satisfies(changed -> assertThat(
                        changed.facts())
                .containsOnly(Map.entry(Fact.REQUIRES, new Delta(List.of(), List.of("x")))));
    }

    @Test
    void definesAndUndefinesAreThoseOfABuild() throws Exception {
        SpecTree tree = new SpecTree(folder).write("", "%{?more:Requires: %{more}}\n%{?less:Requires: less}", "", """
                [components.a.build]
                defines = { more = "m-%{version}", less = "1" }
                undefines = ["less"]
                """);
        assertThat(SpecTree.evaluated(tree.evaluate().after())
                        .find("a")
                        .orElseThrow()
                        .get(Fact.REQUIRES))
                .containsExactly("m-1");
    }

    @Test
    void whereNothingChangesItSaysSo() throws Exception {
        assertThat(new SpecTree(folder)
                        .write("", "", "", "")
                        .evaluate()
                        .difference()
                        .orElseThrow()
                        .isEmpty())
                .isTrue();
    }

    private static final String FINE =
            "[[components.a.overlays]]\ntype = \"spec-set-tag\"\ntag = \"URL\"\nvalue = \"https://a.invalid\"\n";

    @Test
    void anOverlayThatWritesALineRpmCannotReadIsNamed() throws Exception {
        SpecTree tree = new SpecTree(folder).write("", "URL: x", "", FINE + """
                [[components.a.overlays]]
                type = "spec-add-tag"
                tag = "Nonsense"
                value = "1"
                """);
        ComponentEvaluation answer = tree.evaluate();
        assertThat(answer.before()).isInstanceOf(SpecAnswer.Evaluated.class);
        assertThat(answer.after()).isInstanceOf(SpecAnswer.Unparsable.class);
        assertThat(answer.difference()).isEmpty();
        assertThat(answer.problem()).hasValueSatisfying(problem -> {
            assertThat(problem.place().file()).isEqualTo("a.comp.toml");
            assertThat(problem.place().range().line()).isEqualTo(7);
            assertThat(problem.message()).contains("With this overlay", "a.spec:", "Unknown tag: Nonsense");
        });
    }

    /** rpm complains of a line of upstream's. */
    @Test
    void anOverlayThatTakesTheEndOfAConditionIsNamed() throws Exception {
        SpecTree tree = new SpecTree(folder)
                .write(
                        "",
                        "URL: x\n%if 1\nRequires: r\n%endif # r",
                        "",
                        FINE + """
                [[components.a.overlays]]
                type = "spec-search-replace"
                regex = "%endif # r"
                replacement = ""
                """ + FINE.replace("a.invalid", "b.invalid"));
        assertThat(tree.evaluate().problem()).hasValueSatisfying(problem -> {
            assertThat(problem.place().file()).isEqualTo("a.comp.toml");
            assertThat(problem.place().range().line()).isEqualTo(7);
        });
    }

    @Test
    void aSpecThatWasUnreadableBeforeIsNoFaultOfAnOverlay() throws Exception {
        SpecTree tree = new SpecTree(folder).write("", "URL: x\nNonsense: 1", "", FINE);
        ComponentEvaluation answer = tree.evaluate();
        assertThat(answer.before()).isInstanceOfSatisfying(SpecAnswer.Unparsable.class, unparsable -> {
            assertThat(unparsable.line()).isEqualTo(8);
            assertThat(unparsable.file()).isEqualTo("a.spec");
        });
        assertThat(answer.problem()).hasValueSatisfying(problem -> {
            assertThat(problem.place().range().line()).isEqualTo(1);
            assertThat(problem.message()).contains("with or without its overlays", "Nonsense");
        });
    }

    @Test
    void anotherTreesTrustIsOfNoUse() throws Exception {
        Distro distro = new SpecTree(folder).write("", "", "", "").load();
        TrustedTree other = new TrustedTree(BOWLER.toRealPath());
        assertThatThrownBy(() -> ComponentEvaluator.of(other, distro)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> names(SpecAnswer answer) {
        return SpecTree.evaluated(answer).packages().stream()
                .map(EvaluatedPackage::name)
                .toList();
    }
}
