package dev.milliner.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A package of a generated repository.
 *
 * @param name such as {@code p3}
 * @param evr version and release, with an epoch before a colon where it has one
 * @param architecture such as {@code x86_64}
 * @param relations lines such as {@code cap1 >= 2}, by kind, such as {@code requires}
 * @param files absolute paths
 */
record GeneratedPackage(
        String name, String evr, String architecture, Map<String, List<String>> relations, List<String> files) {
    private static final Map<String, String> FLAGS = Map.of("=", "EQ", "<", "LT", ">", "GT", "<=", "LE", ">=", "GE");

    GeneratedPackage(String name, String evr, String architecture) {
        this(name, evr, architecture, new TreeMap<>(), new ArrayList<>());
    }

    void add(String kind, String line) {
        relations.computeIfAbsent(kind, missing -> new ArrayList<>()).add(line);
    }

    String epoch() {
        return evr.contains(":") ? evr.substring(0, evr.indexOf(':')) : "0";
    }

    String version() {
        return evr.substring(evr.indexOf(':') + 1, evr.lastIndexOf('-'));
    }

    String release() {
        return evr.substring(evr.lastIndexOf('-') + 1);
    }

    /** As modules name it. */
    String artifact() {
        return name + "-" + epoch() + ":" + version() + "-" + release() + "." + architecture;
    }

    String full() {
        return name + "-" + evr + "." + architecture;
    }

    String primary(int number) {
        StringBuilder xml = new StringBuilder();
        xml.append("<package type=\"rpm\"><name>")
                .append(name)
                .append("</name><arch>")
                .append(architecture)
                .append("</arch>")
                .append(versionElement("version"))
                .append("<checksum type=\"sha256\" pkgid=\"YES\">")
                .append(checksum(number))
                .append("</checksum><summary>x</summary><description>x</description><packager/><url/>")
                .append("<time file=\"1\" build=\"1\"/><size package=\"10\" installed=\"10\" archive=\"10\"/>")
                .append("<location href=\"")
                .append(number)
                .append(".rpm\"/><format><rpm:license>x</rpm:license><rpm:vendor/><rpm:group>x</rpm:group>")
                .append("<rpm:buildhost>x</rpm:buildhost><rpm:sourcerpm>")
                .append(name)
                .append("-1-1.src.rpm</rpm:sourcerpm><rpm:header-range start=\"1\" end=\"2\"/>");
        relations.forEach((kind, lines) -> {
            xml.append("<rpm:").append(kind).append('>');
            lines.forEach(line -> xml.append(entry(line)));
            xml.append("</rpm:").append(kind).append('>');
        });
        files.stream()
                .filter(GeneratedPackage::isInPrimary)
                .forEach(file -> xml.append("<file>").append(file).append("</file>"));
        return xml.append("</format></package>").toString();
    }

    String fileLists(int number) {
        StringBuilder xml = new StringBuilder("<package pkgid=\"" + checksum(number) + "\" name=\"" + name
                + "\" arch=\"" + architecture + "\">" + versionElement("version"));
        files.forEach(file -> xml.append("<file>").append(file).append("</file>"));
        return xml.append("</package>").toString();
    }

    private static boolean isInPrimary(String file) {
        return file.contains("bin/") || file.startsWith("/etc/");
    }

    private String checksum(int number) {
        return "%064x".formatted(number + 1);
    }

    private String versionElement(String element) {
        return "<" + element + " epoch=\"" + epoch() + "\" ver=\"" + version() + "\" rel=\"" + release() + "\"/>";
    }

    private static String entry(String line) {
        String[] words = line.startsWith("(") ? new String[] {line} : line.split(" ");
        if (words.length < 3) {
            return "<rpm:entry name=\"" + escaped(line) + "\"/>";
        }
        String evr = words[2];
        String epoch = evr.contains(":") ? evr.substring(0, evr.indexOf(':')) : "0";
        String rest = evr.substring(evr.indexOf(':') + 1);
        int dash = rest.indexOf('-');
        return "<rpm:entry name=\"" + words[0] + "\" flags=\"" + FLAGS.get(words[1]) + "\" epoch=\"" + epoch
                + "\" ver=\""
                + (dash < 0 ? rest : rest.substring(0, dash)) + "\""
                + (dash < 0 ? "" : " rel=\"" + rest.substring(dash + 1) + "\"") + "/>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
