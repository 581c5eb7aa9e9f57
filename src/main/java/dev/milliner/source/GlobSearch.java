package dev.milliner.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Finds the files that a doublestar pattern matches, folder by folder, as doublestar's {@code Glob} does with its
 * oddities: a file may be found twice, and without {@code **} before the end, what earlier alternatives of braces found
 * is looked through like folders by the later ones.
 *
 * @param <E> what the folders throw
 */
public final class GlobSearch<E extends Exception> {
    private final GlobFolders<E> folders;
    private final boolean walks;

    private GlobSearch(GlobFolders<E> folders, boolean walks) {
        this.folders = folders;
        this.walks = walks;
    }

    /**
     * The files that a pattern matches, in doublestar's order.
     *
     * @throws E where something cannot be looked at
     * @throws MalformedGlobException where the pattern, or a part that is come upon, is not valid
     */
    public static <E extends Exception> List<String> files(GlobFolders<E> folders, String pattern)
            throws E, MalformedGlobException {
        if (!Doublestar.isValid(pattern)) {
            throw new MalformedGlobException(pattern);
        }
        return new GlobSearch<>(folders, hasFoldersBeforeEnd(pattern)).matching(pattern, List.of(), true);
    }

    /** What was found earlier, and behind it what matches: files for a whole pattern, folders for the start of one. */
    private List<String> matching(String pattern, List<String> earlier, boolean files)
            throws E, MalformedGlobException {
        folders.step(pattern);
        List<String> found = new ArrayList<>(earlier);
        int wildcard = GlobText.firstWildcard(pattern);
        if (wildcard < 0) {
            literal(GlobText.unescaped(pattern), files, found);
            return found;
        }
        int split = GlobText.lastSlashOrBrace(pattern, pattern.length());
        if (split >= 0 && pattern.charAt(split) == '}') {
            int open = GlobText.openingBrace(pattern, split);
            if (open >= 0) {
                return alternatives(pattern, open, split, earlier, files);
            }
            split = GlobText.lastSlash(pattern, split);
        }
        String folder = split < 0 ? "." : folder(pattern, split);
        String last = pattern.substring(split + 1);
        if (split <= wildcard) {
            within(GlobText.unescaped(folder), last, files, found);
            return found;
        }
        for (String each : matching(folder, carried(earlier), false)) {
            within(each, last, files, found);
        }
        return found;
    }

    private static String folder(String pattern, int slash) {
        return slash == 0 ? "/" : pattern.substring(0, slash);
    }

    private List<String> carried(List<String> earlier) {
        return walks ? List.of() : earlier;
    }

    private void literal(String path, boolean files, List<String> found) throws E {
        String named = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (folders.exists(named) && !(files && folders.isFolder(named))) {
            found.add(path);
        }
    }

    private void within(String folder, String pattern, boolean files, List<String> found)
            throws E, MalformedGlobException {
        if (pattern.isEmpty()) {
            if (!files && folders.isFolder(folder)) {
                found.add(folder);
            }
        } else if (pattern.equals("**")) {
            anywhere(folder, files, found);
        } else {
            for (SourceTree.Entry entry : folders.entries(folder)) {
                if (Doublestar.matchesPart(pattern, entry.name()) && entry.folder() != files) {
                    found.add(joined(folder, entry.name()));
                }
            }
        }
    }

    private void anywhere(String folder, boolean files, List<String> found) throws E {
        if (!folders.isFolder(folder)) {
            if (!walks) {
                // A file in a folder's place makes itself known here; what is missing does not matter.
                folders.entries(folder);
            }
            return;
        }
        if (!files) {
            found.add(folder);
        }
        folders.below(folder, files, found);
    }

    private static String joined(String folder, String name) {
        return folder.isEmpty() ? name : TreePaths.clean(folder + "/" + name);
    }

    private List<String> alternatives(String pattern, int open, int close, List<String> earlier, boolean files)
            throws E, MalformedGlobException {
        int split = GlobText.lastSlashOrBrace(pattern, open);
        boolean inFolders = split >= 0 && pattern.charAt(split) == '/';
        List<String> in = inFolders ? matching(folder(pattern, split), carried(earlier), false) : List.of("");
        String start = pattern.substring(inFolders ? split + 1 : 0, open);
        List<String> found = new ArrayList<>(earlier);
        TreeSet<String> distinct = new TreeSet<>();
        for (String folder : in) {
            String before = folder.isEmpty() || folder.equals(".") ? start : GlobText.escaped(folder) + "/" + start;
            List<String> sorted = new ArrayList<>();
            // An empty last alternative is passed over.
            for (int from = open + 1; from < close; ) {
                int to = Doublestar.nextComma(pattern, from, close);
                String chosen = before + pattern.substring(from, to) + pattern.substring(close + 1);
                List<String> known = new ArrayList<>(carried(found));
                known.addAll(carried(sorted));
                List<String> all = matching(chosen, known, files);
                sorted = merged(sorted, new ArrayList<>(all.subList(known.size(), all.size())));
                from = to + 1;
            }
            distinct.addAll(sorted);
            found.addAll(carried(sorted));
        }
        found.addAll(walks ? distinct : List.of());
        return found;
    }

    /** Two sorted lists as one. Of what stands in both, doublestar drops one only where it meets the other at once. */
    private static List<String> merged(List<String> earlier, List<String> added) {
        List<String> merged = new ArrayList<>(earlier);
        for (int at = 0; at < merged.size() && !added.isEmpty(); at++) {
            int order = merged.get(at).compareTo(added.getFirst());
            if (order == 0) {
                added.removeFirst();
            } else if (order > 0) {
                String late = merged.set(at, added.removeFirst());
                int place = 0;
                while (place < added.size() && added.get(place).compareTo(late) < 0) {
                    place++;
                }
                added.add(place, late);
            }
        }
        merged.addAll(added);
        return merged;
    }

    /** Tells whether {@code **} stands anywhere but at the end, which doublestar looks for in another way. */
    private static boolean hasFoldersBeforeEnd(String pattern) {
        for (int at = 0; at + 1 < pattern.length(); at++) {
            if (pattern.charAt(at) == '\\') {
                at++;
            } else if (pattern.startsWith("**", at)) {
                return pattern.substring(at).getBytes(StandardCharsets.UTF_8).length > 3;
            }
        }
        return false;
    }
}
