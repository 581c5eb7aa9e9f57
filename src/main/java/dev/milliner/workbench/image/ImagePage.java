package dev.milliner.workbench.image;

import dev.milliner.build.history.BuildStore;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Image;
import dev.milliner.image.ImageDifference;
import dev.milliner.image.ImagePlan;
import dev.milliner.image.PlanFormat;
import dev.milliner.workbench.base.FirstImage;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.base.Keys;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.base.WorkbenchPage;
import dev.milliner.workbench.words.Wording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What an image would hold and why: key figures, a map by size, packages, files, and what differs from elsewhere. */
public final class ImagePage implements WorkbenchPage {
    /** The architectures that are offered, with the levels of x86-64. */
    static final List<String> ARCHITECTURES = List.of("x86_64", "x86_64_v2", "x86_64_v3", "x86_64_v4", "aarch64");

    private static final KeyCombination UNDO = Keys.control(KeyCode.Z);
    private static final String OWN_PROFILE = Wording.of("image.page.own-profile");

    @FXML
    private SplitPane root;

    @FXML
    private ComboBox<String> imageBox;

    @FXML
    private ComboBox<String> profileBox;

    @FXML
    private ComboBox<String> architectureBox;

    @FXML
    private TextField repositoryField;

    @FXML
    private Button fetchButton;

    @FXML
    private MenuButton compareButton;

    @FXML
    private MenuButton exportButton;

    @FXML
    private HBox figures;

    @FXML
    private TabPane tabs;

    @FXML
    private Tab packagesTab;

    @FXML
    private Tab filesTab;

    @FXML
    private Tab comparedTab;

    @FXML
    private Tab evidenceTab;

    @FXML
    private VBox details;

    @FXML
    private Button buildButton;

    private final ImageDesk desk;
    private final PackageTable packages = new PackageTable();
    private final FilesPane files = new FilesPane();
    private final ComparisonPane comparison = new ComparisonPane();
    private final EvidencePane evidence;
    private final PackageDetails information;
    private final CompareMenu compareMenu;
    private final ImageActions actions;
    private Other other = Other.Commit.HEAD;
    private @Nullable Distro distro;
    private boolean filling;
    private boolean inFront;
    private boolean fetching;

    /**
     * Makes the page.
     *
     * @param builds where the packages lie that builds made
     * @param build builds an image by its name
     */
    public ImagePage(ImageActions actions, BuildStore builds, Consumer<String> build) {
        this.desk = new ImageDesk(builds);
        this.actions = actions;
        this.evidence = new EvidencePane(builds, actions::chooseArtifact, this::look);
        Fxml.load("image/image.fxml", this);
        root.setId("image");
        information = new PackageDetails(details, actions, packages::selectByName, this::showEvidence, desk::offer);
        compareMenu = new CompareMenu(compareButton, this::compareWith, actions::chooseArtifact);
        packagesTab.setContent(packages.node());
        filesTab.setContent(files.node());
        comparedTab.setContent(comparison.node());
        evidenceTab.setContent(evidence.node());
        architectureBox.getItems().setAll(ARCHITECTURES);
        architectureBox.setValue(ARCHITECTURES.getFirst());
        for (PlanFormat format : PlanFormat.values()) {
            exportButton.getItems().add(exportItem(format));
        }
        buildButton.setOnAction(event -> build.accept(imageBox.getValue()));
        listen();
    }

