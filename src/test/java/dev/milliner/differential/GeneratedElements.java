package dev.milliner.differential;

import dev.milliner.image.kiwi.KiwiSchema;
import dev.milliner.image.kiwi.Occurrence;
import dev.milliner.image.kiwi.SchemaElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Elements of KIWI descriptions.
 *
 * @param dice what decides
 * @param faults how many things do not belong where they stand: one in so many; none where 0
 * @param schema the schema's version
 * @param profiles the profiles that there are
 */
record GeneratedElements(Dice dice, int faults, String schema, List<String> profiles) {
    private static final String[] PACKAGES = {"a", "b", "c", "filesystem", "bash", "x-y", "libz.so.1()(64bit)", " a "};
    private static final String[] SECTIONS = {
        "image",
        "image",
        "image",
        "bootstrap",
        "bootstrap",
        "oem",
        "iso",
        "oci",
        "docker",
        "kis",
        "pxe",
        "delete",
        "uninstall",
        "systemfiles",
        "tbz"
    };
    private static final String[] SPARE = {
        "yes",
        "",
        "5",
        "-1",
        "4096",
        "x86_64",
        "all",
        "1G",
        "a b",
        "true",
        " true ",
        "52:54:00:12:34:56",
        "1.2.3.4",
        "https://k/x",
        "console",
        "no-copy-on-write",
        "22d1a6b8-1c77-4f5e-9a3c-0123456789ab",
        "+7",
        " 8 ",
        "007"
    };

    static GeneratedElements of(Dice dice) {
        List<String> profiles = new ArrayList<>();
        for (String name : List.of("p", "q", "r", "s")) {
            if (!dice.oneIn(5)) {
                profiles.add(name);
            }
        }
        return new GeneratedElements(
                dice,
                dice.oneIn(2) ? 0 : 30 + dice.below(90),
                dice.of("7.4", "7.5", "7.6", "8.0", "8.1", "8.2", "8.3", "8.4", "8.5", "8.30", "7.45"),
                dice.oneIn(4) ? List.of() : profiles);
    }

    /** A profile to ask for or to require; mostly one that there is. */
    String profile() {
        return profiles.isEmpty() || dice.oneIn(15) ? "none" : dice.of(profiles);
    }

    /** Tells whether the description is so old that KIWI drops what newer ones may not have. */
    private boolean isOld() {
        return schema.startsWith("7") || schema.equals("8.0");
    }

    String image() {
        StringBuilder text = new StringBuilder(dice.oneIn(2) ? "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" : "");
        text.append("<image").append(version()).append(" name=\"i\"").append(dice.oneIn(9) ? " id=\"7\"" : "");
        text.append(">\n").append(DESCRIPTION);
        text.append(profiles.isEmpty() ? "" : allProfiles());
        text.append(preferences("", 1));
        for (int i = dice.below(3); i > 0; i--) {
            text.append(preferences(limits(arch()), dice.oneIn(3) ? 1 : 0));
        }
        while (dice.oneIn(3)) {
            text.append(
                    dice.oneIn(20)
                            ? "<include from=\"" + dice.of("b.xml", "this://c.xml", "http://h/x.xml", "", "./a.xml")
                                    + "\"/>\n"
                            : "<include from=\"this://" + dice.of("a.xml", "b.xml", "./a.xml") + "\"/>\n");
        }
        for (int i = dice.below(3); i > 0; i--) {
            text.append(repository());
        }
        for (int i = dice.below(5); i >= 0; i--) {
            text.append(packages());
        }
        text.append(dice.oneIn(10) ? "" : MODULES);
        for (String other : List.of("users", "drivers", "strip", "containers", "certificates")) {
            if (dice.oneIn(8)) {
                text.append(element(other, Map.of()));
            }
        }
        return text.append(isFaulty() ? element(anyElement(), Map.of()) : "")
                .append("</image>\n")
                .toString();
    }

    private static final String DESCRIPTION = "<description type=\"system\"><author>a</author><contact>c</contact>"
            + "<specification>s</specification></description>\n";

    private static final String MODULES = "<packages type=\"image\"><package name=\"dracut-kiwi-oem-repart\"/>"
            + "<package name=\"dracut-kiwi-oem-dump\"/><package name=\"kiwi-dracut-live\"/>"
            + "<package name=\"dracut-kiwi-overlay\"/></packages>\n";

