package dev.milliner.refactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.Difference;
import dev.milliner.distro.DistroLoader;
import dev.milliner.refactor.RefactoringAnswer.Proposal;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each refactoring makes of small trees, to the letter, and why it refuses. */
class RefactoringsTest {
    private static final String ROOT = """
            includes = ["comps/components.toml", "packages.toml"]
            [project]
            default-distro = { name = "d", version = "1" }
            [distros.d.versions.1.default-component-config]
            spec = { type = "upstream", upstream-distro = { name = "d", version = "1" } }
            """;

    private static final String LIST = """
            includes = ["**/*.comp.toml"]

            #
            # Keep this list sorted alphabetically.
            #

            [components.alpha]
            # why beta is built so
            [components.beta]
            build.without = ["docs"] # too large

            # the overlays of beta

            [[components.beta.overlays]]
            # a file of ours
            type = "file-add"
            file = "ours.conf"
            source = "files/ours.conf"

            [components.gamma]
            [components."odd.name"]
            [components.zeta]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @BeforeEach
    void write() throws IOException {
        write("azldev.toml", ROOT);
        write("comps/components.toml", LIST);
        write("comps/files/ours.conf", "ours\n");
        write("packages.toml", """
                [package-groups.base]
                packages = [
                    "alpha", # srpm: alpha
                    # beta is two packages
                    'beta', # srpm: beta
                    'beta-libs', # srpm: beta

                    "zeta"
                ]

                [component-groups.core]
                components = ["alpha", "gamma"]
                """);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    private Proposals tree() {
        return new Proposals(new DiskTree(root), new DistroLoader(Map.of()));
    }

    private static String text(Proposal proposal, String file) {
        return proposal.edit().files().stream()
                .filter(edit -> edit.path().equals(file))
                .map(edit -> edit.after())
                .findFirst()
                .or(() -> proposal.edit().created().stream()
                        .filter(created -> created.path().equals(file))
                        .map(created -> created.text())
                        .findFirst())
                .orElseThrow();
    }

    @Test
    void aComponentTakesItsCommentsAlongAndItsPathsLeadToTheSameFiles() {
        Proposal proposal = tree().moving(new Customise("beta", Optional.empty()));
        assertThat(text(proposal, "comps/beta/beta.comp.toml")).isEqualTo("""
                # why beta is built so
                [components.beta]
                build.without = ["docs"] # too large

                # the overlays of beta

                [[components.beta.overlays]]
                # a file of ours
                type = "file-add"
                file = "ours.conf"
                source = "../files/ours.conf"
                """);
        assertThat(text(proposal, "comps/components.toml"))
                .endsWith("[components.alpha]\n\n[components.gamma]\n[components.\"odd.name\"]\n[components.zeta]\n");
        Proposal back = tree().after(proposal).moving(new Rejoin("beta", Optional.empty()));
        assertThat(text(back, "comps/components.toml")).isEqualTo(LIST.replace("alpha]\n#", "alpha]\n\n#"));
        assertThat(back.edit().deleted()).hasSize(1);
    }

    @Test
    void aBareHeaderLeavesTheListAndComesBackToItsPlace() {
        for (String name : List.of("gamma", "odd.name", "zeta")) {
            Proposal out = tree().moving(new Customise(name, Optional.empty()));
            Proposal back = tree().after(out).moving(new Rejoin(name, Optional.empty()));
            assertThat(text(back, "comps/components.toml")).isEqualTo(LIST);
        }
    }

    @Test
    void aComponentWithoutAHeaderGetsOne() throws IOException {
        write("comps/components.toml", """
                [components]
                # first
                alpha = { build = { with = ["x"] }, release.calculation = "manual" } # why
                gamma.build.without = [
                    # no docs
                    "docs",
                ]
                beta = {}
                """);
        write("packages.toml", "");
        Proposal alpha = tree().moving(new Customise("alpha", Optional.empty()));
        assertThat(text(alpha, "comps/alpha.comp.toml")).isEqualTo("""
                [components.alpha]
                # first
                build = { with = ["x"] }
                release.calculation = "manual"
                # why
                """);
        Proposal gamma = tree().after(alpha).moving(new Customise("gamma", Optional.empty()));
        assertThat(text(gamma, "comps/gamma.comp.toml")).isEqualTo("""
                [components.gamma]
                build.without = [
                    # no docs
                    "docs",
                ]
                """);
        assertThat(text(gamma, "comps/components.toml")).startsWith("includes = [");
    }

    @Test
    void aFileWithOtherLineEndsKeepsThem() throws IOException {
        write("comps/components.toml", LIST.replace("\n", "\r\n"));
        Proposal out = tree().moving(new Customise("beta", Optional.empty()));
        assertThat(text(out, "comps/components.toml")).contains("[components.alpha]\r\n\r\n[components.gamma]\r\n");
        assertThat(text(out, "comps/beta/beta.comp.toml")).doesNotContain("\r");
        Proposal back = tree().after(out).moving(new Rejoin("beta", Optional.empty()));
        assertThat(text(back, "comps/components.toml")).contains("source = \"files/ours.conf\"\r\n");
    }

    @Test
    void whatCannotBeDoneIsRefusedWithItsReason() throws IOException {
        assertThat(tree().refused(new Customise("betta", Optional.empty()))).contains("Did you mean beta?");
        write("comps/beta/beta.comp.toml", "# mine\n");
        assertThat(tree().refused(new Customise("beta", Optional.empty()))).contains("There is a file");
        assertThat(tree().refused(new Rejoin("beta", Optional.empty()))).contains("no file of its own");
        assertThat(tree().refused(new RenameComponent("beta", "alpha"))).contains("already");
        assertThat(tree().refused(new AddToGroup("core", List.of("alpha")))).contains("already");
        assertThat(tree().refused(new AddToGroup("cores", List.of("beta")))).contains("Did you mean core?");
        assertThat(tree().refused(new OverlaysToFiles("beta"))).contains("Give it a file of its own first");
        assertThat(tree().refused(new OverlaysInline("beta"))).contains("no overlay files");
        assertThat(tree().refused(new AddComponent("beta", Optional.empty()))).contains("already");
        assertThat(tree().refused(new SplitFile("packages.toml", List.of("nothing"), "x.toml")))
                .contains("defines no 'nothing'");
        assertThat(tree().refused(new MergeFiles("comps/components.toml", "other.toml")))
                .contains("no configuration file");
        write("comps/components.toml", LIST + "[components.bad\n");
        assertThat(tree().refused(new Customise("beta", Optional.empty())))
                .contains("line 23")
                .contains("Put it right");
    }

    @Test
    void overlaysGoToFilesByTheirReasonsAndComeBack() throws IOException {
        write("comps/own/own.comp.toml", """
                [components.own]
                build.with = ["x"]

