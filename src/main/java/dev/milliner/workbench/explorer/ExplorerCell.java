package dev.milliner.workbench.explorer;

import dev.milliner.distro.Component;
import dev.milliner.distro.Kind;
import dev.milliner.distro.Severity;
import dev.milliner.workbench.base.Shortened;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.base.StyleClasses;
import dev.milliner.workbench.words.Words;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row of the explorer: a sign, the name, and quiet words at the right edge. */
final class ExplorerCell extends TreeCell<ExplorerNode> {
    private final Supplier<@Nullable Snapshot> snapshot;
    /** Narrower than this, in pixels, a shortened note is left out. */
    private static final double LEAST_NOTE = 56;

    private final HBox box = new HBox(7);
    private final Label name = new Label();
    private final Label note = new Label();
    private final Region dot = new Region();
    private final FontIcon icon = new FontIcon();

    ExplorerCell(Supplier<@Nullable Snapshot> snapshot) {
        this.snapshot = snapshot;
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(0);
        // The row takes what width the tree has; a wide name must not bring a horizontal scroll bar.
        box.setPrefWidth(40);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        note.getStyleClass().add("row-note");
        Shortened.atEnd(note).setMinWidth(24);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        note.setAlignment(Pos.CENTER_RIGHT);
        box.getChildren().setAll(dot, icon, name, gap, note);
        box.setVisible(false);
        setGraphic(box);
    }

    @Override
    protected void updateItem(@Nullable ExplorerNode node, boolean empty) {
        super.updateItem(node, empty);
        again();
    }

    /** Says what the row is now. */
    void again() {
        ExplorerNode item = getItem();
        Snapshot now = snapshot.get();
        ExplorerNode node = item == null || now == null ? item : item.in(now.distro());
        // A graphic that is taken away and put back is styled anew with all that is in it.
        box.setVisible(!isEmpty() && node != null);
        if (isEmpty() || node == null) {
            return;
        }
        name.setText(node.text());
        // Quiet words give way to the name, unless the name is very long.
        name.setMinWidth(node.text().length() < 34 ? Region.USE_PREF_SIZE : 120);
        show(node);
    }

    private void show(ExplorerNode node) {
        switch (node) {
            case ExplorerNode.Section section -> show(null, null, Words.number(section.count()), null);
            case ExplorerNode.Defined defined -> showDefinition(defined);
            case ExplorerNode.OverlayRow row -> {
                boolean removes = row.overlay().type().contains("remove");
                show(null, removes ? "mdi2m-minus-circle-outline" : "mdi2p-plus-circle-outline", row.note(), null);
            }
            case ExplorerNode.FileRow file -> show(null, "mdi2f-file-outline", "", fileSeverity(file.path()));
            case ExplorerNode.Root root -> show(null, null, "", null);
        }
    }

    private void showDefinition(ExplorerNode.Defined defined) {
        Severity severity = severity(defined);
        if (defined.value() instanceof Component component) {
            boolean marked = component.hasOverlays() || component.isCustomised() || component.isLocal();
            show(marked ? "accent" : "plain", null, defined.note(), severity);
        } else if (defined.value().kind() == Kind.PACKAGE) {
            show("plain", null, defined.note(), severity);
        } else {
            show(null, icon(defined.value().kind()), defined.note(), severity);
        }
    }

    private static String icon(Kind kind) {
        return switch (kind) {
            case IMAGE -> "mdi2d-disc";
            case COMPONENT_GROUP, PACKAGE_GROUP -> "mdi2f-folder-outline";
            case DISTRO -> "mdi2l-layers-outline";
            case REPOSITORY -> "mdi2d-database-outline";
            case COMPONENT, PACKAGE -> "mdi2c-circle-small";
            case TEST_SUITE -> "mdi2c-check-circle-outline";
        };
    }

    private void show(@Nullable String dotClass, @Nullable String iconName, String words, @Nullable Severity severity) {
        String worst = worst(severity);
        show(dot, dotClass != null);
        show(icon, iconName != null);
        StyleClasses.set(dot, "dot", !worst.isEmpty() ? worst : dotClass == null ? "plain" : dotClass);
        if (iconName != null && !iconName.equals(icon.getIconLiteral())) {
            icon.setIconLiteral(iconName);
            StyleClasses.set(icon, "ikonli-font-icon", "small");
        }
        note.setText(words.isEmpty() ? worst : words);
        if (worst.isEmpty()) {
            StyleClasses.set(name, "label");
            StyleClasses.set(note, "label", "row-note");
        } else {
            StyleClasses.set(name, "label", worst);
            StyleClasses.set(note, "label", "row-note", worst);
        }
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /** The style class of what is worth a look, which is a word for it too; nothing of what is not. */
    private static String worst(@Nullable Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "";
            case null -> "";
        };
    }

    private @Nullable Severity severity(ExplorerNode.Defined defined) {
        Snapshot now = snapshot.get();
        return now == null
                ? null
                : now.worstByDefinition()
                        .get(Snapshot.key(
                                defined.value().kind().name(), defined.value().name()));
    }

    private @Nullable Severity fileSeverity(String path) {
        Snapshot now = snapshot.get();
        if (now == null || !now.problemsByFile().containsKey(path)) {
            return null;
        }
        return now.problemsByFile().get(path).stream()
                .map(problem -> problem.severity())
                .min(java.util.Comparator.naturalOrder())
                .orElse(null);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (box.isVisible()) {
            double width = getWidth() - box.getLayoutX() - snappedRightInset();
            box.resize(Math.max(40, width), box.getHeight());
            double taken = box.getChildren().stream()
                    .filter(child -> child.isManaged() && !child.equals(note))
                    .mapToDouble(child -> child.prefWidth(-1) + box.getSpacing())
                    .sum();
            // Two letters and an ellipsis say less than nothing.
            note.setVisible(width - taken >= Math.min(note.prefWidth(-1), LEAST_NOTE));
        }
    }
}
