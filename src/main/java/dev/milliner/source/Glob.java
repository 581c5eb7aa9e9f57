package dev.milliner.source;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Finds the files of a tree that a doublestar pattern matches, in doublestar's order: folder by folder, by name. */
final class Glob {
    private final SourceTree tree;

    Glob(SourceTree tree) {
        this.tree = tree;
    }

    List<String> files(String pattern) {
        if (!Doublestar.isValid(pattern)) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        for (String path : matching(tree.absolute(pattern), true)) {
            found.add(tree.relative(path));
        }
        return found;
    }

    /** What matches an absolute pattern: files for its whole, folders for the start of one. */
    private List<String> matching(String pattern, boolean wantFiles) {
        if (!hasMeta(pattern)) {
            String path = unescaped(pattern);
            boolean fits = wantFiles ? tree.exists(path) && !tree.isFolder(path) : tree.isFolder(path);
            return fits ? List.of(path) : List.of();
        }
        int split = splitPoint(pattern);
        if (pattern.charAt(split) == '}') {
            return alternatives(pattern, openingBrace(pattern, split), split, wantFiles);
        }
        String folder = split == 0 ? "/" : pattern.substring(0, split);
        String last = pattern.substring(split + 1);
        List<String> found = new ArrayList<>();
        for (String each : matching(folder, false)) {
            within(each, last, wantFiles, found);
        }
        return found;
    }

    private void within(String folder, String pattern, boolean wantFiles, List<String> found) {
        if (pattern.isEmpty()) {
            if (!wantFiles) {
                found.add(folder);
            }
        } else if (pattern.equals("**")) {
            if (!wantFiles) {
                found.add(folder);
            }
            below(folder, wantFiles, found);
        } else {
            for (SourceTree.Entry entry : tree.list(folder)) {
                if (entry.folder() != wantFiles && Doublestar.matches(pattern, entry.name())) {
                    found.add(TreePaths.join(folder, entry.name()));
                }
            }
        }
    }

    /** All under a folder. Git's own folder is left out: nothing in it can belong to a distro. */
    private void below(String folder, boolean wantFiles, List<String> found) {
        for (SourceTree.Entry entry : tree.list(folder)) {
            String path = TreePaths.join(folder, entry.name());
            if (!entry.folder()) {
                if (wantFiles) {
                    found.add(path);
                }
            } else if (!entry.name().equals(".git")) {
                if (!wantFiles) {
                    found.add(path);
                }
                below(path, wantFiles, found);
            }
        }
    }

    private List<String> alternatives(String pattern, int open, int close, boolean wantFiles) {
        List<String> found = new ArrayList<>();
        int start = pattern.lastIndexOf('/', open);
        for (String folder : matching(start == 0 ? "/" : pattern.substring(0, start), false)) {
            TreeSet<String> sorted = new TreeSet<>();
            int from = open + 1;
            while (from <= close) {
                int to = Doublestar.nextComma(pattern, from, close);
                String chosen = escaped(folder.equals("/") ? "" : folder)
                        + pattern.substring(start, open)
                        + pattern.substring(from, to)
                        + pattern.substring(close + 1);
                sorted.addAll(matching(chosen, wantFiles));
                from = to + 1;
            }
            found.addAll(sorted);
        }
        return found;
    }

    private static boolean hasMeta(String pattern) {
        for (int at = 0; at < pattern.length(); at++) {
            char here = pattern.charAt(at);
            if (here == '\\') {
                at++;
            } else if (here == '*' || here == '?' || here == '[' || here == '{') {
                return true;
            }
        }
        return false;
    }

    /** The last slash or closing brace that is not escaped. */
    private static int splitPoint(String pattern) {
        for (int at = pattern.length() - 1; at > 0; at--) {
            char here = pattern.charAt(at);
            if ((here == '/' || here == '}') && pattern.charAt(at - 1) != '\\') {
                return at;
            }
        }
        return 0;
    }

    private static int openingBrace(String pattern, int close) {
        int depth = 1;
        for (int at = close - 1; at >= 0; at--) {
            boolean escaped = at > 0 && pattern.charAt(at - 1) == '\\';
            if (pattern.charAt(at) == '}' && !escaped) {
                depth++;
            } else if (pattern.charAt(at) == '{' && !escaped && --depth == 0) {
                return at;
            }
        }
        throw new IllegalStateException("A valid pattern opens each brace it closes: " + pattern);
    }

    private static String escaped(String path) {
        return path.replaceAll("([*?\\[\\]{}])", "\\\\$1");
    }

    private static String unescaped(String pattern) {
        return pattern.replaceAll("\\\\([*?\\[\\]{}])", "$1");
    }
}