                # the name
                [[components.own.overlays]]
                type = "spec-set-tag"
                tag = "URL"
                value = "https://example.com"
                metadata = { category = "azl-branding-policy", upstream-status = "inapplicable" }

                [[components.own.overlays]]
                description = "No docs, as nobody reads them here"
                type = "file-add"
                file = "a"
                source = "a.txt"
                [components.own.overlays.metadata]
                category = "azl-pruning"
                upstream-status = "unknown"
                """);
        write("comps/own/a.txt", "a\n");
        Proposal out = tree().moving(new OverlaysToFiles("own"));
        assertThat(text(out, "comps/own/own.comp.toml")).isEqualTo("""
                [components.own]
                build.with = ["x"]
                overlay-files = ["overlays/*.overlay.toml"]
                """);
        assertThat(text(out, "comps/own/overlays/0001-spec-set-tag.overlay.toml"))
                .isEqualTo("""
                [metadata]
                category = "azl-branding-policy"
                upstream-status = "inapplicable"

                # the name
                [[overlays]]
                type = "spec-set-tag"
                tag = "URL"
                value = "https://example.com"
                """);
        assertThat(text(out, "comps/own/overlays/0002-no-docs-as-nobody-reads-them-here.overlay.toml"))
                .contains("source = \"../a.txt\"", "category = \"azl-pruning\"");
        Proposal back = tree().after(out).moving(new OverlaysInline("own"));
        assertThat(text(back, "comps/own/own.comp.toml"))
                .contains(
                        "source = \"a.txt\"",
                        "metadata = { category = \"azl-pruning\", upstream-status = \"unknown\" }",
                        "# the name\n[[components.own.overlays]]");
        assertThat(back.edit().deleted()).hasSize(2);
    }

    @Test
    void membersComeToTheirPlaceAndTakeTheirCommentsAlong() {
        Proposal added = tree().proposed(new AddToGroup("base", List.of("beta-doc")));
        assertThat(text(added, "packages.toml"))
                .contains("'beta', # srpm: beta\n    'beta-doc',\n    'beta-libs', # srpm: beta\n");
        Proposal last = tree().proposed(new AddToGroup("base", List.of("zz")));
        assertThat(text(last, "packages.toml")).contains("\"zeta\",\n    \"zz\",\n]");
        Proposal inLine = tree().proposed(new AddToGroup("core", List.of("beta")));
        assertThat(text(inLine, "packages.toml")).contains("components = [\"alpha\", \"beta\", \"gamma\"]");
        Proposal gone = tree().proposed(new RemoveFromGroup("base", List.of("beta", "beta-libs")));
        assertThat(text(gone, "packages.toml")).contains("# srpm: alpha\n\n    \"zeta\"\n]");
    }

    @Test
    void aComponentGoesWithWhatOnlyItUsed() throws IOException {
        write(
                "comps/own/own.comp.toml",
                "[[components.own.overlays]]\ntype = \"file-add\"\nfile = \"a\"\nsource = \"a\"\n");
        write("comps/own/a", "a\n");
        write("comps/own/notes.md", "why\n");
        Files.write(root.resolve("comps/own/picture.png"), new byte[] {1, 0, (byte) 0xff});
        write("locks/own.lock", "");
        Proposal proposal = tree().proposed(new RemoveComponent("own"));
        assertThat(proposal.edit().deleted())
                .extracting(file -> file.path())
                .containsExactly("comps/own/a", "comps/own/notes.md", "comps/own/own.comp.toml", "locks/own.lock");
        assertThat(proposal.remarks()).singleElement().asString().contains("picture.png stays");
        Proposal alpha = tree().proposed(new RemoveComponent("alpha"));
        assertThat(alpha.differences())
                .containsExactlyInAnyOrder(
                        Difference.removed("components", "alpha"),
                        Difference.changed("component-groups", "core"),
                        Difference.changed("package-groups", "base"));
        Proposal beta = tree().proposed(new RemoveComponent("beta"));
        assertThat(beta.edit().deleted()).extracting(file -> file.path()).containsExactly("comps/files/ours.conf");
    }

    @Test
    void whatAllMembersSayIsSaidOnceInTheirGroup() throws IOException {
        write("comps/alpha/alpha.comp.toml", """
                [components.alpha.build]
                # slow
                check = { skip = true }
                """);
        write("comps/gamma/gamma.comp.toml", """
                [components.gamma]
                build = { check.skip = true, with = ["x"] }
                """);
        write("comps/components.toml", "includes = [\"**/*.comp.toml\"]\n");
        write("packages.toml", """
                [component-groups.core]
                components = ["alpha", "gamma"]
                """);
        Proposal proposal = tree().proposed(new ExtractToGroup("core", "build.check.skip", List.of()));
        assertThat(proposal.differences()).containsExactly(Difference.changed("component-groups", "core"));
        assertThat(text(proposal, "packages.toml")).isEqualTo("""
                [component-groups.core]
                components = ["alpha", "gamma"]

