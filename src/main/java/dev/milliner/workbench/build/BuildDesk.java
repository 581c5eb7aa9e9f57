package dev.milliner.workbench.build;

import dev.milliner.build.BuildFaults;
import dev.milliner.build.history.BuildState;
import dev.milliner.build.history.BuildStore;
import dev.milliner.build.host.Containment;
import dev.milliner.build.run.BuildRequest;
import dev.milliner.build.run.BuildTarget;
import dev.milliner.distro.Causes;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.ground.FileTrouble;
import dev.milliner.rpm.Level;
import dev.milliner.workbench.base.Activity;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.base.ClosePart;
import dev.milliner.workbench.base.ClosePart.Farewell;
import dev.milliner.workbench.base.Command;
import dev.milliner.workbench.base.FirstImage;
import dev.milliner.workbench.base.Keys;
import dev.milliner.workbench.base.MenuByDown;
import dev.milliner.workbench.base.PageHost;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.base.WorkbenchPage;
import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** Starts builds from the Build button, each when it is its turn, and keeps those of this session. */
public final class BuildDesk implements WorkbenchPage {
    private static final String COMPONENT = "component";

    private final Workspace workspace;
    private final Choices choices;
    private final BuildStore store;
    private final SplitMenuButton button;
    private final Button stop;
    private final PageHost host;
    private final Runnable showLog;
    private final FarmDesk farm;
    private final BuildPage page;
    private final LogView panel;
    private final BuildQueue queue = new BuildQueue();
    private final EngineMenu engines = new EngineMenu();
    private final UnsavedTextItem unsavedText;
    private final CheckMenuItem network = new CheckMenuItem(Wording.of("build.desk.network-specs-fetch"));
    private final List<BuildSession> sessions = new ArrayList<>();
    private @Nullable String image;
    private @Nullable List<String> offered;
    private @Nullable String component;

    /**
     * Connects the buttons.
     *
     * @param asksWhereUnsaved whether builds ask where text is not saved, as the user chose
     * @param store where builds have their folders
     * @param host told what is to be told
     * @param showLog brings the log panel to the front
     */
    public BuildDesk(
            Workspace workspace,
            Choices choices,
            BooleanProperty asksWhereUnsaved,
            BuildStore store,
            SplitMenuButton button,
            Button stop,
            PageHost host,
            Runnable showLog) {
        this.workspace = workspace;
        this.choices = choices;
        unsavedText = new UnsavedTextItem(choices, asksWhereUnsaved);
        this.store = store;
        this.button = button;
        this.stop = stop;
        this.host = host;
        this.showLog = showLog;
        farm = new FarmDesk(workspace, choices, store, host::say);
        page = new BuildPage(choices, store, farm);
        button.setOnAction(event -> build());
        MenuByDown.of(button);
        stop.setOnAction(event -> stop());
        farm.connect(this::watched, this::left);
        farm.item().setOnAction(event -> farm.ask(image, component));
        button.showingProperty().subscribe(farm::refresh);
        page.pauseButton().selectedProperty().subscribe(paused -> {
            queue.setPaused(paused);
            startNext();
        });
        panel = new LogView(Wording.of("build.desk.no-build-run"), choices::saveFile);
        panel.show((BuildSession) null);
        showButtons();
    }

    @Override
    public void show(Snapshot snapshot) {
        show(snapshot.distro());
    }

    /** Offers the images of a distro. */
    private void show(Distro distro) {
        List<String> names = new ArrayList<>(distro.images().keySet());
        if (image == null || !names.contains(image)) {
            image = FirstImage.of(distro).orElse(null);
        }
        // A menu made anew with each key would slow the typing down.
        if (!names.equals(offered)) {
            offered = names;
            button.getItems().setAll(names.stream().map(this::item).toList());
            button.getItems().addAll(new SeparatorMenuItem(), engines.menu(), network, unsavedText.item(), farm.item());
            offerComponent(component);
        }
        showButtons();
    }

