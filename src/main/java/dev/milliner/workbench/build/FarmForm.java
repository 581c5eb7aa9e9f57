package dev.milliner.workbench.build;

import dev.milliner.build.koji.KojiClient;
import dev.milliner.build.koji.KojiFailed;
import dev.milliner.build.koji.KojiHost;
import dev.milliner.build.koji.KojiQuestions;
import dev.milliner.build.koji.KojiTarget;
import dev.milliner.distro.Distro;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.base.KeyboardBefore;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Asks what a farm is to build, and shows the command before it runs. */
final class FarmForm {
    @FXML
    private StackPane root;

    private final KeyboardBefore before = new KeyboardBefore();

    @FXML
    private ToggleGroup kinds;

    @FXML
    private ToggleButton componentButton;

    @FXML
    private ToggleButton imageButton;

    @FXML
    private ComboBox<String> nameBox;

    @FXML
    private ComboBox<String> profileBox;

    @FXML
    private ComboBox<String> targetBox;

    @FXML
    private Label targetNote;

    @FXML
    private ToggleGroup sources;

    @FXML
    private ToggleButton treeButton;

    @FXML
    private ToggleButton commitButton;

    @FXML
    private TextField commitField;

    @FXML
    private Label sourceNote;

    @FXML
    private TextField architecturesField;

    @FXML
    private CheckBox scratchBox;

    @FXML
    private Label commandLabel;

    @FXML
    private Label problemLabel;

    @FXML
    private Button sendButton;

    private final Later profiles = new Later(Wording.of("activity.koji-profiles"));
    private final Later targets = new Later(Wording.of("activity.build-targets"));
    private final BiConsumer<FarmOrder, Distro> sent;
    private @Nullable KojiHost host;
    private @Nullable Distro distro;

    /** What a hub said of its targets, or why it said nothing. */
    private record Told(List<KojiTarget> targets, Optional<String> failure) {}

