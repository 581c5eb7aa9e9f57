package dev.milliner.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Problem;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import dev.milliner.text.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Going, renaming and putting right in a small distro whose specs and images lie beside it. */
class BowlerTest {
    private static final Path ROOT = Path.of("sample-distros/bowler").toAbsolutePath();
    private static final DiskTree TREE = new DiskTree(ROOT);

    private final Distro distro = new DistroLoader(Map.of()).load(TREE);
    private final LanguageService service = new LanguageService(distro, Surroundings.ofTree());

    private static Document document(String file) throws IOException {
        return new Document(file, Files.readString(ROOT.resolve(file)), 1);
    }

    /** The offset in the middle of a text that stands in a document. */
    private static int middle(Document document, String text) {
        int at = document.text().indexOf(text);
        assertThat(at).isNotNegative();
        return at + text.length() / 2;
    }

    private static List<String> files(List<Place> places) {
        return places.stream().map(Place::file).distinct().sorted().toList();
    }

    @Test
    void aDistroIsFoundWhereItIsDefinedAndWhereverItIsNamed() throws IOException {
        Document file = document("distro/bowler.distro.toml");
        int felt = middle(file, "\"felt\"");
        assertThat(service.definition(file, felt)).singleElement().satisfies(place -> assertThat(place.file())
                .isEqualTo("distro/felt.distro.toml"));
        assertThat(files(service.references(file, felt)))
                .contains("distro/bowler.distro.toml", "distro/felt.distro.toml");
    }

    @Test
    void aPackageIsFoundInGroupsAndImages() throws IOException {
        Document file = document("images/root/bowler-root.kiwi");
        int busybox = middle(file, "busybox");
        assertThat(files(service.definition(file, busybox))).containsExactly("packages/packages.toml");
        assertThat(files(service.references(file, busybox)))
                .contains("packages/packages.toml", "images/root/bowler-root.kiwi");
        assertThat(service.highlights(file, busybox)).isNotEmpty().allSatisfy(span -> assertThat(
                        file.text().substring(span.start(), span.end()))
                .isEqualTo("busybox"));
    }

    @Test
    void filesAreFoundAndLinked() throws IOException {
        Document images = document("images/images.toml");
        assertThat(files(service.definition(images, middle(images, "disk/bowler-disk.kiwi"))))
                .containsExactly("images/disk/bowler-disk.kiwi");
        assertThat(service.links(images)).extracting(DocumentLink::target).contains("images/disk/bowler-disk.kiwi");
        Document comps = document("comps/filesystem/filesystem.comp.toml");
        assertThat(files(service.definition(comps, middle(comps, "filesystem.spec"))))
                .containsExactly("comps/filesystem/filesystem.spec");
        Document overlays = document("comps/greet/overlays/0001-branding.overlay.toml");
        assertThat(service.links(overlays))
                .extracting(DocumentLink::target)
                .contains("comps/greet/overlays/files/motto.txt", "https://bowler.invalid/greet");
    }

    @Test
    void aFileIsOutlinedAndThereIsAWayDownToEachPlace() throws IOException {
        Document file = document("packages/packages.toml");
        assertThat(service.outline(file))
                .extracting(Symbol::name)
                .containsExactly("default-package-config.publish", "runtime", "boot", "devel");
        assertThat(service.breadcrumb(file, middle(file, "bowler-sdk")))
                .extracting(Symbol::name)
                .containsExactly("devel", "default-package-config.publish", "rpm-channel");
        Document overlays = document("comps/greet/overlays/0001-branding.overlay.toml");
        assertThat(service.outline(overlays))
                .extracting(Symbol::detail)
                .contains("spec-set-tag URL", "file-add", "spec-insert-tag Source2");
        assertThat(service.breadcrumb(overlays, middle(overlays, "files/motto.txt")))
                .extracting(Symbol::name)
                .containsExactly("overlays[2]", "source");
        assertThat(service.folds(overlays)).contains(new FoldRange(5, 9));
    }

    @Test
    void definitionsOfTheDistroAreFoundByALetterOrTwo() {
        assertThat(service.symbols("bow"))
                .extracting(Symbol::name)
                .contains("bowler", "bowler-release", "bowler-container", "bowler-disk");
        assertThat(service.symbols("fs")).extracting(Symbol::name).contains("filesystem");
    }

    @Test
    void aComponentSaysWhatItIs() throws IOException {
        Document file = document("comps/linux/linux.comp.toml");
        Hover hover = service.hover(file, middle(file, "components.linux") + 6).orElseThrow();
        assertThat(hover.title()).isEqualTo("linux (component)");
        assertThat(hover.markdown()).contains("Spec: local", "Named by images: bowler-bootc, bowler-disk, bowler-host");
        Hover value = service.hover(file, middle(file, "calculation")).orElseThrow();
        assertThat(value.parts()).anySatisfy(part -> assertThat(part).isInstanceOf(HoverPart.Chain.class));
        assertThat(value.markdown()).contains("comps/linux/linux.comp.toml:4");
    }

