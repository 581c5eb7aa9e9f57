package dev.milliner.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of fault in a description is found with its file and line, and with what to do. */
class DescriptionProblemsTest {
    private static final String ROOT = """
            [project]
            default-distro = { name = "d", version = "1" }
            [distros.d.versions.'1']
            release-ver = "1"
            [images.i]
            definition = { type = "kiwi", path = "i/d.kiwi" }
            """;
    private static final String SOUND = """
            <image schemaversion="8.3" name="i">
              <description type="system">
                <author>a</author><contact>c</contact><specification>s</specification>
              </description>
              <profiles>
                <profile name="p" description="d"><requires profile="q"/></profile>
                <profile name="q" description="d"/>
              </profiles>
              <preferences>
                <version>1.0.0</version>
                <packagemanager>dnf5</packagemanager>
                <type
                    image="oem"
                    filesystem="ext4">
                  <bootloader name="grub2"/>
                  <oemconfig><oem-resize>false</oem-resize></oemconfig>
                </type>
              </preferences>
              <include from="this://more.xml"/>
              <packages type="bootstrap"><package name="filesystem"/></packages>
              <packages type="image">
                <package name="a" arch="x86_64"/>
              </packages>
            </image>
            """;
    private static final String MORE = """
            <image>
              <packages type="image">
                <package name="more"/>
              </packages>
            </image>
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private List<Problem> problems(String root, String description, String more) throws IOException {
        Files.createDirectories(folder.resolve("i"));
        Files.writeString(folder.resolve("azldev.toml"), root);
        Files.writeString(folder.resolve("i/d.kiwi"), description);
        Files.writeString(folder.resolve("i/more.xml"), more);
        return DescriptionProblems.of(new DistroLoader().load(new DiskTree(folder)));
    }

    private Problem one(List<Problem> problems) {
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().severity()).isEqualTo(Severity.ERROR);
        return problems.getFirst();
    }

    private static String where(Problem problem) {
        return problem.place().file() + ":" + problem.place().range().line();
    }

    @Test
    void aSoundDescriptionHasNone() throws IOException {
        assertThat(problems(ROOT, SOUND, MORE)).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            <package name="a"            ~ <pakage name="a"             ~ i/d.kiwi:22  ~ Did you mean package?
            filesystem="ext4">           ~ filesystem="ext4" overlayrot="true"> ~ i/d.kiwi:14  ~ Did you mean overlayroot?
            filesystem="ext4">           ~ filesystem="ext5">           ~ i/d.kiwi:14  ~ Did you mean ext2, ext3 or ext4?
            filesystem="ext4">           ~ >                            ~ i/d.kiwi:12  ~ needs 'filesystem'
            image="oem"                  ~ image="ext4"                 ~ i/d.kiwi:14  ~ image="oem"
            name="grub2"/>               ~ name="grub"/>                ~ i/d.kiwi:15  ~ must be one of
            arch="x86_64"                ~ arch="x86-64"                ~ i/d.kiwi:22  ~ must be architectures
            <version>1.0.0</version>     ~ ``                           ~ i/d.kiwi:12  ~ <version>
            <author>a</author>           ~ ``                           ~ i/d.kiwi:2   ~ lacks <author>
            <contact>c</contact>         ~ <author>b</author><contact/> ~ i/d.kiwi:3   ~ Remove one of the two
            >dnf5<                       ~ >dnf6<                       ~ i/d.kiwi:11  ~ Did you mean
            <packages type="image">      ~ <packages type="imge">       ~ i/d.kiwi:21  ~ Did you mean image?
            <packages type="image">      ~ <packages type="image">word  ~ i/d.kiwi:21  ~ holds no text
            schemaversion="8.3"          ~ schemaversion="7.3"          ~ i/d.kiwi:1   ~ from 7.4 on
            schemaversion="8.3"          ~ schemaversion="9.1"          ~ i/d.kiwi:1   ~ newer than 8.5
            schemaversion="8.3"          ~ ``                           ~ i/d.kiwi:1   ~ lacks the attribute
            this://more.xml              ~ this://les.xml               ~ i/d.kiwi:19  ~ is not there
            """)
    void eachKindHasItsLine(String from, @Nullable String to, String where, String advice) throws IOException {
        String text = SOUND.replace(from, to == null ? "" : to);
        assertThat(text).isNotEqualTo(SOUND);
        List<Problem> problems = problems(ROOT, text, MORE);
        assertThat(problems).isNotEmpty();
        assertThat(where(problems.getFirst())).isEqualTo(where);
        assertThat(problems.getFirst().message()).contains(advice).matches("(?s).*[.?]");
    }

    @Test
    void whatIsIncludedHasItsOwnFile() throws IOException {
        assertThat(where(one(problems(ROOT, SOUND, MORE.replace("<package name", "<package nme")))))
                .isEqualTo("i/more.xml:3");
        assertThat(where(one(problems(ROOT, SOUND, MORE.replace("</packages>", "")))))
                .isEqualTo("i/more.xml:5");
        Problem nested = one(problems(ROOT, SOUND, MORE.replace("</image>", "<include from=\"this://x\"/></image>")));
        assertThat(where(nested)).isEqualTo("i/more.xml:5");
        assertThat(nested.message()).contains("does not read what an included file includes");
    }

    @Test
    void aProfileThatIsMissingIsNamedWhereItIsWanted() throws IOException {
        String root = ROOT.replace("d.kiwi\" }", "d.kiwi\", profile = \"pp\" }");
        Problem asked = one(problems(root, SOUND, MORE));
        assertThat(where(asked)).isEqualTo("azldev.toml:6");
        assertThat(asked.message()).contains("no profile 'pp'", "p, q");
        Problem required =
                one(problems(root.replace("pp", "p"), SOUND.replace("profile=\"q\"", "profile=\"r\""), MORE));
        assertThat(where(required)).isEqualTo("i/d.kiwi:6");
        String elsewhere = SOUND.replace("name=\"p\"", "name=\"p\" arch=\"aarch64\"");
        assertThat(one(problems(root.replace("pp", "p"), elsewhere, MORE)).message())
                .contains("x86_64");
    }

    @Test
    void whatIsNoDescriptionAtAllIsSaidOfTheImage() throws IOException {
        Problem missing = one(problems(ROOT.replace("d.kiwi", "e.kiwi"), SOUND, MORE));
        assertThat(where(missing)).isEqualTo("azldev.toml:6");
        assertThat(missing.message()).contains("i/e.kiwi", "is not there");
        Problem unknown = one(problems(ROOT.replace("\"kiwi\"", "\"kiwy\""), SOUND, MORE));
        assertThat(where(unknown)).isEqualTo("azldev.toml:6");
        assertThat(unknown.message()).contains("'kiwy'", "Did you mean kiwi?");
        assertThat(one(problems(ROOT, "<config/>", MORE)).message()).contains("<config>, not <image>");
        assertThat(where(one(problems(ROOT, "", MORE)))).isEqualTo("i/d.kiwi:1");
        Problem broken = one(problems(ROOT, SOUND.replace("    </type>\n", ""), MORE));
        assertThat(where(broken)).isEqualTo("i/d.kiwi:17");
        assertThat(broken.message()).contains("This is no XML");
        List<Problem> none = problems(ROOT.replaceAll("definition = .*\n", ""), SOUND, MORE);
        assertThat(none).extracting(Problem::code).containsExactly("image-definition");
        assertThat(none.getFirst().severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void aHashTreeThatKiwiCannotMakeIsWarnedOf() throws IOException {
        String tree = SOUND.replace("filesystem=", "verity_blocks=\"all\" filesystem=");
        assertThat(problems(ROOT, tree.replaceAll("initrd_system=\"\\w+\" ?", ""), MORE))
                .isEmpty();
        List<Problem> problems = problems(
                ROOT,
                tree.replaceAll("initrd_system=\"\\w+\" ?", "")
                        .replace("filesystem=", "initrd_system=\"none\" filesystem="),
                MORE);
        assertThat(problems).hasSize(1);
        Problem problem = problems.getFirst();
        assertThat(problem.severity()).isEqualTo(Severity.WARNING);
        assertThat(problem.message()).contains("initrd_system is 'none'", "veritysetup");
    }

    @Test
    void whatKiwiRefusesToBuildOfASoundDescriptionStopsABuild() throws IOException {
        String growing = SOUND.replace("<oem-resize>false", "<oem-resize>true");
        List<Problem> problems = problems(ROOT, growing, MORE);
        assertThat(problems).extracting(Problem::severity).containsExactly(Severity.WARNING);
        assertThat(where(problems.getFirst())).isEqualTo("i/d.kiwi:12");
        assertThat(problems.getFirst().message()).contains("dracut-kiwi-oem-repart");
        Distro distro = new DistroLoader().load(new DiskTree(folder));
        assertThat(DescriptionProblems.inTheWay(
                        distro, Objects.requireNonNull(distro.images().get("i"))))
                .extracting(Problem::severity)
                .containsExactly(Severity.ERROR);
        assertThat(one(problems(ROOT, SOUND.replace("filesystem=", "boot=\"x-y\" filesystem="), MORE))
                        .message())
                .contains("initrd_system=\"kiwi\"");
        String volumes =
                "<systemdisk><volume name=\"a\" size=\"all\"/>\n<volume name=\"b\" freespace=\"all\"/></systemdisk>";
        assertThat(where(one(problems(ROOT, SOUND.replace("<oemconfig>", volumes + "<oemconfig>"), MORE))))
                .isEqualTo("i/d.kiwi:17");
    }

    @Test
    void imagesThatShareADescriptionShareItsProblems() throws IOException {
        String root = ROOT + "[images.j]\ndefinition = { type = \"kiwi\", path = \"i/d.kiwi\" }\n";
        assertThat(where(one(problems(root, SOUND.replace("<package name=\"a\"", "<pack name=\"a\""), MORE))))
                .isEqualTo("i/d.kiwi:22");
    }

    @Test
    void olderSchemasAreConvertedAsKiwiDoes() throws IOException {
        String old = SOUND.replace("8.3", "7.4")
                .replace("<packagemanager>dnf5<", "<packagemanager>dnf<")
                .replace("filesystem=\"ext4\"", "filesystem=\"btrfs\" vga=\"x\" btrfs_root_is_snapshot=\"true\"")
                .replace("name=\"grub2\"", "name=\"grub2\" console=\"serial console\"")
                .replace(
                        "<include",
                        "<repository type=\"rpm-dir\" use_for_bootstrap=\"true\"><source path=\"dir:///r\"/>"
                                + "</repository>\n<include");
        assertThat(problems(ROOT, old, MORE)).isEmpty();
        assertThat(problems(ROOT, old.replace("7.4", "8.5"), MORE)).hasSize(6);
    }

    @Test
    void realDescriptionsHaveNone() throws IOException {
        Path tree = SharedMaterial.unpack("azurelinux/azurelinux-tomls.tar.xz", folder.resolve("azurelinux"));
        Distro azurelinux = new DistroLoader().load(new DiskTree(tree));
        assertThat(azurelinux.images()).hasSizeGreaterThan(4);
        assertThat(DescriptionProblems.of(azurelinux)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bowler", "trilby"})
    void samplesHaveNone(String sample) {
        Distro distro = new DistroLoader()
                .load(new DiskTree(Path.of("sample-distros", sample).toAbsolutePath()));
        assertThat(distro.images()).isNotEmpty();
        assertThat(DescriptionProblems.of(distro)).isEmpty();
    }

    @Test
    void aRepositoryThatAScriptChangesIsSaidToBeToldWithoutIt() throws IOException {
        String with = SOUND.replace(
                "  <packages type=\"bootstrap\">",
                "  <repository customize=\"change.sh\" alias=\"base\"><source path=\"dir:///srv\"/></repository>\n"
                        + "  <packages type=\"bootstrap\">");
        assertThat(problems(ROOT, with, MORE)).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.code()).isEqualTo("kiwi-customized-repository");
            assertThat(problem.message()).contains("'change.sh'", "'base'");
            assertThat(problem.place().file()).isEqualTo("i/d.kiwi");
        });
        assertThat(problems(ROOT, with.replace("customize=", "imageonly=\"true\" customize="), MORE))
                .isEmpty();
    }
}