    private void listen() {
        imageBox.valueProperty().subscribe(name -> chooseImage());
        profileBox.valueProperty().subscribe(name -> plan());
        architectureBox.valueProperty().subscribe(name -> plan());
        repositoryField.setOnAction(event -> plan());
        packages.onSelect(this::showSelection);
        information.whenLost(packages::focus);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::undo);
        tabs.getSelectionModel().selectedItemProperty().subscribe(tab -> fillTab());
        desk.shownProperty().subscribe(this::show);
        desk.headProperty().subscribe(compared -> showHead());
        desk.comparedProperty().subscribe(comparison::show);
        desk.listedProperty().subscribe(this::showFiles);
        desk.leavingProperty().subscribe(leaving -> showDetails());
        desk.offeredProperty().subscribe(information::offer);
        evidence.onRead(this::showDetails);
    }

    private MenuItem exportItem(PlanFormat format) {
        MenuItem item = new MenuItem(PageWords.format(format));
        item.setOnAction(event -> shownPlan().ifPresent(plan -> actions.export(distroShown(), plan, format)));
        return item;
    }

    private Distro distroShown() {
        return java.util.Objects.requireNonNull(desk.shownProperty().get())
                .question()
                .distro();
    }

    @Override
    public Face face() {
        return new Face(
                "image",
                Wording.of("image.page.image-contents"),
                "mdi2v-view-dashboard-outline",
                Keys.control(KeyCode.DIGIT4));
    }

    @Override
    public SplitPane node() {
        return root;
    }

    /** Shows the images of a state of the distro; plans again only while the page is in front. */
    @Override
    public void show(Snapshot snapshot) {
        show(snapshot.distro());
    }

    private void show(Distro now) {
        distro = now;
        String chosen = imageBox.getValue();
        List<String> names = List.copyOf(now.images().keySet());
        filling = true;
        if (!imageBox.getItems().equals(names)) {
            imageBox.getItems().setAll(names);
        }
        imageBox.setValue(
                chosen != null && names.contains(chosen)
                        ? chosen
                        : FirstImage.of(now).orElse(null));
        filling = false;
        plan();
    }

    @Override
    public void setInFront(boolean now) {
        inFront = now;
        plan();
    }

    /** Chooses an image. */
    public void choose(String image) {
        imageBox.setValue(image);
    }

    private void chooseImage() {
        boolean before = filling;
        filling = true;
        profileBox.getItems().clear();
        profileBox.setValue(null);
        filling = before;
        evidence.forget();
        fillTab();
        plan();
    }

    /** Takes repositories, written as {@code ID=URI} with spaces between, in place of the image's own. */
    public void useRepositories(String text) {
        repositoryField.setText(text);
        plan();
    }

    @FXML
    private void fetch() {
        fetching = true;
        plan();
    }

    private void plan() {
        Distro now = distro;
        String name = imageBox.getValue();
        Image image = now == null || name == null ? null : now.images().get(name);
        if (image != null && now != null && inFront && !filling) {
            Optional<String> profile =
                    Optional.ofNullable(profileBox.getValue()).filter(value -> !value.equals(OWN_PROFILE));
            desk.plan(new Question(
                    now,
                    image,
                    profile,
                    architectureBox.getValue(),
                    NamedRepositories.of(repositoryField.getText()),
                    fetching));
        }
    }

    private void show(ImageDesk.@Nullable Shown shown) {
        ImagePlan plan = shown == null ? null : shown.plan();
        boolean remote = shown != null && shown.remote();
        fetchButton.setVisible(remote);
        fetchButton.setManaged(remote);
        boolean unbuilt = shown != null && shown.unbuilt();
        buildButton.setVisible(unbuilt);
        buildButton.setManaged(unbuilt);
        exportButton.setDisable(plan == null);
        compareButton.setDisable(plan == null);
        if (shown != null) {
            offerProfiles(shown.profiles());
            compareMenu.offer(shown);
        }
        packages.show(
                plan,
                shown == null ? List.of() : shown.tiles(),
                shown == null ? Wording.of("image.page.image-being-planned") : shown.why());
        packagesTab.setText(PageWords.packages(plan));
        showHead();
        showDetails();
        fillTab();
    }

    private void offerProfiles(List<String> profiles) {
        boolean before = filling;
        filling = true;
        List<String> items = new ArrayList<>(profiles);
        items.addFirst(OWN_PROFILE);
        if (!profileBox.getItems().equals(items)) {
            String chosen = profileBox.getValue();
            profileBox.getItems().setAll(items);
            profileBox.setValue(chosen != null && items.contains(chosen) ? chosen : OWN_PROFILE);
        }
        profileBox.setVisible(!profiles.isEmpty());
        profileBox.setManaged(!profiles.isEmpty());
        filling = before;
    }

    /** Work for a tab is done when it is looked at. */
    private void fillTab() {
        Tab tab = tabs.getSelectionModel().getSelectedItem();
        if (filesTab.equals(tab)) {
            desk.list();
        } else if (comparedTab.equals(tab)) {
            desk.compare(other);
        } else if (evidenceTab.equals(tab)) {
            look();
        }
    }

    private void look() {
        Distro now = distro;
        String image = imageBox.getValue();
        if (now != null && image != null && inFront) {
            evidence.look(now, image);
        }
    }

    /** Brings what a built image shows of a package to the front. */
    private void showEvidence(String name) {
        evidence.select(name);
        tabs.getSelectionModel().select(evidenceTab);
        evidence.select(name);
    }

    /** Shows what a built image or package holds, in place of what the newest build left. */
    public void inspect(Path artifact) {
        evidence.choose(artifact);
        tabs.getSelectionModel().select(evidenceTab);
        look();
    }

    /** Compares the image with something else. */
    void compareWith(Other what) {
        other = what;
        comparedTab.setText(Wording.of("image.page.compared-tab", what.label()));
        comparison.wait(what);
        tabs.getSelectionModel().select(comparedTab);
        desk.compare(what);
    }

    private void showFiles(ImageDesk.@Nullable Listed listed) {
        files.show(listed);
        long count = listed == null
                ? 0
                : listed.files().stream().filter(file -> !file.folder()).count();
        filesTab.setText(PageWords.files(count));
    }

    private void showHead() {
        ImageDesk.Compared head = desk.headProperty().get();
        ImageDifference difference = head == null ? null : head.difference();
        packages.setChanged(
                difference == null
                        ? Set.of()
                        : difference.changes().stream()
                                .map(ImageDifference.Change::name)
                                .collect(Collectors.toSet()));
        figures.setManaged(shownPlan().isPresent());
        figures.getChildren()
                .setAll(shownPlan()
                        .map(plan -> KeyFigures.of(plan, Optional.ofNullable(difference)))
                        .orElse(List.of()));
    }

    /** For several packages the solver is asked what leaves with them together. */
    private void showSelection() {
        desk.leaving(packages.allSelected());
        showDetails();
    }

    private void showDetails() {
        information.take(evidence.inspected(), desk.leavingProperty().get(), desk.claims());
        information.show(shownPlan().orElse(null), packages.allSelected());
    }

    /** Ctrl+Z takes back what was done here; text fields take back what was typed into them, and then it does not come here. */
    private void undo(KeyEvent event) {
        if (UNDO.match(event)) {
            event.consume();
            actions.undo();
        }
    }

    private Optional<ImagePlan> shownPlan() {
        return Optional.ofNullable(desk.shownProperty().get()).map(ImageDesk.Shown::plan);
    }

    /** What the image would hold, once it is planned. */
    public @Nullable ImagePlan plan(String image) {
        return desk.planned(image).orElse(null);
    }

    @Override
    public boolean isSettled() {
        return desk.isSettled() && files.isSettled() && evidence.isSettled();
    }

    @Override
    public void close() {
        desk.close();
        files.close();
        evidence.close();
    }
}
