package dev.milliner.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.DistroLoader;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is offered and said in KIWI descriptions and specs, half typed too. */
class KiwiAndSpecTest {
    private static final DiskTree TREE =
            new DiskTree(Path.of("sample-distros/bowler").toAbsolutePath());

    private static final Surroundings SURROUNDINGS = new Surroundings(
            SpecTexts.inTree(),
            new PackageFacts() {
                @Override
                public List<String> names() {
                    return List.of("zlib-devel");
                }

                @Override
                public Optional<Fact> of(String name) {
                    return name.equals("zlib-devel")
                            ? Optional.of(new Fact("1.3-1", "Headers of zlib", 3 << 20, "felt"))
                            : Optional.empty();
                }
            },
            (spec, macro) -> macro.equals("_bindir") ? Optional.of("/usr/bin") : Optional.empty(),
            new TextMemory());

    private final LanguageService service = new LanguageService(new DistroLoader(Map.of()).load(TREE), SURROUNDINGS);

    private static Document marked(String file, String text) {
        return new Document(file, text.replace("|", ""), 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<im|; image",
                "<image><|; packages",
                "<image><pa|</image>; packages",
                "<image><packages><pack|; package",
                "<image><packages ty|; type",
                "<image><packages type=\"boot|; bootstrap",
                "<image><packages type=\"boot|\">; bootstrap",
                "<image><packages><package name=\"busy|; busybox",
                "<image><packages><package name='zli|; zlib-devel",
                "<image><packages><package name=\"x\" ar|/>; arch",
                "<image><packages><package name=\"x\" arch=\"x86_64,a|\"/>; aarch64",
                "<image><profiles><profile name=\"live\"/></profiles><packages profiles=\"l|; live",
                "<image><preferences><packagemanager>d|; dnf5",
                "<image><preferences><type image=\"o|; oem",
                "<image><preferences><type primary=\"|; true",
                "<image><preferences></|; preferences",
            })
    void aDescriptionIsCompleted(String text, String expected) {
        Completions completions = service.complete(marked("a.kiwi", text), text.indexOf('|'));
        assertThat(completions.items()).extracting(Completion::label).contains(expected);
    }

    @Test
    void nothingIsOfferedInComments() {
        String text = "<image><!-- pa|";
        assertThat(service.complete(marked("a.kiwi", text), text.indexOf('|')).items())
                .isEmpty();
    }

    @Test
    void anAttributeThatIsThereIsMarked() {
        String text = "<image><packages type=\"image\" |>";
        assertThat(service.complete(marked("a.kiwi", text), text.indexOf('|')).items())
                .filteredOn(Completion::isSet)
                .extracting(Completion::label)
                .containsExactly("type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Buil|; BuildRequires",
                "Name: x~BuildRequires: zli|; zlib-devel",
                "Name: x~%bu|; build",
                "Name: x~%description~%in|; install",
                "Name: x~%global mine 1~%prep~echo %{mi|; mine",
                "Name: x~%files~%{_bin|}; _bindir",
                "Name: x~BuildArch: no|; noarch",
            })
    void aSpecIsCompleted(String marked, String expected) {
        String text = marked.replace('~', '\n');
        Completions completions = service.complete(marked("a.spec", text), text.indexOf('|'));
        assertThat(completions.items()).extracting(Completion::label).contains(expected);
    }

    @Test
    void tagsAreOfferedWhereTheyCanStandAlone() {
        String text = "Name: x\n%prep\nBuil|";
        assertThat(service.complete(marked("a.spec", text), text.indexOf('|')).items())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a.spec; Name: x~%files~%{_bind|ir}/x; /usr/bin",
                "a.spec; Name: x~BuildRequires: zlib-d|evel; Headers of zlib",
                "a.spec; Name: x~%bui|ld; Builds the software.",
                "a.spec; Licen|se: MIT; SPDX",
                "a.spec; Version: 7~%prep~echo %{ver|sion}; 7",
                "a.kiwi; <image><pack|ages>; some step of the build",
                "a.kiwi; <image><packages><package name=\"zlib-d|evel\"/>; 3.0 MiB",
                "a.kiwi; <image><preferences><type firm|ware=\"uefi\"/>; bios",
            })
    void whatStandsThereIsExplained(String file, String marked, String expected) {
        String text = marked.replace('~', '\n');
        assertThat(service.hover(marked(file, text), text.indexOf('|')))
                .hasValueSatisfying(hover -> assertThat(hover.markdown()).contains(expected));
    }

    @Test
    void aPackageOfARepositoryIsOfferedWithWhatIsKnownOfIt() {
        String text = "BuildRequires: zli";
        Completion zlib = service.complete(new Document("a.spec", text, 1), text.length())
                .items()
                .getFirst();
        assertThat(zlib.detail()).isEqualTo("1.3-1, 3.0 MiB, Headers of zlib");
        assertThat(service.resolve(zlib)).isNotEmpty();
    }

    /** A profile is a name of its description, whoever uses it. */
    @Test
    void aProfileIsRenamedInItsDescriptionAndInTheImagesThatChooseIt() {
        String kiwi = "<image><profiles><profile name=\"live\"/><profile name=\"disk\"/></profiles>"
                + "<packages profiles=\"disk, live\"/></image>";
        String images =
                "includes = []\n[images.i]\ndefinition = { type = \"kiwi\", path = \"i/i.kiwi\", profile = \"live\" }\n";
        BufferTree tree = new BufferTree(TREE, Map.of("azldev.toml", images, "i/i.kiwi", kiwi));
        LanguageService language = new LanguageService(new DistroLoader(Map.of()).load(tree), Surroundings.ofTree());
        Document document = new Document("azldev.toml", images, 1);
        int at = images.indexOf("live") + 1;
        assertThat(language.definition(document, at)).singleElement().satisfies(place -> assertThat(place.file())
                .isEqualTo("i/i.kiwi"));
        WorkspaceEdit edit = ((RenameAnswer.Edits) language.rename(document, at, "installer")).edit();
        assertThat(edit.files())
                .extracting(FileEdit::after)
                .allSatisfy(after -> assertThat(after).contains("installer").doesNotContain("live"));
        assertThat(edit.files()).hasSize(2);
        Document description = new Document("i/i.kiwi", kiwi, 1);
        assertThat(language.highlights(description, kiwi.lastIndexOf("live") + 1))
                .hasSize(2);
    }
}
