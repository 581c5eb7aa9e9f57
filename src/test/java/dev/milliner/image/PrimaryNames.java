package dev.milliner.image;

import com.github.luben.zstd.ZstdInputStream;
import dev.milliner.solve.SolverMaterial;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The packages of a repository of the corpus, read from its primary metadata by Java's own XML reader. */
final class PrimaryNames {
    private PrimaryNames() {}

    static List<String> of(String repository) throws Exception {
        List<String> names = new ArrayList<>();
        try (InputStream packed =
                Files.newInputStream(SolverMaterial.repository(repository).primary())) {
            NodeList packages = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ZstdInputStream(packed))
                    .getElementsByTagName("package");
            for (int i = 0; i < packages.getLength(); i++) {
                Element one = (Element) packages.item(i);
                Element version = (Element) one.getElementsByTagName("version").item(0);
                String epoch = version.getAttribute("epoch");
                names.add(text(one, "name") + "-" + (epoch.equals("0") ? "" : epoch + ":") + version.getAttribute("ver")
                        + "-" + version.getAttribute("rel") + "." + text(one, "arch"));
            }
        }
        return names;
    }

    private static String text(Element one, String name) {
        return one.getElementsByTagName(name).item(0).getTextContent();
    }
}
