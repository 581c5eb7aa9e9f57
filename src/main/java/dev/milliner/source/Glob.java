package dev.milliner.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the files of a tree that a doublestar pattern matches, in doublestar's order: folder by folder, by name. */
final class Glob {
    private final SourceTree tree;
    private final GlobReach reach;
    private final String root;

    /** Where the folders truly lie that are being looked through. */
    private final Set<String> above = new HashSet<>();

    Glob(SourceTree tree, GlobReach reach) {
        this.tree = tree;
        this.reach = reach;
        this.root = tree.real(".");
    }

    /**
     * A folder, and how it was come to.
     *
     * @param path its path, with links
     * @param real where it truly lies
     * @param links how many links below the first folder lead to it
     */
    private record Way(String path, String real, int links) {}

    List<String> files(String pattern) throws GlobTooWideException {
        reach.begin();
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
    private List<String> matching(String pattern, boolean wantFiles) throws GlobTooWideException {
        reach.look(1 + pattern.length() / 32, true);
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

    private void within(String folder, String pattern, boolean wantFiles, List<String> found)
            throws GlobTooWideException {
        if (pattern.isEmpty()) {
            if (!wantFiles) {
                found.add(folder);
            }
        } else if (pattern.equals("**")) {
            if (!wantFiles) {
                found.add(folder);
            }
            Way start = new Way(folder, tree.real(folder), 0);
            above.add(start.real());
            below(start, wantFiles, found);
            above.remove(start.real());
        } else {
            for (SourceTree.Entry entry : entries(new Way(folder, folder, 0))) {
                if (entry.folder() != wantFiles && Doublestar.matches(pattern, entry.name())) {
                    found.add(TreePaths.join(folder, entry.name()));
                }
            }
        }
    }

    /** All under a folder. Git's own folder is left out: nothing in it can belong to a distro. */
    private void below(Way folder, boolean wantFiles, List<String> found) throws GlobTooWideException {
        for (SourceTree.Entry entry : entries(folder)) {
            String path = TreePaths.join(folder.path(), entry.name());
            if (!entry.folder()) {
                if (wantFiles) {
                    found.add(path);
                }
            } else if (!entry.name().equals(".git")) {
                Way way = tree.isLink(path)
                        ? new Way(path, tree.real(path), folder.links() + 1)
                        : new Way(path, TreePaths.join(folder.real(), entry.name()), folder.links());
                if (above.add(way.real())) {
                    if (!wantFiles) {
                        found.add(path);
                    }
                    below(way, wantFiles, found);
                    above.remove(way.real());
                } else {
                    reach.circle(path, way.real());
                }
            }
        }
    }

    /** What is behind links counts more, as each is followed anew for each entry. */
    private List<SourceTree.Entry> entries(Way folder) throws GlobTooWideException {
        List<SourceTree.Entry> entries = tree.list(folder.path());
        reach.look((1 + entries.size()) * (1 + folder.links()), folder.real().startsWith(root));
        return entries;
    }

    private List<String> alternatives(String pattern, int open, int close, boolean wantFiles)
            throws GlobTooWideException {
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