    /**
     * Makes the form, closed.
     *
     * @param sent takes what is to be built
     */
    FarmForm(BiConsumer<FarmOrder, Distro> sent) {
        this.sent = sent;
        Fxml.load("build/farm.fxml", this);
        root.setId("farmForm");
        keepOneChosen(kinds);
        keepOneChosen(sources);
        kinds.selectedToggleProperty().subscribe(kind -> kindChosen());
        sources.selectedToggleProperty().subscribe(source -> show());
        Stream.of(nameBox, targetBox)
                .forEach(box -> box.getEditor().textProperty().subscribe(text -> show()));
        profileBox.getEditor().textProperty().subscribe(profile -> askTargets());
        Stream.of(commitField, architecturesField)
                .forEach(field -> field.textProperty().subscribe(text -> show()));
        scratchBox.selectedProperty().subscribe(scratch -> show());
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    /** A pressed segment stays pressed. */
    private static void keepOneChosen(ToggleGroup group) {
        group.selectedToggleProperty().addListener((all, before, now) -> {
            if (now == null && before != null) {
                group.selectToggle(before);
            }
        });
    }

    StackPane node() {
        return root;
    }

    /**
     * Opens it.
     *
     * @param known what this host has to reach farms with
     * @param tree the distro as it is on the screen
     * @param image the image that is chosen, or null
     * @param component the component that is chosen, which is offered first, or null
     */
    void open(KojiHost known, Distro tree, @Nullable String image, @Nullable String component) {
        host = known;
        distro = tree;
        boolean ofImage = component == null && image != null;
        kinds.selectToggle(ofImage ? imageButton : componentButton);
        kindChosen();
        String wanted = ofImage ? image : component;
        nameBox.getEditor().setText(wanted == null ? "" : wanted);
        before.opening(root, root);
        root.setVisible(true);
        nameBox.requestFocus();
        profiles.ask(known::profiles, this::offerProfiles);
    }

    private void offerProfiles(List<String> names) {
        profileBox.getItems().setAll(names);
        if (profileBox.getEditor().getText().isBlank()) {
            profileBox
                    .getEditor()
                    .setText(
                            names.contains(KojiClient.DEFAULT_PROFILE) || names.isEmpty()
                                    ? KojiClient.DEFAULT_PROFILE
                                    : names.getFirst());
        } else {
            askTargets();
        }
    }

    private boolean isImage() {
        return imageButton.isSelected();
    }

    private void kindChosen() {
        Distro tree = distro;
        if (tree != null) {
            List<String> names = new ArrayList<>(
                    isImage() ? tree.images().keySet() : tree.components().keySet());
            String typed = nameBox.getEditor().getText();
            nameBox.getItems().setAll(names);
            boolean first = isImage() && !names.isEmpty();
            nameBox.getEditor().setText(names.contains(typed) ? typed : first ? names.getFirst() : "");
        }
        // A farm clones an image's description; a component may be sent as it is here.
        boolean clones = isImage() || !commitField.getText().isBlank();
        sources.selectToggle(clones ? commitButton : treeButton);
        show();
    }

    private void askTargets() {
        String profile = text(profileBox);
        KojiHost known = host;
        Optional<KojiClient> client = known == null ? Optional.empty() : known.client(profile);
        if (profile.isEmpty() || client.isEmpty()) {
            targets.cancel();
            note(targetNote, "", false);
        } else {
            note(targetNote, Wording.of("build.farm-form.asking-hub-targets"), false);
            targets.ask(() -> ask(client.get()), this::offerTargets);
        }
        show();
    }

    private static Told ask(KojiClient client) {
        try {
            return new Told(new KojiQuestions(client, shown -> {}).targets(), Optional.empty());
        } catch (KojiFailed failed) {
            return new Told(List.of(), Optional.of(failed.reason()));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return new Told(List.of(), Optional.of(Wording.of("build.farm-form.nobody-asked")));
        }
    }

    private void offerTargets(Told told) {
        String typed = targetBox.getEditor().getText();
        targetBox
                .getItems()
                .setAll(told.targets().stream().map(KojiTarget::name).toList());
        targetBox.getEditor().setText(typed);
        note(
                targetNote,
                told.failure()
                        .orElse(Wording.counted(
                                "build.farm-form.targets-hub", told.targets().size())),
                told.failure().isPresent());
        show();
    }

    private static void note(Label label, String text, boolean bad) {
        label.setText(text);
        label.getStyleClass().setAll("label", "form-note", bad ? "error" : "plain");
    }

    /** What the form says now. */
    private FarmOrder order() {
        boolean commit = isImage() || commitButton.isSelected();
        return new FarmOrder(
                isImage(),
                text(nameBox),
                text(profileBox),
                text(targetBox),
                !commit || scratchBox.isSelected(),
                commit ? Optional.of(commitField.getText().strip()) : Optional.empty(),
                Stream.of(architecturesField.getText().split("[\\s,]+"))
                        .filter(one -> !one.isEmpty())
                        .toList());
    }

    private static String text(ComboBox<String> box) {
        String text = box.getEditor().getText();
        return text == null ? "" : text.strip();
    }

    private void show() {
        Distro tree = distro;
        KojiHost known = host;
        if (tree == null || known == null) {
            return;
        }
        FarmOrder order = order();
        boolean ofTree = order.commit().isEmpty();
        treeButton.setDisable(isImage());
        commitField.setDisable(ofTree);
        scratchBox.setDisable(ofTree);
        if (ofTree) {
            scratchBox.setSelected(true);
        }
        note(sourceNote, sourceWords(order), false);
        Optional<String> problem = order.problem(tree).or(() -> unknownTarget(order));
        commandLabel.setText(known.client(order.profile())
                .map(client -> client.shown(order.preview(tree)))
                .orElse(""));
        problemLabel.setText(problem.orElse(""));
        sendButton.setDisable(order.problem(tree).isPresent());
    }

    private Optional<String> unknownTarget(FarmOrder order) {
        List<String> known = targetBox.getItems();
        return known.isEmpty() || known.contains(order.target())
                ? Optional.empty()
                : Optional.of(Wording.of("build.farm-form.hub-not-told", order.target()));
    }

    private static String sourceWords(FarmOrder order) {
        if (order.isImage()) {
            return Wording.of("build.farm-form.farm-clones-description");
        }
        return order.commit().isPresent()
                ? Wording.of("build.farm-form.farm-clones-sources")
                : Wording.of("build.farm-form.src-rpm-packed", order.name());
    }

    @FXML
    private void send() {
        Distro tree = distro;
        FarmOrder order = order();
        if (tree != null && order.problem(tree).isEmpty()) {
            close();
            sent.accept(order, tree);
        }
    }

    /** Closes it; what was typed stays for the next time. */
    @FXML
    void close() {
        targets.cancel();
        profiles.cancel();
        before.closing();
        root.setVisible(false);
    }

    boolean isSettled() {
        return profiles.isSettled() && targets.isSettled();
    }

    /** Ends what it works out. */
    void end() {
        targets.close();
        profiles.close();
    }
}