                [component-groups.core.default-component-config.build.check]
                # slow
                skip = true
                """);
        assertThat(text(proposal, "comps/alpha/alpha.comp.toml")).isEqualTo("[components.alpha]\n");
        assertThat(text(proposal, "comps/gamma/gamma.comp.toml"))
                .isEqualTo("[components.gamma]\nbuild = { with = [\"x\"] }\n");
        assertThat(tree().refused(new ExtractToGroup("core", "build.with", List.of())))
                .contains("'alpha' does not say 'build.with' itself");
    }

    @Test
    void aListIsSortedWithWhatBelongsToEachEntry() throws IOException {
        write("comps/components.toml", """
                # Please keep sorted.
                [components.zeta]
                # about beta
                [components.beta]
                build.with = ["x"]

                [components.alpha]
                [components.gamma]
                """);
        write("packages.toml", """
                [package-groups.base]
                # in alphabetical order
                packages = [
                    "b", # second
                    # first
                    "a"
                ]
                """);
        Proposal list = tree().moving(new SortLists("comps/components.toml"));
        assertThat(text(list, "comps/components.toml")).isEqualTo("""
                # Please keep sorted.
                [components.alpha]
                # about beta
                [components.beta]
                build.with = ["x"]

                [components.gamma]
                [components.zeta]
                """);
        Proposal packages = tree().proposed(new SortLists("packages.toml"));
        assertThat(packages.differences()).containsExactly(Difference.changed("package-groups", "base"));
        assertThat(text(packages, "packages.toml")).contains("[\n    # first\n    \"a\",\n    \"b\", # second\n]");
    }

    @Test
    void filesAreSplitAndMergedWithTheirIncludes() throws IOException {
        Proposal split = tree().moving(new SplitFile("packages.toml", List.of("base"), "lists/base.toml"));
        assertThat(text(split, "packages.toml"))
                .startsWith("includes = [\"lists/base.toml\"]\n\n[component-groups.core]");
        Proposal merged = tree().after(split).moving(new MergeFiles("lists/base.toml", "packages.toml"));
        assertThat(text(merged, "packages.toml"))
                .contains("[package-groups.base]")
                .contains("includes = []");
        Proposal up = tree().moving(new MergeFiles("comps/components.toml", "packages.toml"));
        assertThat(text(up, "packages.toml"))
                .contains("includes = [\"comps/**/*.comp.toml\"]", "source = \"comps/files/ours.conf\"");
        assertThat(text(up, "azldev.toml")).contains("includes = [\"packages.toml\"]");
    }

    @Test
    void aRenamedComponentKeepsItsNameUpstreamAndItsPlaces() {
        Proposal proposal = tree().proposed(new RenameComponent("gamma", "gamma2"));
        assertThat(proposal.differences())
                .containsExactlyInAnyOrder(
                        Difference.removed("components", "gamma"),
                        Difference.added("components", "gamma2"),
                        Difference.changed("component-groups", "core"));
        assertThat(text(proposal, "comps/components.toml")).contains("upstream-name = \"gamma\"");
    }
}
