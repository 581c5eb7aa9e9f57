package dev.milliner.workbench.image;

import dev.milliner.distro.Distro;
import dev.milliner.distro.Image;
import dev.milliner.image.ImagePlan;
import dev.milliner.image.PlannedPackage;
import dev.milliner.source.Place;
import dev.milliner.workbench.Facts;
import dev.milliner.workbench.Fxml;
import dev.milliner.workbench.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What an image would hold and why: key figures, a map by size, the packages, and what is to be known of one. */
public final class ImagePage implements AutoCloseable {
    @FXML
    private SplitPane root;

    @FXML
    private ComboBox<String> imageBox;

    @FXML
    private TextField repositoryField;

    @FXML
    private Button fetchButton;

    @FXML
    private HBox figures;

    @FXML
    private StackPane mapHolder;

    @FXML
    private TextField filterField;

    @FXML
    private Label shownCount;

    @FXML
    private TableView<PlannedPackage> table;

    @FXML
    private TableColumn<PlannedPackage, PlannedPackage> nameColumn;

    @FXML
    private TableColumn<PlannedPackage, PlannedPackage> versionColumn;

    @FXML
    private TableColumn<PlannedPackage, PlannedPackage> archColumn;

    @FXML
    private TableColumn<PlannedPackage, PlannedPackage> componentColumn;

    @FXML
    private TableColumn<PlannedPackage, PlannedPackage> sizeColumn;

    @FXML
    private TableColumn<PlannedPackage, PlannedPackage> addedColumn;

    @FXML
    private TableColumn<PlannedPackage, PlannedPackage> reasonColumn;

    @FXML
    private Label emptyState;

    @FXML
    private VBox details;

    private final ImageDesk desk = new ImageDesk();
    private final TreemapView map = new TreemapView(this::selectByName);
    private final PackageDetails information;
    private @Nullable Distro distro;
    private boolean filling;
    private boolean inFront;

    /**
     * Makes the page.
     *
     * @param goTo goes to a place in the editor
     * @param remove takes a package out of the description
     */
    public ImagePage(Consumer<Place> goTo, Consumer<PlannedPackage> remove) {
        Fxml.load("image/image.fxml", this);
        root.setId("image");
        information = new PackageDetails(details, goTo, remove);
        mapHolder.getChildren().add(map);
        columns();
        filterField.textProperty().subscribe(this::filter);
        table.getSelectionModel().selectedItemProperty().subscribe(this::select);
        imageBox.valueProperty().subscribe(name -> plan());
        repositoryField.setOnAction(event -> useRepositories());
        desk.shownProperty().subscribe(this::show);
    }

    private void columns() {
        column(nameColumn, PlannedPackage::name, Comparator.comparing(PlannedPackage::name), one -> "plain");
        column(
                versionColumn,
                one -> one.nevra().version().toString(),
                Comparator.comparing(one -> one.nevra().version()),
                one -> "second");
        column(
                archColumn,
                one -> one.nevra().architecture(),
                Comparator.comparing(one -> one.nevra().architecture()),
                one -> "second");
        column(
                componentColumn,
                one -> one.component().orElse("") + (one.overlays().isEmpty() ? "" : " ●"),
                Comparator.comparing(one -> one.component().orElse("")),
                one -> one.overlays().isEmpty() ? "second" : "accent");
        column(
                sizeColumn,
                one -> Words.size(one.size()),
                Comparator.comparingLong(PlannedPackage::size),
                one -> "number");
        column(
                addedColumn,
                one -> Words.size(one.addedSize()),
                Comparator.comparingLong(PlannedPackage::addedSize),
                one -> "number");
        column(
                reasonColumn,
                PlannedPackage::reason,
                Comparator.comparing(PlannedPackage::reason),
                one -> one.asked() ? "plain" : "second");
    }