    private MenuItem item(String name) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> build(name));
        return item;
    }

    /** Offers to build the packages of a component too; null for none. */
    public void offerComponent(@Nullable String name) {
        component = name;
        button.getItems().removeIf(item -> COMPONENT.equals(item.getUserData()));
        if (name != null) {
            MenuItem item = new MenuItem(Wording.of("build.desk.packages", name));
            item.setUserData(COMPONENT);
            item.setMnemonicParsing(false);
            item.setOnAction(event -> buildComponents(List.of(name)));
            button.getItems().addFirst(item);
        }
    }

    private void showButtons() {
        boolean busy = isRunning() || farm.running().isPresent();
        button.setText(image == null ? Wording.of("build.desk.build") : Wording.of("build.desk.build-image", image));
        button.setDisable(image == null);
        button.setTooltip(
                new Tooltip(image == null ? Wording.of("build.desk.distro-no-image") : button.getText() + "  (F9)"));
        stop.setVisible(busy);
        stop.setManaged(busy);
    }

    /** Builds the chosen image from the distro as it is on the screen. */
    public void build() {
        if (image != null) {
            ask(new BuildTarget.OfImage(image));
        }
    }

    /** Builds an image from the distro as it is on the screen, and chooses it for the next time. */
    public void build(String name) {
        image = name;
        showButtons();
        build();
    }

    /** Builds the packages of components from the distro as it is on the screen. */
    public void buildComponents(List<String> names) {
        ask(new BuildTarget.OfComponents(names));
    }

    private void ask(BuildTarget target) {
        workspace.whenSettled(snapshot -> {
            List<String> unsaved = workspace.unsaved();
            if (unsavedText.go(target.name(), unsaved)) {
                ask(target, snapshot, unsaved);
            }
        });
    }

    /** A faulty tree is refused here as on the command line; where nothing is wrong at all, nothing is looked for. */
    private boolean isRefused(BuildTarget target, Snapshot snapshot) {
        List<Problem> faults =
                snapshot.count(Severity.ERROR) == 0 ? List.of() : BuildFaults.of(snapshot.distro(), target);
        if (faults.isEmpty()) {
            return false;
        }
        Problem first = Causes.of(faults, snapshot.distro().tree()).getFirst().problem();
        host.goTo(first.place());
        host.say(BuildNote.refused(target, faults.size(), first));
        return true;
    }

    private void ask(BuildTarget target, Snapshot snapshot, List<String> unsaved) {
        if (isRefused(target, snapshot)) {
            return;
        }
        BuildRequest request = new BuildRequest(snapshot.distro(), target, Level.V3, Optional.empty(), engines.chosen())
                .of(network.isSelected() ? Containment.WITH_NETWORK : Containment.CLOSED);
        queue.add(request);
        startNext();
        if (queue.waiting().contains(request)) {
            host.say(queue.why(target.name()));
            return;
        }
        host.say(UnsavedTextItem.building(target.name(), unsaved));
        // Who starts a build wants to see it. One that was waiting begins without taking anything from the screen.
        sessions.stream()
                .filter(session -> session.request().equals(request))
                .findFirst()
                .ifPresent(session -> {
                    panel.show(session);
                    showLog.run();
                });
    }

    private void startNext() {
        queue.start().forEach(this::start);
        page.setWaiting(queue.waiting());
        showButtons();
    }

    private void start(BuildRequest request) {
        try {
            BuildSession session = BuildSession.start(request, choices, store);
            sessions.addFirst(session);
            page.add(session);
            if (!panel.isBeingRead()) {
                panel.show(session);
            }
            host.say(Wording.of("build.desk.building", request.name()));
            session.stateProperty().map(BuildSession.State::result).subscribe(result -> {
                if (result != null) {
                    queue.ended(request);
                    String outcome = BuildCell.words(BuildState.of(result.outcome()));
                    host.say(request.name() + ": " + outcome);
                    host.notice(request.name() + ": " + outcome, BuildNote.of(result));
                    startNext();
                }
            });
        } catch (IOException e) {
            queue.ended(request);
            host.say(Wording.of("build.desk.build-cant-start", request.name(), FileTrouble.words(e)));
        }
    }

    private void watched(FarmSession session) {
        page.add(session);
        session.stateProperty()
                .map(FarmState::folder)
                .subscribe(folder -> folder.ifPresent(place -> panel.show(place.resolve("build.log"))));
        showButtons();
        showLog.run();
    }

    private void left(FarmSession session) {
        session.state().result().ifPresent(result -> {
            String outcome = session.target() + ": " + FarmWords.outcome(result, session.task());
            host.say(outcome);
            host.notice(outcome, BuildNote.of(result));
        });
        page.remember();
        showButtons();
    }

    /** Shows the log of a build that was not run here, with what it tells of why that failed. */
    public void explain(Path log) {
        host.showPage(face().id());
        page.open(log);
    }

    /** The builds that run here or on a farm, and those that wait. */
    public List<Activity> activities() {
        return new BuildActivities(sessions, farm.running(), queue.waiting())
                .list(this::showLog, farm::stop, this::giveUp);
    }

    private void showLog(BuildEntry entry) {
        host.showPage(face().id());
        page.select(entry);
    }

    private void giveUp(BuildRequest request) {
        queue.giveUp(request);
        startNext();
    }

    /** Where builds have their folders. */
    public BuildStore store() {
        return store;
    }

    /** Builds on farms. */
    public FarmDesk farm() {
        return farm;
    }

    /** What is laid over the window to ask for a build on a farm. */
    public Node farmForm() {
        return farm.form();
    }

    /** Stops the builds that run here; those that wait start then. Where none does, asks what becomes of one on a farm. */
    public void stop() {
        if (!isRunning()) {
            farm.running().ifPresent(farm::stop);
        }
        sessions.forEach(BuildSession::stop);
    }

    /** Tells whether a build of this workbench runs. */
    public boolean isRunning() {
        return sessions.stream().anyMatch(BuildSession::isRunning);
    }

    /** Ends what was booted, and leaves tasks at their farms. */
    @Override
    public void close() {
        engines.close();
        farm.close();
        panel.close();
        page.close();
    }

    /** The build that runs or ran last. */
    public @Nullable BuildSession current() {
        return sessions.isEmpty() ? null : sessions.getFirst();
    }

    /** Compares the build that is chosen on the page with the one of the same target before it. */
    public void compareWithPrevious() {
        page.compareWithPrevious();
    }

    @Override
    public boolean isSettled() {
        return page.isSettled() && farm.isSettled() && engines.isSettled();
    }

    @Override
    public Face face() {
        return new Face("builds", Wording.of("build.desk.builds"), "mdi2p-play-outline", Keys.control(KeyCode.DIGIT5));
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("build.start", Wording.of("command.build.start"), Keys.key(KeyCode.F9), this::build)
                        .when(() -> image != null)
                        .naming(() -> image == null
                                ? Wording.of("command.build.start")
                                : Wording.of("build.desk.build-image", image)),
                new Command(
                        "build.stop",
                        Wording.of("command.build.stop"),
                        Optional.empty(),
                        () -> stop.isVisible(),
                        this::stop),
                new Command(
                        "build.farm",
                        Wording.of("command.build.farm"),
                        Optional.empty(),
                        () -> true,
                        () -> farm.ask(image, component)));
    }

    @Override
    public ClosePart closing() {
        return () -> {
            boolean go = !isRunning()
                    || choices.confirm(
                            Wording.of("build.desk.build-running"),
                            Wording.of("build.desk.closing-stops-cleans"),
                            Wording.of("build.desk.stop-close"));
            return go ? Optional.of(Farewell.ending(() -> sessions.forEach(BuildSession::stop))) : Optional.empty();
        };
    }

    @Override
    public Node node() {
        return page.node();
    }

    @Override
    public void setInFront(boolean now) {
        page.setInFront(now);
    }

    /** The log for the bottom panel. */
    public Node logPanel() {
        return panel.node();
    }
}
