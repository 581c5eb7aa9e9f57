package dev.milliner.rpm;

import dev.milliner.fuzz.ReaderFuzz;
import java.util.List;

/** Any repomd.xml is read, or refused as the repository's. */
class RepositoryIndexFuzzTest extends ReaderFuzz {
    /** What means something in XML, and in metadata of repositories. */
    static final List<String> WORDS = List.of(
            "<",
            ">",
            "</",
            "/>",
            "<a>",
            "&",
            "&lt;",
            "&#0;",
            "&a;",
            "<!DOCTYPE a [<!ENTITY a \"b\">]>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
            "encoding=\"IBM037\"",
            "encoding=\"\"",
            "xmlns:x=\"y\"",
            "x:y=\"\"",
            "xmlns=\"\"",
            "version=\"1.1\"",
            "\"",
            "'",
            "<package",
            "</package>",
            "<file>",
            "<name>",
            "<data type=\"primary\">",
            "<?",
            "?>",
            "\uFEFF",
            "\uFFFE",
            "\uFFFF",
            "standalone=\"yes\"");

    @Override
    protected List<byte[]> seeds() {
        return List.of(text("""
                <?xml version="1.0" encoding="UTF-8"?>
                <repomd xmlns="http://linux.duke.edu/metadata/repo" xmlns:rpm="http://linux.duke.edu/metadata/rpm">
                <revision>1</revision><data type="primary"><checksum type="sha256">ab</checksum><open-checksum type="sha256">cd</open-checksum>
                <location href="repodata/primary.xml.gz"/><timestamp>1</timestamp><size>10</size><open-size>20</open-size></data>
                <data type="group"><location href="comps.xml"/></data><data type="primary_zck"><location href="x"/></data></repomd>
                """), text("<repomd/>"));
    }

    @Override
    protected List<String> words() {
        return WORDS;
    }

    @Override
    protected void read(byte[] input) throws RepositoryException {
        RepositoryIndex index = RepositoryIndex.parse("r", input);
        index.remarks("r");
        index.groups();
        index.openSize("primary");
    }

    @Override
    protected boolean isTold(Exception failure) {
        return failure instanceof RepositoryException;
    }
}
