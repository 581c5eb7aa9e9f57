package dev.milliner.differential;

import java.util.List;
import java.util.stream.Collectors;

/** Overlays of all kinds, most of them sound. */
final class GeneratedOverlay {
    private final Dice dice;
    private final GeneratedPath paths;
    private final GeneratedSpec specs;
    private final String spec;

    GeneratedOverlay(Dice dice, String spec) {
        this.dice = dice;
        this.spec = spec;
        this.paths = new GeneratedPath(dice);
        this.specs = new GeneratedSpec(dice);
    }

    /** An overlay on the spec, as TOML. */
    String onSpec() {
        String kind = dice.of(
                "spec-add-tag",
                "spec-insert-tag",
                "spec-set-tag",
                "spec-update-tag",
                "spec-remove-tag",
                "spec-prepend-lines",
                "spec-append-lines",
                "spec-search-replace",
                "spec-remove-section",
                "spec-remove-subpackage",
                "patch-add",
                "patch-remove");
        return header(kind)
                + switch (kind) {
                    case "spec-add-tag", "spec-insert-tag", "spec-set-tag", "spec-update-tag" ->
                        packageName() + field("tag", specs.tag(spec)) + field("value", specs.value());
                    case "spec-remove-tag" ->
                        packageName()
                                + field("tag", specs.tag(spec))
                                + (dice.odd() ? field("value", specs.value()) : "");
                    case "spec-prepend-lines", "spec-append-lines" -> section() + lines();
                    case "spec-search-replace" -> section() + replacement();
                    case "spec-remove-section" -> sectionNamed();
                    case "spec-remove-subpackage" ->
                        field("package", dice.of("devel", "foo", "foo-libs", "foo", dice.of(GeneratedSpec.PACKAGES)));
                    case "patch-add" -> patchToAdd();
                    default -> field("file", dice.odd() ? paths.pattern() : patches());
                };
    }

    /** An overlay on the files beside the spec, as TOML. */
    String onFiles() {
        String kind = dice.of(
                "file-prepend-lines",
                "file-search-replace",
                "file-add",
                "file-remove",
                "file-rename",
                "file-remove",
                "file-prepend-lines",
                "patch-add",
                "patch-remove");
        return header(kind)
                + switch (kind) {
                    case "file-prepend-lines" -> field("file", paths.pattern()) + lines();
                    case "file-search-replace" -> field("file", paths.pattern()) + replacement();
                    case "file-add" -> field("file", paths.newFile()) + field("source", source());
                    case "file-remove" -> field("file", paths.pattern());
                    case "file-rename" ->
                        field("file", paths.one())
                                + field(
                                        "replacement",
                                        dice.odd()
                                                ? dice.of("s", "..", ".", "/", "a/b", "a.spec")
                                                : dice.of("new", "x", "é", "x\\y", "x.spec", "b"));
                    case "patch-add" -> patchToAdd();
                    default -> field("file", dice.odd() ? paths.pattern() : patches());
                };
    }

    private String patches() {
        return dice.odd()
                ? dice.of("*", "**/*", "./a.patch", "s/*", "a.patch/")
                : dice.of("*.patch", "a.patch", "{a,b}.patch", "?.patch");
    }

    private String patchToAdd() {
        return (dice.oneIn(2) ? field("file", paths.newFile()) : "") + packageName() + field("source", source());
    }

    private String source() {
        return dice.odd()
                ? dice.of("none", "more", "c/../add.me", "./more//new.patch")
                : dice.of("add.me", "more/new.patch");
    }

    private String section() {
        return dice.oneIn(3) ? "" : sectionNamed();
    }

    private String sectionNamed() {
        String[] words = specs.header(spec).split("\\s+", -1);
        String name = words.length > 2 && words[1].equals("-n") ? words[2] : words.length > 1 ? words[1] : "";
        return field("section", words[0]) + (name.isEmpty() || name.startsWith("-") ? "" : field("package", name));
    }

    private String packageName() {
        String name = dice.odd() ? dice.of(GeneratedSpec.PACKAGES) : "";
        return name.isEmpty() ? "" : field("package", name);
    }

    private String lines() {
        return "lines = ["
                + dice
                        .some(
                                1,
                                2,
                                () -> quoted(
                                        dice.of("L", "", " x", "# c", "a\nb", "%if 1", "%endif", "Version: 3", "é")))
                        .stream()
                        .collect(Collectors.joining(", "))
                + "]\n";
    }

    private String replacement() {
        return field("regex", regex())
                + field("replacement", dice.of("", "Y", "$1", "${a}", "\\1", "a", "é", "\n", "foo"));
    }

    private String regex() {
        if (!dice.odd()) {
            return dice.of(
                    "a",
                    "foo",
                    ".",
                    "x*",
                    "^",
                    "$",
                    "[0-9]+",
                    "(a|b)",
                    "(?m)^",
                    "\\s+",
                    "[^x]",
                    "\\w",
                    ".*",
                    "a?",
                    "(?i)VERSION",
                    "1\\.0");
        }
        List<String> atoms = List.of(
                "a",
                "foo",
                ".",
                "x*",
                "^",
                "$",
                "\\s",
                "[0-9]+",
                "(a|b)",
                "\\b",
                "é",
                "(?i)VERSION",
                "\\Q.\\E",
                "(?m)^",
                "b?",
                "[^x]",
                "\\w+",
                ".*",
                "(?s).",
                "\\d",
                "a{2}",
                "(?:o)+?",
                "\\pL",
                "[[:alpha:]]",
                "\\x{e9}",
                "\\é",
                "(?P<n>f)",
                "(?<n>f)",
                "a**",
                "(",
                "[",
                "\\z",
                "\\Z",
                "\\C",
                "(?=a)",
                "x{1001}",
                "\\1",
                "[\\é]",
                "\\p{Greek}",
                "\\A",
                "\\.",
                "a|",
                "()",
                "\\/");
        return String.join("", dice.some(1, 2, () -> dice.of(atoms)));
    }

    private static String header(String kind) {
        return "[[components.a.overlays]]\ntype = \"" + kind + "\"\n";
    }

    private static String field(String key, String value) {
        return key + " = " + quoted(value) + "\n";
    }

    /** A text as TOML has it. */
    static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }
}
