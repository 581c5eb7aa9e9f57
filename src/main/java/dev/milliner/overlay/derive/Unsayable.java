package dev.milliner.overlay.derive;

import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What differs between sources that no overlay has a word for: who may run a file, and folders that hold none. */
public final class Unsayable {
    private Unsayable() {}

    /**
     * Tells of all of it.
     *
     * @param before the sources that the first overlay finds
     * @param wanted what somebody made of them, permissions as they are there
     * @return a sentence each without its stop; none where nothing is lost
     */
    public static List<String> between(Sources before, Sources wanted) {
        List<String> words = new ArrayList<>();
        wanted.files().forEach((path, file) -> {
            Optional<SourceFile> was = before.file(path);
            boolean could = was.map(SourceFile::isExecutable).orElse(false);
            if (could != file.isExecutable()) {
                words.add(path + " is executable " + (could ? "no longer" : "now") + " (mode "
                        + Integer.toOctalString(file.mode()) + "), and no overlay says that of a file");
            }
        });
        wanted.folders().stream()
                .filter(folder -> !before.folders().contains(folder) && isEmpty(wanted, folder))
                .forEach(folder -> words.add("the folder " + folder + " is empty, and no overlay makes a folder"));
        before.folders().stream()
                .filter(folder -> !wanted.folders().contains(folder) && isEmpty(before, folder))
                .forEach(folder ->
                        words.add("the empty folder " + folder + " is gone, and no overlay removes a folder"));
        return words;
    }

    private static boolean isEmpty(Sources sources, String folder) {
        String inside = folder + "/";
        return sources.files().keySet().stream().noneMatch(path -> path.startsWith(inside))
                && sources.folders().stream().noneMatch(path -> path.startsWith(inside));
    }
}
