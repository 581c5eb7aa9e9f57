package dev.milliner.distro;

import dev.milliner.source.TreePaths;
import dev.milliner.text.Place;
import dev.milliner.toml.TomlDocument;
import dev.milliner.toml.TomlProblem;
import java.util.List;

/**
 * A file, read, decoded and checked by itself.
 *
 * @param name its name in places: relative to the root, absolute outside of it, empty for what is built in
 * @param path its absolute path
 * @param text what it was read from
 * @param table what it says
 * @param problems what is wrong with it alone
 * @param descent where its components come from
 */
record ParsedFile(String name, String path, String text, TableValue table, List<Problem> problems, Descent descent) {
    /** The code of what TOML itself does not allow. */
    static final String SYNTAX = "toml-syntax";

    /** Reads a configuration file. */
    static ParsedFile configuration(String name, String path, String text) {
        return read(name, path, text, Format.FILE, (table, problems) -> new FileRules(problems).check(table));
    }

    /** Reads an overlay file. */
    static ParsedFile overlays(String name, String path, String text) {
        return read(name, path, text, Format.OVERLAY_FILE, (table, problems) -> new OverlayFileRules(problems)
                .check(table));
    }

    private interface Rules {
        void check(TableValue table, Problems problems);
    }

    private static ParsedFile read(String name, String path, String text, Shape.Table shape, Rules rules) {
        Problems problems = new Problems();
        TomlDocument document = TomlDocument.parse(text);
        for (TomlProblem problem : document.problems()) {
            problems.error(SYNTAX, problem.message(), new Place(name, problem.range()));
        }
        TableValue table = new Decoder(name, TreePaths.folder(path), problems).table(shape, document.root());
        rules.check(table, problems);
        return new ParsedFile(name, path, text, table, problems.list(), Descent.beginning());
    }

    /** The absolute folder it lies in. */
    String folder() {
        return TreePaths.folder(path);
    }
}
