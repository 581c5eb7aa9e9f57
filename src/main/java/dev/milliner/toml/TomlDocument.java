package dev.milliner.toml;

import java.util.List;

/** A parsed TOML text: its values with their ranges, and its syntax errors. */
public final class TomlDocument {
    /** No more syntax errors than this are kept: a stray quote can cause thousands. */
    public static final int MOST_PROBLEMS = 100;

    private final TomlTable root;
    private final List<TomlProblem> problems;

    TomlDocument(TomlTable root, List<TomlProblem> problems) {
        this.root = root;
        this.problems = List.copyOf(problems);
    }

    /**
     * Parses a text as TOML 1.1, which azldev accepts. Never throws: what could be read of a broken text is kept, the
     * rest is in {@link #problems}.
     *
     * @param text the whole text
     */
    public static TomlDocument parse(String text) {
        return parse(text, TomlVersion.V1_1);
    }

    /**
     * Parses a text as a version of TOML.
     *
     * @param text the whole text
     * @param version what it may use
     */
    public static TomlDocument parse(String text, TomlVersion version) {
        return new TomlParser(text, version).parse();
    }

    /** The root table. */
    public TomlTable root() {
        return root;
    }

    /** Syntax errors in the order of the text, at most {@link #MOST_PROBLEMS}. */
    public List<TomlProblem> problems() {
        return problems;
    }
}
