package dev.milliner.differential;

import java.util.List;

/** Paths and patterns as people write them, and as nobody should. */
final class GeneratedPath {
    /** The files that the sources may have. */
    static final List<String> FILES = List.of(
            "notes.txt",
            "a.patch",
            "b.patch",
            "x",
            "s/x",
            "s/y.conf",
            "s/t/x",
            "s/t/u/z.txt",
            "d\\x/f",
            "d\\x/g.txt",
            "run\\x2da.mount",
            "[q]",
            "s/[q].txt",
            "{z}",
            "é.txt",
            ".hidden",
            "s/.h",
            "a.spec.bak",
            "other.spec",
            "s/in.spec",
            "d.e/x",
            "*",
            "b/b",
            "b/x",
            "abc.txt",
            "s/a,b");

    private static final List<String> WORDS = List.of(
            "*",
            "*",
            "**",
            "**",
            "?",
            "x",
            "s",
            "t",
            "b",
            "d\\x",
            "*.txt",
            "*.patch",
            "[a-z]*",
            "[!x]*",
            "[^a]",
            "{x,y}",
            "{a,b}*",
            "{s,b}",
            "{s/x,x}",
            "{*.txt,*/x}",
            "{x,*}",
            "{*,x}",
            "\\*",
            "\\[q\\]",
            "[[]q]",
            "{z}",
            "\\{z\\}",
            "..",
            ".",
            "s/t",
            "*.spec",
            "x*",
            "*x",
            "{,a}*",
            "{a,}bc.txt",
            "[}]*",
            "a{,bc}.txt",
            "???",
            "[é]*",
            "s/{x,t/x}",
            "{**/x,x}",
            "***",
            "n*",
            "{b,s}/x",
            "[",
            "{",
            "\\",
            "{x",
            "nothing",
            "\\x",
            "*\\x*",
            "{s,s/t}/x",
            "{/x,x}");

    private static final List<String> SOUND = List.of(
            "*.txt",
            "**/x",
            "s/*",
            "{x,s/x}",
            "**/*",
            "b/?",
            "d\\x/*",
            "[a-z]*.txt",
            "**/**/x",
            "s/**/x",
            "*/x",
            "*",
            "s/*.conf",
            "{*.txt,*/y.conf}",
            "s/{x,t/x}",
            "*.patch",
            "[!a-m]*.txt",
            "s/**",
            "**",
            "{s,b}/x",
            "*\\\\x*",
            "\\[q\\]",
            "[[]q]",
            "?",
            "s/t/../x",
            "*/../x",
            "{b,s}/{x,b}",
            "é.*",
            "s/**/z.txt",
            "**/[a-z]",
            "n{otes,one}.txt",
            "{,abc}.txt",
            "**/{x,b}");

    private final Dice dice;

    GeneratedPath(Dice dice) {
        this.dice = dice;
    }

    /** The path of a file, mostly of one that the sources may have. */
    String file() {
        return oddly(
                dice.odd() ? dice.of("new", "s/new", "new/x", "s", "b", ".", "..", "s/..", "x/y") : dice.of(FILES));
    }

    /** The path of a file that is new, mostly. */
    String newFile() {
        return dice.odd() ? file() : oddly(dice.of("new", "s/new", "b/new.txt", "s/t/new", "\\x", "n[1]", "empty"));
    }

    /** A pattern, or a path. */
    String pattern() {
        if (dice.oneIn(3)) {
            return file();
        }
        return oddly(
                dice.odd() || dice.isWild() ? String.join("/", dice.some(1, 2, () -> dice.of(WORDS))) : dice.of(SOUND));
    }

    /** A pattern or path for one file. */
    String one() {
        return dice.odd()
                ? pattern()
                : oddly(
                        dice.oneIn(3)
                                ? dice.of("n*.txt", "s/*.conf", "{z*,run*}", "d\\x/f", "**/u/*", "s/t/?")
                                : dice.of(FILES));
    }

    /** A path that means the same, or nearly. */
    private String oddly(String path) {
        return switch (dice.below(dice.isWild() ? 16 : 60)) {
            case 0 -> "./" + path;
            case 1 -> path.replace("/", "//");
            case 2 -> "s/../" + path;
            case 3 -> path + "/";
            case 4 -> path.replace("/", "/./");
            case 5 -> path + "//";
            case 6 -> "nothing/../" + path;
            case 7 -> path.replace("\\", "\\\\");
            case 8 -> "s/../../" + path;
            case 9 -> path + "/.";
            default -> path;
        };
    }
}
