package dev.milliner.overlay;

import dev.milliner.source.GlobFolders;
import dev.milliner.source.GlobSearch;
import dev.milliner.source.MalformedGlobException;
import dev.milliner.source.SourceTree;
import dev.milliner.source.TreePaths;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files and folders of sources under the paths that overlays write, which the operating system would clean. */
final class SourcePaths implements GlobFolders<OverlayException> {
    private static final int LONGEST_NAME = 255;
    private static final int MOST_STEPS = 200_000;

    private final Sources sources;
    private final Map<String, List<SourceTree.Entry>> entries;
    private int steps;

    SourcePaths(Sources sources) {
        this.sources = sources;
        this.entries = Stream.concat(
                        sources.files().keySet().stream().map(path -> new Child(path, false)),
                        sources.folders().stream().map(path -> new Child(path, true)))
                .sorted(Comparator.comparing(Child::path))
                .collect(Collectors.groupingBy(
                        Child::folder, TreeMap::new, Collectors.mapping(Child::entry, Collectors.toList())));
    }

    private record Child(String path, boolean isFolder) {
        String folder() {
            return TreePaths.folder(path);
        }

        SourceTree.Entry entry() {
            return new SourceTree.Entry(TreePaths.name(path), isFolder);
        }
    }

    /**
     * The paths of files that a glob matches, as it comes upon them: neither specs nor what git keeps for itself. A file
     * may be among them twice.
     *
     * @throws OverlayException where the glob is not valid, or leads where nothing can be
     */
    static List<String> matching(Sources sources, String glob) throws OverlayException {
        try {
            return GlobSearch.files(new SourcePaths(sources), glob).stream()
                    .filter(path -> !path.endsWith(".spec") && !path.startsWith(".git/") && !path.contains("/.git/"))
                    .toList();
        } catch (MalformedGlobException malformed) {
            throw new OverlayException("glob `" + glob + "` is invalid: syntax error in pattern");
        }
    }

    /**
     * Where a path leads.
     *
     * @return the shortest path that means the same, relative to the sources; {@code .} for their own folder
     * @throws OverlayException where it leads out of the sources, or can't be a path
     */
    static String cleaned(String path) throws OverlayException {
        String clean = TreePaths.clean(path);
        String place = clean.startsWith("/") ? TreePaths.clean(clean.substring(1)) : clean;
        if (place.equals("..") || place.startsWith("../")) {
            throw new OverlayException("the file `" + path + "` lies outside of the sources: path escapes from parent");
        }
        for (String name : place.split("/", -1)) {
            if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME || name.indexOf('\0') >= 0) {
                throw new OverlayException("no file can have the name `" + name + "`");
            }
        }
        return place;
    }

    /**
     * Where a path leads, which must be fit for a file: a folder is there for it, and no folder is in its place.
     *
     * @throws OverlayException where it is not
     */
    String forFile(String path) throws OverlayException {
        String place = cleaned(path);
        if (sources.isFolder(place)) {
            throw new OverlayException("`" + path + "` cannot be a file: a folder already exists there");
        }
        String folder = TreePaths.folder(place);
        if (!sources.isFolder(folder)) {
            throw new OverlayException(
                    "there is no folder `" + folder + "` for `" + path + "`: no such file or directory");
        }
        return place;
    }

    @Override
    public void step(String pattern) throws OverlayException {
        steps++;
        if (steps > MOST_STEPS) {
            throw new OverlayException("the braces of the pattern `" + pattern + "` lead to too many alternatives");
        }
    }

    @Override
    public boolean exists(String path) throws OverlayException {
        return sources.exists(reached(path));
    }

    @Override
    public boolean isFolder(String path) throws OverlayException {
        return sources.isFolder(reached(path));
    }

    /** Where a path leads; through files it leads nowhere. */
    private String reached(String path) throws OverlayException {
        String place = cleaned(path);
        for (String folder : TreePaths.above(place)) {
            if (sources.file(folder).isPresent()) {
                throw notAFolder(folder);
            }
        }
        return place;
    }

    private static OverlayException notAFolder(String path) {
        return new OverlayException("`" + path + "` is a file, and is to be looked through: not a directory");
    }

    @Override
    public List<SourceTree.Entry> entries(String folder) throws OverlayException {
        String place = reached(folder);
        if (sources.file(place).isPresent()) {
            throw notAFolder(place);
        }
        return entries.getOrDefault(place, List.of());
    }

    @Override
    public void below(String folder, boolean files, List<String> found) throws OverlayException {
        for (SourceTree.Entry entry : entries(folder)) {
            String path = folder.equals(".") ? entry.name() : TreePaths.clean(folder + "/" + entry.name());
            if (entry.folder() != files) {
                found.add(path);
            }
            if (entry.folder()) {
                below(path, files, found);
            }
        }
    }
}
