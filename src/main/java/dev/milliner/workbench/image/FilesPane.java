package dev.milliner.workbench.image;

import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The files an image would hold, as a tree. */
final class FilesPane {
    /** Found files are shown with all their folders open up to this many. */
    private static final int MOST_OPENED = 200;

    @FXML
    private VBox root;

    @FXML
    private TextField searchField;

    @FXML
    private Label shownCount;

    @FXML
    private TreeTableView<FileNode> tree;

    @FXML
    private TreeTableColumn<FileNode, String> nameColumn;

    @FXML
    private TreeTableColumn<FileNode, String> countColumn;

    @FXML
    private TreeTableColumn<FileNode, String> ownerColumn;

    @FXML
    private Label emptyState;

    private final Later searching = new Later(Wording.of("activity.file-search"));
    private ImageDesk.@Nullable Listed listed;

    FilesPane() {
        Fxml.load("image/files.fxml", this);
        column(nameColumn, FileNode::name, node -> "plain");
        column(
                countColumn,
                node -> node.files() > 0 && node.isFolder() ? Words.number(node.files()) : "",
                node -> "number");
        column(
                ownerColumn,
                node -> node.isClash()
                        ? Wording.of("image.files-pane.several-bring-file", node.owners())
                        : node.owners(),
                node -> node.isClash() ? "warning" : "second");
        searchField.textProperty().subscribe(this::search);
    }

    private static void column(
            TreeTableColumn<FileNode, String> column,
            Function<FileNode, String> text,
            Function<FileNode, String> styleClass) {
        column.setSortable(false);
        column.setCellValueFactory(features ->
                new ReadOnlyStringWrapper(text.apply(features.getValue().getValue())));
        column.setCellFactory(view -> new TreeTableCell<>() {
            @Override
            protected void updateItem(@Nullable String value, boolean empty) {
                super.updateItem(value, empty);
                setText(empty ? "" : value);
                getStyleClass().removeAll("plain", "second", "number", "warning");
                FileNode node = getTableRow() == null ? null : getTableRow().getItem();
                if (!empty && node != null) {
                    getStyleClass().add(styleClass.apply(node));
                }
            }
        });
    }

    VBox node() {
        return root;
    }

    /** Shows files, or that they are still being listed. */
    void show(ImageDesk.@Nullable Listed now) {
        listed = now;
        search();
    }

    private void search() {
        ImageDesk.Listed now = listed;
        String text = searchField.getText();
        if (now == null) {
            searching.cancel();
            show(
                    FileNode.tree(java.util.List.of(), file -> true),
                    Wording.of("image.files-pane.files-being-listed"),
                    false);
            return;
        }
        searching.ask(
                () -> FileNode.tree(now.files(), FileNode.search(text)),
                found -> show(found, why(now), !text.isBlank()));
    }

    private static String why(ImageDesk.Listed now) {
        if (!now.why().isEmpty()) {
            return now.why();
        }
        return now.files().isEmpty()
                ? Wording.of("image.files-pane.repositories-bring-no")
                : Wording.of("image.files-pane.no-file-matches");
    }

    private void show(FileNode found, String why, boolean opened) {
        tree.setRoot(new FileItem(found, opened && found.files() <= MOST_OPENED));
        shownCount.setText(Wording.counted("count.file", found.files()));
        emptyState.setText(why);
        emptyState.setVisible(found.children().isEmpty());
    }

    boolean isSettled() {
        return searching.isSettled();
    }

    /** Makes the items below it when they are first looked at. */
    private static final class FileItem extends TreeItem<FileNode> {
        private final boolean opened;
        private boolean filled;

        FileItem(FileNode node, boolean opened) {
            super(node);
            this.opened = opened;
            setExpanded(opened || node.name().equals("/"));
        }

        @Override
        public javafx.collections.ObservableList<TreeItem<FileNode>> getChildren() {
            if (!filled) {
                filled = true;
                super.getChildren()
                        .setAll(getValue().children().stream()
                                .map(child -> new FileItem(child, opened))
                                .collect(Collectors.toList()));
            }
            return super.getChildren();
        }

        @Override
        public boolean isLeaf() {
            return getValue().children().isEmpty();
        }
    }

    /** Ends what it works out. */
    void close() {
        searching.close();
    }
}
