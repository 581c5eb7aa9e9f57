package dev.milliner.solve.comps;

import dev.milliner.fuzz.ReaderFuzz;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Any comps.xml is read, or refused as no XML. */
class CompsFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() {
        return List.of(text("""
                <?xml version="1.0" encoding="UTF-8"?><!DOCTYPE comps PUBLIC "-//Red Hat, Inc.//DTD Comps info//EN" "comps.dtd">
                <comps><group><id>core</id><name>Core</name><name xml:lang="de">Kern</name><packagelist>
                <packagereq type="mandatory">bash</packagereq><packagereq type="conditional" requires="x" basearchonly="true">y</packagereq></packagelist></group>
                <environment><id>e</id><name>E</name><grouplist><groupid>core</groupid></grouplist><optionlist><groupid>o</groupid></optionlist></environment>
                <category><id>c</id><grouplist><groupid>core</groupid></grouplist></category><langpacks/></comps>
                """));
    }

    @Override
    protected List<String> words() {
        return List.of(
                "<",
                ">",
                "</",
                "/>",
                "<group>",
                "</group>",
                "<id>",
                "<name>",
                "<packagereq>",
                "&",
                "&a;",
                "&#0;",
                "<!DOCTYPE comps [<!ENTITY a \"b\">]>",
                "<![CDATA[",
                "]]>",
                "<!--",
                "-->",
                "encoding=\"UTF-16\"",
                "xml:lang=\"de\"",
                "xmlns:a=\"\"",
                "a:b=\"c\"",
                "\"",
                "<?x",
                "?>");
    }

    @Override
    protected void read(byte[] input) throws XMLStreamException {
        use(CompsReader.read(new ByteArrayInputStream(input)));
    }

    @Override
    protected boolean isTold(Exception failure) {
        return failure instanceof XMLStreamException;
    }
}
