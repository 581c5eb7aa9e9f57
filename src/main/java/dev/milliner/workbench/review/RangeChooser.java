package dev.milliner.workbench.review;

import dev.milliner.workbench.words.Wording;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;

/** Chooses what is compared: a state before, a state after, and whether from where the two parted. */
final class RangeChooser {
    private static final String FILES = Wording.of("review.range-chooser.files-they");

    private final ComboBox<String> bases;
    private final ComboBox<String> heads;
    private final CheckBox parting;
    private Range range = Range.LIVE;

    /**
     * Makes the boxes choose.
     *
     * @param tree the distro's root
     * @param chosen told of each choice
     */
    RangeChooser(ComboBox<String> bases, ComboBox<String> heads, CheckBox parting, Path tree, Consumer<Range> chosen) {
        this.bases = bases;
        this.heads = heads;
        this.parting = parting;
        new ReferenceBox(bases, tree, List.of(Range.HEAD));
        new ReferenceBox(heads, tree, List.of(FILES, Range.HEAD));
        Runnable choose = () -> {
            Range now = read();
            if (!now.equals(range)) {
                range = now;
                chosen.accept(now);
            }
        };
        bases.valueProperty().subscribe(value -> choose.run());
        heads.valueProperty().subscribe(value -> choose.run());
        parting.selectedProperty().subscribe(value -> choose.run());
    }

    private Range read() {
        String head = said(heads, FILES);
        return new Range(
                said(bases, Range.HEAD),
                head.equals(FILES) ? Optional.empty() : Optional.of(head),
                parting.isSelected());
    }

    private static String said(ComboBox<String> box, String otherwise) {
        String value = box.getValue();
        return value == null || value.isBlank() ? otherwise : value.strip();
    }
}
