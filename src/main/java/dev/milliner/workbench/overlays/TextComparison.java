package dev.milliner.workbench.overlays;

import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.SourceFile;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/** Two texts of one file, side by side. */
public final class TextComparison {
    private final DiffView view = new DiffView(overlay -> {});

    /** The node to put on the screen. */
    public Node node() {
        return view.node();
    }

    /**
     * Works out what differs; off the JavaFX thread.
     *
     * @param path the file's path
     * @param before its text on the left
     * @param after its text on the right
     */
    public static Compared compare(String path, String before, String after) {
        FileChange change = FileChange.of(path, Optional.of(SourceFile.of(before)), Optional.of(SourceFile.of(after)));
        return new Compared(DiffRows.of(change, false, line -> 0, 0));
    }

    /** What differs. */
    public static final class Compared {
        private final List<DiffRow> rows;

        private Compared(List<DiffRow> rows) {
            this.rows = rows;
        }
    }

    /** Shows what differs. */
    public void show(Compared compared) {
        view.show(compared.rows, "Both texts are the same.");
    }
}
