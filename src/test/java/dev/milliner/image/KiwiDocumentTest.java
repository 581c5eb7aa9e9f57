package dev.milliner.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milliner.distro.Problem;
import dev.milliner.image.KiwiItem.Kind;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import dev.milliner.text.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Descriptions are read as KIWI reads them, with the line of everything. */
class KiwiDocumentTest {
    private static final String TEXT = """
            <?xml version="1.0"?>
            <!-- a comment -->
            <image schemaversion="8.0" name="hat">
              <description type="system">
                <author>a</author><contact>c</contact><specification>s</specification>
              </description>
              <profiles>
                <profile name="base" description="Base" import="true"/>
                <profile name="disk" description="Disk">
                  <requires profile="base"/>
                  <requires profile="arm" arch="aarch64"/>
                </profile>
                <profile name="arm" description="Arm"/>
              </profiles>
              <preferences><version>1.0.0</version><packagemanager>dnf4</packagemanager></preferences>
              <preferences profiles="disk">
                <type image="iso"/>
                <type image="oem" primary="true" filesystem="ext4" initrd_system="none"/>
              </preferences>
              <include from="this://more/repositories.xml"/>
              <packages type="bootstrap" patternType="plusRecommended">
                <package name="filesystem"/>
                <package name="shim" arch="x86_64,aarch64"/>
                <package name="yaboot" arch="ppc64le"/>
              </packages>
              <packages type="image" profiles="disk">
                <package name="kernel"/>
                <package name="kernel"/>
                <ignore name="nano"/>
                <namedCollection name="core"/>
              </packages>
              <packages type="oem"><package name="grub2"/></packages>
              <packages type="iso"><package name="isolinux"/></packages>
              <packages type="uninstall"><package name="gone"/></packages>
              <packages type="delete"><package name="torn"/></packages>
            </image>
            """;

