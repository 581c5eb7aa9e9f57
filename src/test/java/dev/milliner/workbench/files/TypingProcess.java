package dev.milliner.workbench.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Types into a file of its own until it is killed, and says after each letter how many it has typed. Arguments: the
 * folder of journals, the distro's root, the file's path and how long it waits between letters, in milliseconds.
 */
public final class TypingProcess {
    private TypingProcess() {}

    /** The process entry. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(arguments[1]);
        String path = arguments[2];
        String text = Files.readString(root.resolve(path));
        OpenFile file = new OpenFile(path, root.resolve(path), text);
        BufferJournal journal = BufferJournal.start(Path.of(arguments[0]));
        // A workbench has read and written such files before anybody types.
        for (int warm = 0; warm < 20; warm++) {
            journal.keep(new KeptText(root.toString(), "other", text, "x", 1));
            journal.add(root, "other", List.of(new TypedEdit(0, 0, "x")));
            journal.forget(root, "other");
        }
        UnsavedTexts unsaved = new UnsavedTexts(root, journal, System.err::println);
        Object clock = new Object();
        for (int typed = 1; ; typed++) {
            file.mirror().replace(0, "", "x");
            unsaved.edited(file);
            System.out.println(typed);
            synchronized (clock) {
                clock.wait(Long.parseLong(arguments[3]));
            }
        }
    }
}
