package dev.milliner.workbench.shell;

import dev.milliner.workbench.editor.CodeEditor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands on the disk, which may change in two ways only: by others, or to what stood in an editor. */
final class SoakDisk {
    private final SoakWindow window;
    private final Set<Long> typed = new HashSet<>();
    private Map<Path, Seen> before = Map.of();

    /** A file as it was found: with the same stamp it is not read again, and saving it as it was is no change. */
    private record Seen(String stamp, long hash) {}

    SoakDisk(SoakWindow window) {
        this.window = window;
    }

    /** Remembers what stands in the editors. */
    boolean note() {
        window.editors().stream()
                .filter(editor -> editor.dirtyProperty().get())
                .map(CodeEditor::file)
                .forEach(file -> typed.add(hash(file.mirror().fileText())));
        return true;
    }

    private static long hash(String text) {
        return text.hashCode() * 31L + text.length();
    }

    /** Takes what is there now as it is. */
    void accept() {
        before = now();
    }

    /** What changed and never stood in an editor, as a sentence. */
    Optional<String> look() {
        Map<Path, Seen> now = now();
        Optional<String> wrong = before.isEmpty()
                ? Optional.empty()
                : now.entrySet().stream()
                        .filter(file -> isChanged(file.getKey(), file.getValue()))
                        .filter(file -> !typed.contains(file.getValue().hash()))
                        .map(file ->
                                file.getKey() + " was written, and this stood in no editor:\n" + text(file.getKey()))
                        .findFirst();
        Optional<String> gone = before.keySet().stream()
                .filter(file -> !now.containsKey(file) && !typed.contains(0L))
                .map(file -> file + " was deleted")
                .findFirst();
        before = now;
        return wrong.or(() -> gone);
    }

    private boolean isChanged(Path file, Seen now) {
        Seen seen = before.get(file);
        return seen == null || seen.hash() != now.hash();
    }

    private Map<Path, Seen> now() {
        Map<Path, Seen> found = new HashMap<>();
        for (SoakTree tree : window.trees()) {
            if (!tree.isLarge()) {
                // What is being saved is written beside the file first.
                tree.files().stream()
                        .filter(file -> !file.toString().endsWith(".milliner"))
                        .forEach(file -> found.put(file, seen(file)));
            }
        }
        return found;
    }

    private Seen seen(Path file) {
        String stamp = stamp(file);
        Seen known = before.get(file);
        return known != null && known.stamp().equals(stamp) ? known : new Seen(stamp, hash(text(file)));
    }

    private static String stamp(Path file) {
        try {
            return Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return "gone";
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return "unreadable";
        }
    }
}
