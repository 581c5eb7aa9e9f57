package dev.milliner.refactor;

import dev.milliner.distro.Distro;
import dev.milliner.language.TomlQuotes;
import dev.milliner.source.Doublestar;
import dev.milliner.source.SourceTree;
import dev.milliner.source.TreePaths;
import dev.milliner.toml.TomlArray;
import dev.milliner.toml.TomlDocument;
import dev.milliner.toml.TomlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which files take in which others, and how a file is added to those that one takes in. */
final class Inclusion {
    private static final List<String> KEY = List.of("includes");

    private Inclusion() {}

    /**
     * An include as it is written.
     *
     * @param file the file that says it
     * @param pattern what it says
     */
    record Written(String file, String pattern) {
        boolean isGlob() {
            return pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0 || pattern.indexOf('[') >= 0;
        }

        boolean matches(SourceTree tree, String path) {
            String whole = TreePaths.join(tree.absolute(TreePaths.folder(file)), pattern);
            return Doublestar.isValid(whole) && Doublestar.matches(whole, tree.absolute(path));
        }
    }

    /** All includes of a distro's files. */
    static List<Written> all(Distro distro) {
        List<Written> all = new ArrayList<>();
        for (String file : distro.files()) {
            String text =
                    distro.isConfiguration(file) ? distro.tree().read(file).orElse("") : "";
            if (text.contains("includes")) {
                patterns(top(text)).forEach(pattern -> all.add(new Written(file, pattern)));
            }
        }
        return List.copyOf(all);
    }

    /** What stands before the first header; the rest can be long. */
    private static String top(String text) {
        int header = text.startsWith("[") ? 0 : text.indexOf("\n[");
        String top = header < 0 ? text : text.substring(0, header);
        return TomlDocument.parse(top).problems().isEmpty() ? top : text;
    }

    private static List<String> patterns(String text) {
        return TomlDocument.parse(text).root().get("includes") instanceof TomlArray array
                ? array.items().stream()
                        .filter(TomlScalar.class::isInstance)
                        .map(item -> String.valueOf(((TomlScalar) item).value()))
                        .toList()
                : List.of();
    }

    /** Sees to it that a file is taken in: nothing to do where a glob does so already. */
    static void include(Draft draft, String path, String by) throws Obstacle {
        SourceTree tree = draft.distro().tree();
        if (all(draft.distro()).stream().noneMatch(written -> written.matches(tree, path))) {
            String pattern = MovedPaths.again(tree, path, ".", TreePaths.folder(by));
            add(draft, by, List.of(pattern));
        }
    }

    /** Has a file include what the text of another includes. */
    static void move(Draft draft, String text, String from, String to) throws Obstacle {
        add(
                draft,
                to,
                patterns(text).stream()
                        .map(pattern -> MovedPaths.again(
                                draft.distro().tree(), pattern, TreePaths.folder(from), TreePaths.folder(to)))
                        .toList());
    }

    private static void add(Draft draft, String file, List<String> patterns) throws Obstacle {
        for (String pattern : patterns) {
            String text = draft.text(file);
            Optional<TomlList> list = TomlList.at(text, KEY);
            String line = "includes = [" + TomlQuotes.quoted(pattern) + "]\n\n";
            TomlFile toml = draft.file(file);
            int top = toml.blocks().isEmpty() ? 0 : toml.preamble();
            draft.write(file, list.isPresent() ? list.get().withLast(pattern) : toml.with(top, line));
        }
    }

    /** Takes a file out of what others include by its very path. */
    static void exclude(Draft draft, String path) throws Obstacle {
        SourceTree tree = draft.distro().tree();
        for (Written written : all(draft.distro())) {
            if (!written.isGlob() && written.matches(tree, path) && draft.exists(written.file())) {
                TomlList list = TomlList.at(draft.text(written.file()), KEY).orElseThrow();
                draft.write(written.file(), list.without(written.pattern()));
            }
        }
    }
}
