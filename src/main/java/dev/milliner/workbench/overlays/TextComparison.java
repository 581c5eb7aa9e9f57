package dev.milliner.workbench.overlays;

import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.SourceFile;
import dev.milliner.workbench.words.Wording;
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
        return new Compared(DiffRows.of(change, false, line -> 0, 0), before.isEmpty() || after.isEmpty());
    }

    /** What differs. */
    public static final class Compared {
        private final List<DiffRow> rows;
        private final boolean oneSided;

        private Compared(List<DiffRow> rows, boolean oneSided) {
            this.rows = rows;
            this.oneSided = oneSided;
        }
    }

    /** Shows what differs; where there is a text on one side alone, it has all the room. */
    public void show(Compared compared) {
        view.setUnified(compared.oneSided);
        view.show(compared.rows, Wording.of("overlays.text-comparison.both-texts-same"));
    }
}