    private static void column(
            TableColumn<PlannedPackage, PlannedPackage> column,
            Function<PlannedPackage, String> text,
            Comparator<PlannedPackage> order,
            Function<PlannedPackage, String> styleClass) {
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setComparator(order);
        column.setCellFactory(view -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable PlannedPackage one, boolean empty) {
                super.updateItem(one, empty);
                setText(empty || one == null ? "" : text.apply(one));
                getStyleClass().removeAll("second", "number", "accent");
                if (!empty && one != null) {
                    getStyleClass().add(styleClass.apply(one));
                }
            }
        });
    }

    /** The node to put on the screen. */
    public SplitPane node() {
        return root;
    }

    /** Shows the images of a state of the distro; plans again only while the page is in front. */
    public void show(Distro now) {
        distro = now;
        String chosen = imageBox.getValue();
        List<String> names = List.copyOf(now.images().keySet());
        filling = true;
        if (!imageBox.getItems().equals(names)) {
            imageBox.getItems().setAll(names);
        }
        imageBox.setValue(
                chosen != null && names.contains(chosen) ? chosen : names.isEmpty() ? null : names.getFirst());
        filling = false;
        plan();
    }

    /** Tells the page whether it can be seen. */
    public void setInFront(boolean now) {
        inFront = now;
        plan();
    }

    /** Chooses an image. */
    public void choose(String image) {
        imageBox.setValue(image);
    }

    /** Takes repositories, written as {@code ID=URI} with spaces between, in place of the image's own. */
    public void useRepositories(String text) {
        repositoryField.setText(text);
        useRepositories();
    }

    private void useRepositories() {
        List<ImageDesk.Named> named = new ArrayList<>();
        for (String part : repositoryField.getText().strip().split("\\s+", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                named.add(new ImageDesk.Named(part.substring(0, equals), part.substring(equals + 1)));
            } else if (!part.isEmpty()) {
                named.add(new ImageDesk.Named("repository-" + (named.size() + 1), part));
            }
        }
        desk.use(named);
        plan();
    }

    @FXML
    private void fetch() {
        desk.allowFetching();
        plan();
    }

    private void plan() {
        Distro now = distro;
        String name = imageBox.getValue();
        Image image = now == null || name == null ? null : now.images().get(name);
        if (image != null && now != null && inFront && !filling) {
            desk.plan(now, image);
        }
    }

    private void show(ImageDesk.@Nullable Shown shown) {
        ImagePlan plan = shown == null ? null : shown.plan();
        fetchButton.setVisible(shown != null && shown.remote());
        fetchButton.setManaged(shown != null && shown.remote());
        emptyState.setText(shown == null ? "The image is being planned…" : shown.why());
        emptyState.setVisible(plan == null || plan.packages().isEmpty());
        figures.getChildren().setAll(plan == null ? List.of() : cards(plan));
        map.show(
                plan == null
                        ? List.of()
                        : plan.packages().stream()
                                .map(one -> new TreemapView.Item(one.name(), one.size()))
                                .toList());
        map.setVisible(plan != null);
        information.show(plan, null);
        filter();
    }

    private static List<VBox> cards(ImagePlan plan) {
        long asked = plan.packages().stream().filter(PlannedPackage::asked).count();
        long overlaid = plan.packages().stream()
                .filter(one -> !one.overlays().isEmpty())
                .count();
        int problems = plan.problems().size() + plan.unsolved().size();
        return List.of(
                Facts.card(Words.size(plan.size()), "installed size", "plain"),
                Facts.card(
                        Words.number(plan.packages().size()),
                        "packages · " + asked + " asked for, "
                                + (plan.packages().size() - asked) + " pulled in",
                        "plain"),
                Facts.card(Words.number(overlaid), "from components with overlays", "plain"),
                Facts.card(
                        Words.number(problems),
                        problems == 0 ? "problems: the description holds" : "problems, listed at the right",
                        problems == 0 ? "good" : "warning"));
    }

    private @Nullable ImagePlan plannedNow() {
        ImageDesk.Shown shown = desk.shownProperty().get();
        return shown == null ? null : shown.plan();
    }

    private void filter() {
        ImagePlan plan = plannedNow();
        PackageFilter filter = PackageFilter.parse(filterField.getText());
        PlannedPackage selected = table.getSelectionModel().getSelectedItem();
        Stream<PlannedPackage> passing =
                plan == null ? Stream.of() : plan.packages().stream().filter(filter::accepts);
        var order = List.copyOf(table.getSortOrder());
        table.getItems().setAll(passing.toList());
        table.getSortOrder().setAll(order);
        shownCount.setText(Words.number(table.getItems().size()) + " shown");
        if (selected != null && plan != null) {
            plan.find(selected.name())
                    .ifPresent(again -> table.getSelectionModel().select(again));
        }
    }

    private void select(@Nullable PlannedPackage one) {
        ImagePlan plan = plannedNow();
        map.select(one == null ? null : one.name());
        information.show(plan, one);
    }

    private void selectByName(String name) {
        ImagePlan plan = plannedNow();
        if (plan != null) {
            plan.find(name).ifPresent(one -> {
                table.getSelectionModel().select(one);
                table.scrollTo(one);
            });
        }
    }

    /** What the image would hold, once it is planned. */
    public @Nullable ImagePlan plan(String image) {
        ImageDesk.Shown shown = desk.shownProperty().get();
        return shown == null || !shown.image().equals(image) ? null : shown.plan();
    }

    /** Where the chosen image's description asks for a package. */
    public Optional<Place> placeOf(Distro now, PlannedPackage one) {
        Image image = now.images().get(imageBox.getValue());
        return image == null ? Optional.empty() : ImageDesk.placeOf(now, image, one);
    }

    /** Tells whether the page shows the newest state. */
    public boolean isSettled() {
        return desk.isSettled();
    }

    @Override
    public void close() {
        desk.close();
    }
}
