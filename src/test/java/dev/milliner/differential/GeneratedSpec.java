package dev.milliner.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Specs with the parts that overlays look for, in good order and bad. */
final class GeneratedSpec {
    static final List<String> TAGS = List.of(
            "Name",
            "Version",
            "version",
            "Release",
            "Summary",
            "License",
            "Source0",
            "Source1",
            "Source",
            "Patch0",
            "Patch1",
            "Patch",
            "patch7",
            "Patch+3",
            "Requires",
            "Requires(post)",
            "BuildRequires",
            "Provides",
            "URL",
            "Patch9999999999",
            "Epoch",
            "Patch9223372036854775806",
            "BuildArch",
            "Sourceé",
            "Nothing");
    static final List<String> SECTIONS = List.of(
            "%description",
            "%prep",
            "%build",
            "%install",
            "%check",
            "%files",
            "%package",
            "%changelog",
            "%patchlist",
            "%post",
            "%sourcelist",
            "prep",
            "%nothing",
            "%Files",
            "%preun",
            "%generate_buildrequires",
            "%conf");
    static final List<String> PACKAGES =
            List.of("", "", "devel", "foo", "foo-libs", "-n foo", "nothing", "%{name}-doc");

    private static final List<String> BASE = List.of(
            "Name: a",
            "Version: 1.0",
            "Release: 1",
            "Summary: x",
            "License: MIT",
            "Patch0: a.patch",
            "Patch1: b.patch",
            "Source0: x");
    private static final Pattern TAG = Pattern.compile("\\s*([A-Za-z0-9()]+)\\s*:.*");

    private final Dice dice;

    GeneratedSpec(Dice dice) {
        this.dice = dice;
    }

    String text() {
        List<String> lines = new ArrayList<>(dice.odd() ? List.of() : BASE);
        lines.addAll(dice.some(1, 8, this::preambleLine));
        for (String header : dice.some(0, 7, this::header)) {
            lines.add(header);
            boolean tags = header.startsWith("%package");
            lines.addAll(dice.some(0, 4, tags ? this::preambleLine : this::bodyLine));
        }
        String end = dice.oneIn(12) ? "\r\n" : "\n";
        String text = String.join(end, lines);
        return dice.oneIn(5) ? text : text + end;
    }

    /** A tag, mostly one that a spec has. */
    String tag(String spec) {
        List<String> present = spec.lines()
                .map(TAG::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .toList();
        return present.isEmpty() || dice.odd() ? dice.of(TAGS) : dice.of(present);
    }

    /** The header of a section, mostly of one that a spec has. */
    String header(String spec) {
        List<String> present = spec.lines()
                .map(String::strip)
                .filter(line -> SECTIONS.stream().anyMatch(line::startsWith))
                .toList();
        return present.isEmpty() || dice.odd() ? dice.of(SECTIONS) + " " + dice.of(PACKAGES) : dice.of(present);
    }

    private String preambleLine() {
        return switch (dice.below(14)) {
            case 0 -> "";
            case 1 ->
                dice.odd()
                        ? dice.of("%if 0%{?x}", "%else", "%endif", "%endif # x", "  %endif", "%elif 2")
                        : dice.of(
                                "%if 0%{?x}\nRequires: y\n%endif",
                                "%ifarch x86_64\nPatch2: c.patch\n%else\nURL: x\n%endif", "%if 1\n%endif");
            case 2 ->
                dice.of("# a comment", "%global a b", "%define c \\", "%{?load}", "%bcond_with x", "  # Patch0: no");
            case 3 -> dice.of("%fontpkg -a", "text without a colon", ": ", "%{lua: x}", "a\u00a0b: c", "\uDCFF: x");
            default ->
                dice.of("", "", "", " ", "\t") + dice.of(TAGS) + dice.of("", "", " ", "\t") + ":"
                        + dice.of(" ", "\t", "   ", "") + value();
        };
    }

    /** The value of a tag. */
    String value() {
        return dice.of(
                "1.0",
                "a.patch",
                "b.patch",
                "%{name}-1.tar.gz",
                "x >= 2",
                "MIT",
                "x",
                "é",
                "a b",
                " ",
                "s/y.conf",
                "1%{?dist}",
                "*",
                "https://h/%{name}",
                "y \\");
    }

    private String header() {
        String section = dice.of(SECTIONS.subList(0, 11));
        String rest =
                switch (dice.below(8)) {
                    case 0 -> " devel";
                    case 1 -> " -n foo";
                    case 2 -> " -p /bin/sh";
                    case 3 ->
                        dice.of(" ", "\t", " # c", " -f x.list", " -l de", " -n", " foo-libs -f y", " %{name}-doc");
                    case 4 -> " foo-libs";
                    default -> "";
                };
        return dice.of("", "", "", "", " ") + section + rest;
    }

    private String bodyLine() {
        return switch (dice.below(12)) {
            case 0 -> "";
            case 1 ->
                dice.odd()
                        ? dice.of("%if 0%{?x}", "%else", "%endif", "%ifnarch arm", "%if x \\")
                        : dice.of("%if 0%{?x}\nfoo\n%endif", "%ifarch arm\na.patch\n%else\nbar\n%endif");
            case 2 ->
                dice.of(
                        "%autosetup -p1",
                        "%patch -P 0", "%patch0 -p1", "make \\", "  install x", "%make_build", "%prepare");
            case 3 -> dice.of("a.patch", " b.patch ", "*.patch", "c.patch # c", "Version: 9", "# a.patch", "s/x");
            case 4 ->
                dice.of(
                        "%{_bindir}/x",
                        "%files-not", "%%prep", "x %prep", "\uDCFE\uDCFF", "* Mon Jan 01 2024 A <a@b> - 1");
            default -> dice.of("foo bar", "foo", "aaa", "echo 1.0", "x=y", "bar\tbaz", "é", "[x]", "$1 \\1", "a.b");
        };
    }
}
