package dev.milliner.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the files of a tree that a doublestar pattern matches, in doublestar's order: folder by folder, by name. */
final class Glob implements GlobFolders<GlobTooWideException> {
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
        List<String> found = new ArrayList<>();
        try {
            for (String path : GlobSearch.files(this, tree.absolute(pattern))) {
                found.add(tree.relative(path));
            }
        } catch (MalformedGlobException malformed) {
            return List.of();
        }
        return found;
    }

    @Override
    public void step(String pattern) throws GlobTooWideException {
        reach.look(1 + pattern.length() / 32, true);
    }

    @Override
    public boolean exists(String path) {
        return tree.exists(path);
    }

    @Override
    public boolean isFolder(String path) {
        return tree.isFolder(path);
    }

    @Override
    public List<SourceTree.Entry> entries(String folder) throws GlobTooWideException {
        return entries(new Way(folder, folder, 0));
    }

    @Override
    public void below(String folder, boolean files, List<String> found) throws GlobTooWideException {
        Way start = new Way(folder, tree.real(folder), 0);
        above.add(start.real());
        below(start, files, found);
        above.remove(start.real());
    }

    /** All under a folder. Git's own folder is left out: nothing in it can belong to a distro. */
    private void below(Way folder, boolean files, List<String> found) throws GlobTooWideException {
        for (SourceTree.Entry entry : entries(folder)) {
            String path = TreePaths.join(folder.path(), entry.name());
            if (!entry.folder()) {
                if (files) {
                    found.add(path);
                }
            } else if (!entry.name().equals(".git")) {
                Way way = tree.isLink(path)
                        ? new Way(path, tree.real(path), folder.links() + 1)
                        : new Way(path, TreePaths.join(folder.real(), entry.name()), folder.links());
                if (above.add(way.real())) {
                    if (!files) {
                        found.add(path);
                    }
                    below(way, files, found);
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
}
