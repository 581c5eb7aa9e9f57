package dev.milliner.workbench.welcome;

import dev.milliner.ground.FileTrouble;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What is shown while no distro is open: the ways to one, and what this host can do. */
public final class WelcomeView {
    @FXML
    private StackPane root;

    @FXML
    private Button openButton;

    @FXML
    private Button cloneButton;

    @FXML
    private Button settingsButton;

    @FXML
    private Button reportButton;

    @FXML
    private Button tourButton;

    @FXML
    private VBox tourCard;

    @FXML
    private VBox recentCards;

    @FXML
    private VBox sampleCards;

    @FXML
    private VBox recentPart;

    @FXML
    private VBox samplePart;

    @FXML
    private VBox machine;

    @FXML
    private Label told;

    private final WelcomeHost host;
    private final List<Sample> samples = Sample.all();
    private final Later looking = new Later(Wording.of("activity.recent-distros"));
    private final Later copying = new Later(Wording.of("activity.sample"));
    private final MachineList machineList;

    /** Makes it. */
    public WelcomeView(WelcomeHost host) {
        this.host = host;
        Fxml.load("welcome/welcome.fxml", this);
        root.setId("welcome");
        openButton.setOnAction(
                event -> host.folder(Wording.of("welcome.view.folder-distro")).ifPresent(this::open));
        cloneButton.setOnAction(event -> new CloneCard(root, host).show());
        settingsButton.setOnAction(event -> host.showSettings());
        reportButton.setOnAction(event -> host.report());
        machineList = new MachineList(machine, host.builds());
        showRecent();
        showSamples();
        tell("");
    }

    /** The node to put on the screen. */
    public StackPane node() {
        return root;
    }

    private void open(Path folder) {
        host.open(folder);
    }

    /** Says a sentence below the buttons. */
    public void tell(String sentence) {
        told.setText(sentence);
        told.setVisible(!sentence.isEmpty());
        told.setManaged(!sentence.isEmpty());
    }

    private void showRecent() {
        List<Recent> recent = host.recent();
        recentPart.setVisible(!recent.isEmpty());
        recentPart.setManaged(!recent.isEmpty());
        looking.ask(() -> recent.stream().map(RecentWords::of).toList(), words -> fill(recent, words));
    }

    private void fill(List<Recent> recent, List<RecentWords> words) {
        List<Node> cards = new ArrayList<>();
        for (int i = 0; i < recent.size(); i++) {
            Recent one = recent.get(i);
            WelcomeCard card = new WelcomeCard(one.name(), words.get(i).words());
            card.note(Ago.words(Instant.ofEpochMilli(one.opened()), Instant.now()));
            if (words.get(i).there()) {
                card.onOpen(Wording.of("welcome.view.open", one.root()), () -> open(Path.of(one.root())));
            } else {
                card.fade(Wording.of("welcome.view.forget"), () -> {
                    host.forget(one);
                    showRecent();
                });
            }
            cards.add(card);
        }
        recentCards.getChildren().setAll(cards);
    }

    private void showSamples() {
        samplePart.setVisible(!samples.isEmpty());
        samplePart.setManaged(!samples.isEmpty());
        for (Sample sample : samples) {
            WelcomeCard card = new WelcomeCard(sample.name(), sample.about());
            card.note(sample.sign());
            card.onOpen(Wording.of("welcome.view.open-copy", sample.name()), () -> copy(sample, false));
            sampleCards.getChildren().add(card);
        }
        Optional<Sample> first = samples.stream().findFirst();
        tourCard.setVisible(first.isPresent());
        tourCard.setManaged(first.isPresent());
        tourButton.setOnAction(event -> first.ifPresent(sample -> copy(sample, true)));
    }

    /** What came of copying: the folder, or why there is none. */
    private record Copied(Optional<Path> root, String why) {}

    private void copy(Sample sample, boolean tour) {
        tell(Wording.of("welcome.view.copying", sample.name()));
        copying.ask(() -> copied(sample), copied -> {
            tell(copied.why());
            copied.root().ifPresent(folder -> {
                if (tour) {
                    host.tour(folder);
                } else {
                    open(folder);
                }
            });
        });
    }

    private Copied copied(Sample sample) {
        try {
            return new Copied(Optional.of(sample.copyInto(host.samples())), "");
        } catch (IOException impossible) {
            return new Copied(
                    Optional.empty(),
                    Wording.of(
                            "welcome.view.cant-copied", sample.name(), host.samples(), FileTrouble.words(impossible)));
        }
    }

    /** Tells whether all of it is shown. */
    public boolean isSettled() {
        return looking.isSettled() && copying.isSettled() && machineList.isSettled();
    }

    /** Ends what runs for it. */
    public void close() {
        looking.close();
        copying.close();
        machineList.close();
    }
}