    /** After a rename the distro is as sound as before, knows the new name and no longer the old one. */
    @ParameterizedTest
    @CsvSource({
        "distro/felt.distro.toml, distros.felt, felt, felt-next",
        "distro/bowler.distro.toml, '1.0', 1.0, 2.0",
        "comps/linux/linux.comp.toml, linux, linux, linux-bowler",
        "packages/packages.toml, busybox, busybox, busybox-static",
        "packages/packages.toml, groups.devel, devel, headers",
        "images/images.toml, bowler-machines, bowler-machines, machines",
    })
    void aRenameReachesEveryFile(String path, String around, String name, String other) throws IOException {
        Document file = document(path);
        int at = file.text().indexOf(around) + around.lastIndexOf(name) + 1;
        assertThat(service.prepareRename(file, at))
                .hasValueSatisfying(rename -> assertThat(rename.name()).isEqualTo(name));
        RenameAnswer answer = service.rename(file, at, other);
        assertThat(answer).isInstanceOf(RenameAnswer.Edits.class);
        WorkspaceEdit edit = ((RenameAnswer.Edits) answer).edit();
        Map<String, String> texts = new HashMap<>();
        edit.files().forEach(each -> texts.put(each.path(), each.after()));
        Distro after = new DistroLoader(Map.of()).load(new BufferTree(TREE, texts));
        assertThat(after.problems()).hasSameSizeAs(distro.problems());
        Document now = new Document(path, texts.getOrDefault(path, ""), 2);
        LanguageService later = new LanguageService(after, Surroundings.ofTree());
        assertThat(later.references(now, at)).hasSameSizeAs(service.references(file, at));
        assertThat(later.prepareRename(now, at))
                .hasValueSatisfying(rename -> assertThat(rename.name()).isEqualTo(other));
    }

    @ParameterizedTest
    @CsvSource({
        "comps/linux/linux.comp.toml, components.linux, busybox, already",
        "comps/linux/linux.comp.toml, components.linux, a b, cannot name",
        "comps/linux/linux.comp.toml, expensive, dear, Nothing here",
        "images/images.toml, disk/bowler-disk.kiwi, x, renamed in its folder",
    })
    void aRenameThatCannotBeIsRefusedWithAReason(String path, String around, String other, String reason)
            throws IOException {
        Document file = document(path);
        RenameAnswer answer = service.rename(file, file.text().indexOf(around) + around.length() - 1, other);
        assertThat(answer).isInstanceOfSatisfying(RenameAnswer.Refusal.class, refusal -> assertThat(refusal.reason())
                .contains(reason));
    }

    @Test
    void aComponentFromUpstreamKeepsItsNameThere() throws IOException {
        Document file = document("comps/greet/greet.comp.toml");
        int at = file.text().indexOf("components.greet") + "components.g".length();
        WorkspaceEdit edit = ((RenameAnswer.Edits) service.rename(file, at, "salute")).edit();
        assertThat(edit.files())
                .filteredOn(each -> each.path().equals(file.path()))
                .extracting(FileEdit::after)
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains("[components.salute]\nspec = { type = \"upstream\", upstream-name = \"greet\" }");
    }

    /** Each problem of a broken file has a change that takes it away. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[components.a]~speck = {}; Change to 'spec'",
                "[components.a.spec]~type = \"upstraem\"; Change to 'upstream'",
                "[components.a.spec]~type = \"upstream\"~path = \"a.spec\"; Remove 'path'",
                "[components.a.build.check]~skip = true; Add 'skip_reason'",
                "[[components.a.overlays]]~type = \"spec-set-tgs\"; Change to 'spec-set-tag'",
                "[[components.a.overlays]]~type = \"spec-remove-tag\"; Add 'tag'",
                "[components.a]~[component-groups.g]~components = [~  \"a\",~  \"aa\",~]; Change to 'a'",
                "[components.a]~[component-groups.g]~components = [~  \"a\",~  \"zz\",~]; Remove 'zz'",
                "[package-groups.g]~packages = [\"x\", \"x\"]; Remove 'x'",
                "[images.i]~[[images.i.tests.test-suites]]~name = \"zz\"; Remove 'name'",
                "[components.a]~[[components.a.source-files]]~filename = \"f\"~origin = { type = \"download\", uri = \"http://x/f\" }~hash = \"aa\"; Add 'hash-type'",
                "[components.a.release]~calculation = \"statik\"; Change to 'static'",
                "[component-groups.g.metadata]~category = \"azl-prunin\"~upstream-status = \"unknown\"; Change to 'azl-pruning'",
                "[component-groups.g.metadata]~category = \"azl-pruning\"; Add 'upstream-status'",
                "[resources.rpm-repo-sets.s]~template = \"koji-dist-rep\"~base-uri = \"https://x/y\"~disable-gpg-check = true; Change to 'koji-dist-repo'",
            })
    void aProblemHasAChangeThatTakesItAway(String broken, String title) {
        String text = broken.replace('~', '\n') + "\n";
        Distro wrong = load(text);
        Document document = new Document("azldev.toml", text, 1);
        LanguageService language = new LanguageService(wrong, Surroundings.ofTree());
        List<Problem> problems = wrong.problems().stream()
                .filter(problem -> !problem.code().equals("default-distro"))
                .toList();
        assertThat(problems).isNotEmpty();
        CodeAction action = problems.stream()
                .flatMap(problem ->
                        language.actions(document, Span.of(problem.place().range(), text), problems).stream())
                .filter(one -> one.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(problems + " have no " + title));
        String after = action.edit().files().getFirst().after().replace("\"\"", "\"filled in\"");
        assertThat(load(after).problems())
                .as(after)
                .extracting(Problem::message)
                .doesNotContain(action.problem().orElseThrow().message());
    }

    private static Distro load(String text) {
        return new DistroLoader(Map.of()).load(new BufferTree(new DiskTree(ROOT), Map.of("azldev.toml", text)));
    }
}
