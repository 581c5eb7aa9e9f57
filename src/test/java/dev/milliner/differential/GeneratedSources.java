package dev.milliner.differential;

/** The {@code sources} file of dist-git and what a component says of it. */
final class GeneratedSources {
    private final Dice dice;

    GeneratedSources(Dice dice) {
        this.dice = dice;
    }

    /** A {@code sources} file. */
    String file() {
        String text = String.join(dice.oneIn(10) ? "\r\n" : "\n", dice.some(0, 4, this::line));
        return dice.oneIn(4) ? text : text + "\n";
    }

    private String line() {
        String space = dice.odd() ? dice.of("\t", "  ", "\u000b", "\u00a0", "") : " ";
        return switch (dice.odd() ? dice.below(8) : 4 + dice.below(4)) {
            case 0 -> dice.of("", "garbage", "\uDCFF");
            case 4 -> dice.of("", "  ", "# SHA512 (a) = 00", " # c", "\u00a0");
            case 5 -> hash() + space + name();
            case 1, 2 -> hash() + space + name();
            case 3 -> " " + hash() + space + name() + dice.of("", " ", " x");
            default ->
                (dice.odd() ? dice.of("sha512", "Sha1", "SHA-512") : dice.of("SHA512", "MD5", "X1")) + space + "("
                        + name() + ")" + space + "=" + space + hash();
        };
    }

    private String name() {
        return dice.odd()
                ? dice.of("a b", "x(1", "(y", "z)", "é", "one.tar.gz")
                : dice.of("one.tar.gz", "two.tar.gz", "three.tar.xz", "four", "x4", "x5", "x6");
    }

    private String hash() {
        return dice.odd()
                ? dice.of("xyz", "0", "")
                : dice.of("00", "abcdef0123456789", "ABCDEF", "d41d8cd98f00b204e9800998ecf8427e");
    }

    /** An entry of the component's source files, as TOML. */
    String entry() {
        boolean replaces = dice.oneIn(2);
        String type = dice.odd() ? dice.of("", "MD5", "sha512") : dice.of("SHA512", "SHA256");
        String hash = dice.odd() ? dice.of("", "zz") : dice.of("00", "ABCDEF", "abcdef");
        return "[[components.a.source-files]]\nfilename = "
                + GeneratedOverlay.quoted(
                        dice.odd() ? dice.of("a b", "é", "x/y") : replaces ? name() : dice.of("five", "six", "x4"))
                + "\n"
                + (hash.isEmpty() ? "" : "hash = \"" + hash + "\"\n")
                + (type.isEmpty() ? "" : "hash-type = \"" + type + "\"\n")
                + (replaces ? "replace-upstream = true\nreplace-reason = \"r\"\n" : "")
                + "origin = { type = \"" + (dice.oneIn(8) ? "overlay" : "download\", uri = \"https://h.example/f")
                + "\" }\n";
    }

    /** An overlay that reaches into an archive, as TOML. */
    String archiveOverlay() {
        return "[[components.a.overlays]]\ntype = \"file-remove\"\narchive = \""
                + dice.of("one.tar.gz", "two.tar.gz", "three.tar.xz", "x.zip") + "\"\nfile = \"x\"\n";
    }
}