    private static final String REPOSITORIES = """
            <image schemaversion="8.0" name="part">
              <repository alias="r" priority="10"><source path="dir:///srv/r"/></repository>
              <repository profiles="arm"><source path="dir:///srv/arm"/></repository>
              <repository imageonly="true"><source path="dir:///srv/later"/></repository>
              <repository arch="x86_64"><source path="this://packages"><signing key="this://key"/></source></repository>
            </image>
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private KiwiDocument read(Map<String, String> files) throws IOException {
        return KiwiDocument.read(new BufferTree(new DiskTree(folder), files), "i/hat.kiwi");
    }

    private KiwiSelection select(String... profiles) throws IOException {
        KiwiDocument document = read(Map.of("i/hat.kiwi", TEXT, "i/more/repositories.xml", REPOSITORIES));
        return new KiwiSelection(document, List.of(profiles), "x86_64");
    }

    private static List<String> names(List<KiwiItem> items) {
        return items.stream().map(KiwiItem::name).toList();
    }

    @Test
    void aProfileBringsWhatItRequires() throws IOException {
        KiwiSelection disk = select("disk");
        assertThat(disk.profiles()).containsExactly("disk", "base");
        assertThat(disk.type()).isEqualTo("oem");
        assertThat(disk.packageManager()).isEqualTo("dnf");
        assertThat(disk.packages(Phase.BOOTSTRAP)).containsExactly("dnf", "filesystem", "shim");
        assertThat(names(disk.items(Phase.BOOTSTRAP, Kind.PACKAGE))).containsExactly("filesystem", "shim");
        assertThat(names(disk.items(Phase.IMAGE, Kind.PACKAGE))).containsExactly("kernel", "kernel", "grub2");
        assertThat(names(disk.items(Phase.IMAGE, Kind.IGNORE))).containsExactly("nano");
        assertThat(disk.isWeak(Phase.BOOTSTRAP)).isTrue();
        assertThat(disk.isWeak(Phase.IMAGE)).isFalse();
        assertThat(names(disk.removed(true))).containsExactly("gone");
        assertThat(names(disk.removed(false))).containsExactly("torn");
    }

    @Test
    void importedProfilesCountWhereNoneIsChosen() throws IOException {
        KiwiSelection none = select();
        assertThat(none.profiles()).containsExactly("base");
        assertThat(none.items(Phase.IMAGE, Kind.PACKAGE)).isEmpty();
    }

    @Test
    void includesAreReadWhereTheyStand() throws IOException {
        KiwiRepository repository = select("disk").repositories().getFirst();
        assertThat(repository.source()).isEqualTo("dir:///srv/r");
        assertThat(repository.priority()).hasValue(10);
        assertThat(repository.place().file()).isEqualTo("i/more/repositories.xml");
        KiwiRepository beside = select("disk").repositories().getLast();
        assertThat(beside.source()).isEqualTo("dir://" + folder.toRealPath().resolve("i/packages"));
        assertThat(beside.keys())
                .containsExactly("file://" + folder.toRealPath().resolve("i/key"));
        assertThat(select("disk").repositories()).hasSize(2);
        KiwiDocument lacking = read(Map.of("i/hat.kiwi", TEXT));
        assertThat(lacking.problems()).extracting(Problem::code).containsExactly("kiwi-include");
        assertThat(lacking.problems().getFirst().place().range().line()).isEqualTo(20);
    }

    @Test
    void includesThatLeadInCirclesEnd() throws IOException {
        String circle = "<image name=\"c\">" + "<include from=\"this://hat.kiwi\"/>".repeat(50) + "</image>";
        KiwiDocument document = read(Map.of("i/hat.kiwi", circle));
        assertThat(document.problems()).extracting(Problem::code).contains("kiwi-include");
    }

    @Test
    void everythingHasItsLine() throws IOException {
        KiwiSelection disk = select("disk");
        assertThat(disk.items(Phase.IMAGE, Kind.PACKAGE))
                .extracting(item -> item.place().range().line())
                .containsExactly(27, 28, 32);
        List<Problem> problems = disk.problems(Place.startOf("azldev.toml"));
        assertThat(problems).extracting(Problem::code).containsExactly("kiwi-repeated-package");
        assertThat(problems.getFirst().place().range().line()).isEqualTo(28);
    }

    @Test
    void entitiesThatTheTextDeclaresAreKnownAndStaySmall() throws IOException {
        String document = "\uFEFF<!DOCTYPE image SYSTEM \"none.dtd\" [<!ENTITY x \"ker\"><!ENTITY line"
                + " '<package name=\"more\"/>'>]>\n";
        String text = document
                + TEXT.substring(TEXT.indexOf("<image"))
                        .replace("<package name=\"kernel\"/>", "<package name=\"&x;nel\"/>&line;");
        KiwiDocument read = read(Map.of("i/hat.kiwi", text, "i/more/repositories.xml", REPOSITORIES));
        assertThat(read.problems()).isEmpty();
        assertThat(new KiwiSelection(read, List.of("disk"), "x86_64").packages(Phase.IMAGE))
                .contains("kernel", "more");
        StringBuilder laughs = new StringBuilder("<!DOCTYPE image [<!ENTITY a0 \"aaaaaaaaaa\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        String many = laughs + "]>\n<image name=\"&a11;\"/>";
        assertThatThrownBy(() -> read(Map.of("i/hat.kiwi", many))).isInstanceOf(IOException.class);
    }

    @Test
    void longValuesAreShortenedInMessages() throws IOException {
        String text = TEXT.replace("arch=\"ppc64le\"", "arch=\"" + "x\n".repeat(50_000) + "\"");
        List<Problem> problems = read(Map.of("i/hat.kiwi", text, "i/more/repositories.xml", REPOSITORIES))
                .problems();
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().message()).hasSizeLessThan(300).doesNotContain("\n");
    }

    @Test
    void brokenAndHostileTextIsRefusedWithItsLine() {
        assertThatThrownBy(() -> read(Map.of("i/hat.kiwi", "<image>\n<packages>\n</image>")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("hat.kiwi:3");
        assertThatThrownBy(() -> read(Map.of("i/hat.kiwi", "<config/>")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("<config>");
        String outside = "<!DOCTYPE image [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n"
                + "<image name=\"n\"><preferences><packagemanager>&x;</packagemanager></preferences></image>";
        assertThatThrownBy(() -> read(Map.of("i/hat.kiwi", outside))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(Map.of())).isInstanceOf(IOException.class);
        String deep = "<image>" + "<a>".repeat(100_000) + "</a>".repeat(100_000) + "</image>";
        assertThatThrownBy(() -> read(Map.of("i/hat.kiwi", deep)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("deep");
    }
}
