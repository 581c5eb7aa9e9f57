package dev.milliner.workbench.editor;

import dev.milliner.source.CommitHistory;
import dev.milliner.source.LineOrigin;
import dev.milliner.workbench.files.FileText;
import dev.milliner.workbench.files.TextMirror;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads what git knows of a file; not on the JavaFX thread. What was read is kept until there is another commit. */
final class LastCommit {
    private final Path folder;
    private final String name;
    private Committed known = new Committed.Nowhere();

    LastCommit(Path file) {
        Path location = file.toAbsolutePath().normalize();
        folder = location.getParent() == null ? location : location.getParent();
        name = String.valueOf(location.getFileName());
    }

    /** The file as the last commit has it. What can't be read counts as nowhere, as bars that lie are worse than none. */
    synchronized Committed read() {
        try (CommitHistory history = CommitHistory.open(folder).orElse(null)) {
            known = history == null ? new Committed.Nowhere() : read(history);
        } catch (IOException unreadable) {
            known = new Committed.Nowhere();
        }
        return known;
    }

    private Committed read(CommitHistory history) throws IOException {
        Optional<String> head = history.head();
        if (head.isEmpty()) {
            return new Committed.Missing();
        } else if (known instanceof Committed.Present(String commit, String text) && commit.equals(head.get())) {
            return known;
        }
        Optional<byte[]> bytes = history.content(head.get(), name);
        return bytes.isEmpty()
                ? new Committed.Missing()
                : new Committed.Present(head.get(), new TextMirror(FileText.of(bytes.get())).shownText());
    }

    /** Who changed a line of a commit's text last. */
    Optional<LineOrigin> origin(String commit, int line) {
        try (CommitHistory history = CommitHistory.open(folder).orElse(null)) {
            return history == null ? Optional.empty() : history.origin(commit, name, line);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