    private String version() {
        return isFaulty()
                ? dice.of(
                        "",
                        " schemaversion=\"7.3\"",
                        " schemaversion=\"9.0\"",
                        " schemaversion=\"x\"",
                        " schemaversion=\"8.50\"")
                : " schemaversion=\"" + schema + "\"";
    }

    private String allProfiles() {
        StringBuilder text = new StringBuilder("<profiles>");
        for (String name : profiles) {
            text.append("<profile name=\"").append(name).append("\" description=\"d\"");
            text.append(dice.oneIn(4) ? " import=\"" + dice.of("true", "1", "false") + "\"" : "")
                    .append(arch());
            text.append('>');
            while (dice.oneIn(4)) {
                text.append("<requires profile=\"")
                        .append(profile())
                        .append('"')
                        .append(arch())
                        .append("/>");
            }
            text.append("</profile>");
        }
        return text.append("</profiles>\n").toString();
    }

    private String preferences(String limits, int types) {
        StringBuilder text = new StringBuilder("<preferences").append(limits).append('>');
        if (!dice.oneIn(types == 1 ? 20 : 2)) {
            text.append("<version>").append(dice.of("1.0.0", "2", "1.1")).append("</version>");
        }
        if (!dice.oneIn(3)) {
            text.append("<packagemanager>")
                    .append(
                            isFaulty()
                                    ? dice.of("yum", "", "dnf")
                                    : dice.of("dnf4", " dnf4 ", "dnf5", "zypper", "apt", "apk", "microdnf", "pacman"))
                    .append("</packagemanager>");
        }
        for (String other :
                List.of("locale", "keytable", "timezone", "rpm-check-signatures", "rpm-excludedocs", "showlicense")) {
            if (dice.oneIn(9)) {
                text.append(element(other, Map.of()));
            }
        }
        for (int i = dice.oneIn(6) ? types + 1 : types; i > 0; i--) {
            text.append(type());
        }
        return text.append("</preferences>\n").toString();
    }

    private String type() {
        String image = dice.of("oem", "oem", "tbz", "oci", "docker", "iso", "ext4", "kis", "wsl", "appx", "squashfs");
        Map<String, String> given = new LinkedHashMap<>();
        given.put("image", image);
        if (image.equals("oem") && !isFaulty()) {
            given.put("filesystem", dice.of("ext4", "xfs", "btrfs"));
        }
        if (image.equals("appx") && !isFaulty()) {
            given.put("metadata_path", "m");
        }
        if (dice.oneIn(5)) {
            given.put("primary", dice.of("true", "false", "1"));
        }
        return element("type", given);
    }

    String repository() {
        return "<repository" + limits(arch())
                + (dice.oneIn(4) ? " type=\"" + (isOld() ? "rpm-dir" : dice.of("rpm-md", "apt-deb")) + "\"" : "")
                + (dice.oneIn(6) ? " imageonly=\"" + dice.of("true", "false", "1") + "\"" : "")
                + (dice.oneIn(isOld() ? 3 : 60) ? " use_for_bootstrap=\"true\"" : "")
                + (isFaulty() ? attribute("repository") : "")
                + "><source path=\"" + dice.of("dir:///r", "obs://x/y", "https://h/r") + "\"/></repository>\n";
    }

    String packages() {
        String section = section();
        StringBuilder text = new StringBuilder("<packages type=\"")
                .append(section)
                .append('"')
                .append(limits(""));
        text.append(dice.oneIn(4) ? " patternType=\"" + dice.of("onlyRequired", "plusRecommended") + "\"" : "");
        text.append(isFaulty() ? attribute("packages") : "").append('>');
        for (int i = dice.below(5); i > 0; i--) {
            text.append(line(section));
        }
        return text.append(isFaulty() ? dice.of("text", "<pkg name=\"a\"/>", "<package/>") : "")
                .append("</packages>\n")
                .toString();
    }

    private String section() {
        String section = dice.of(SECTIONS);
        return section.equals("tbz") && !isFaulty() ? "image" : section;
    }

