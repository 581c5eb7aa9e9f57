package dev.milliner.image;

import dev.milliner.fuzz.ReaderFuzz;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import dev.milliner.source.SourceTree;
import dev.milliner.text.LineLexer;
import dev.milliner.text.XmlLexer;
import dev.milliner.toml.TomlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Descriptions of images of any kind are read, or refused with a place. */
class KiwiFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() throws IOException {
        return List.of(Files.readAllBytes(Path.of("sample-distros/bowler/images/root/bowler-root.kiwi")), text("""
                <?xml version="1.0" encoding="utf-8"?>
                <!DOCTYPE image [<!ENTITY a "b">]>
                <image schemaversion="8.0" name="i"><!-- c --><description type="system"><author>a</author><contact>c</contact>
                <specification>&a;</specification></description><profiles><profile name="p" description="d"/></profiles>
                <preferences><version>1.0.0</version><packagemanager>dnf5</packagemanager>
                <type image="oem" filesystem="ext4" firmware="uefi" overlayroot="true"><bootloader name="grub2"/>
                <size unit="G">4</size><systemdisk><volume name="@root" size="1G"/></systemdisk></type></preferences>
                <repository type="rpm-md"><source path="dir:///x"/></repository>
                <packages type="image" profiles="p"><package name="a" arch="x86_64"/><namedCollection name="g"/><ignore name="b"/></packages>
                <packages type="bootstrap"><![CDATA[x]]><package name="filesystem"/></packages></image>
                """));
    }

    @Override
    protected List<String> words() {
        return List.of(
                "<",
                ">",
                "</",
                "/>",
                "<a>",
                "<image>",
                "<image",
                "&",
                "&a;",
                "&#x0;",
                "&#1114112;",
                "<!DOCTYPE image [",
                "<!ENTITY % b SYSTEM 'x'>",
                "]>",
                "<![CDATA[",
                "]]>",
                "<!--",
                "-->",
                "<?",
                "encoding=\"UTF-16\"",
                "encoding=\"x\"",
                "xmlns:a=\"b\"",
                "xmlns=\"\"",
                "a:b=\"c\"",
                "<include from=\"this://./x.kiwi\"/>",
                "<include from=\"this://./i.kiwi\"/>",
                "\"",
                "'",
                "version=\"1.1\"",
                "<!ATTLIST a b CDATA 'c'>",
                "<!ELEMENT a (b|(c",
                "%b;");
    }

    @Override
    protected void read(byte[] input) throws IOException {
        String text = TomlText.decode(input);
        XmlLexer lexer = new XmlLexer();
        int state = LineLexer.START;
        for (String line : text.lines().toList()) {
            state = lexer.lex(line, state, (start, end, kind) -> {});
        }
        SourceTree tree = new BufferTree(new DiskTree(folder()), Map.of("i.kiwi", text));
        KiwiDocument document = KiwiDocument.read(tree, "i.kiwi");
        for (List<String> profiles : List.of(List.<String>of(), List.of("p"))) {
            KiwiSelection selection = new KiwiSelection(document, profiles, "x86_64");
            use(DescriptionCheck.of(selection, dev.milliner.text.Place.startOf("azldev.toml")));
        }
        use(KiwiDescription.read(tree, "i.kiwi", Optional.empty(), "x86_64"));
    }
}