    private String line(String section) {
        return switch (dice.below(9)) {
            case 0 -> "<ignore name=\"" + dice.of(PACKAGES) + "\"" + arch() + "/>";
            case 1 -> "<namedCollection name=\"" + dice.of("core", "base") + "\"" + arch() + "/>";
            case 2 -> dice.oneIn(3) ? "<product name=\"SLES\"" + arch() + "/>" : "<archive name=\"x.tgz\"/>";
            case 3 ->
                dice.oneIn(4)
                        ? "<file name=\"motd\" target=\"/etc/motd\"" + arch() + "/>"
                        : "<!-- <package name=\"no\"/> -->";
            case 4 -> section.equals("bootstrap") || isFaulty() ? module() : "<package name=\"a&#45;b\"></package>";
            default ->
                "<package name=\"" + dice.of(PACKAGES) + "\"" + arch() + (isFaulty() ? attribute("package") : "")
                        + "/>";
        };
    }

    private String module() {
        return "<collectionModule name=\"m\" enable=\"" + dice.of("true", "false", "1") + "\""
                + (dice.oneIn(3) ? " stream=\"2\"" : "") + "/>";
    }

    private String limits(String more) {
        return (dice.oneIn(3) ? " profiles=\"" + dice.of("p", "q", "r", "p,q", "q,s", "p, q", "none", "") + "\"" : "")
                + more;
    }

    private String arch() {
        return dice.oneIn(7)
                ? " arch=\""
                        + (isFaulty()
                                ? dice.of("x86_64, aarch64", "amd", "")
                                : dice.of("x86_64", "aarch64", "x86_64,aarch64", " aarch64", "ppc64le"))
                        + "\""
                : "";
    }

    private boolean isFaulty() {
        return faults > 0 && dice.oneIn(faults);
    }

    private String anyElement() {
        return dice.of(List.copyOf(KiwiSchema.all().keySet()));
    }

    /** An element with what it must have, and some of what it may have. */
    private String element(String name, Map<String, String> given) {
        SchemaElement schema = KiwiSchema.element(name).orElseThrow();
        StringBuilder text = new StringBuilder("<").append(name);
        given.forEach((attribute, value) ->
                text.append(" ").append(attribute).append("=\"").append(value).append('"'));
        for (String attribute : schema.attributes()) {
            boolean wanted =
                    Optional.ofNullable(schema.occurrences().get(attribute)).orElseThrow() == Occurrence.ONCE
                            ? !isFaulty()
                            : dice.oneIn(chance(name, given));
            if (wanted && !given.containsKey(attribute) && !attribute.equals("arch")) {
                text.append(attribute(name, attribute));
            }
        }
        text.append(isFaulty() ? attribute(dice.of("type", "package", "image")) : "")
                .append('>');
        for (String child : schema.children()) {
            boolean required = Optional.ofNullable(schema.occurrences().get("<" + child + ">"))
                    .orElseThrow()
                    .isRequired();
            if (required ? !isFaulty() : dice.oneIn(name.equals("type") ? 45 : 6)) {
                text.append(element(child, Map.of()));
            }
        }
        return text.append(isFaulty() ? "<" + anyElement() + "/>" : "")
                .append(schema.holdsText() ? held(schema) : "")
                .append("</")
                .append(name)
                .append(">")
                .toString();
    }

    private String held(SchemaElement schema) {
        List<String> words = schema.words().isEmpty() ? List.of("7", "a", "de_DE", "10") : schema.words();
        return dice.of(
                isFaulty()
                        ? List.of(SPARE)
                        : words.stream().filter(schema::allows).toList());
    }

    private String attribute(String element) {
        List<String> names = KiwiSchema.element(element).orElseThrow().attributes();
        return attribute(element, dice.of(names));
    }

    private String attribute(String element, String name) {
        List<String> values = KiwiSchema.values(element, name);
        List<String> sound = (values.isEmpty() ? List.of(SPARE) : values)
                .stream()
                        .filter(value -> KiwiSchema.allows(element, name, value))
                        .toList();
        return " " + name + "=\"" + dice.of(isFaulty() || sound.isEmpty() ? List.of(SPARE) : sound) + "\"";
    }

    /** An attribute in how many an element has; most of a type are for disks alone. */
    private static int chance(String element, Map<String, String> given) {
        return element.equals("type") ? "oem".equals(given.get("image")) ? 70 : 500 : 5;
    }
}
