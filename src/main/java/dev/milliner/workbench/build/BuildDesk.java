package dev.milliner.workbench.build;

import dev.milliner.build.BuildRequest;
import dev.milliner.build.BuildStore;
import dev.milliner.distro.Distro;
import dev.milliner.workbench.Choices;
import dev.milliner.workbench.Snapshot;
import dev.milliner.workbench.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import org.jspecify.annotations.Nullable;

/** Starts builds from the Build button, one at a time, and keeps those of this session. */
public final class BuildDesk {
    private final Workspace workspace;
    private final Choices choices;
    private final BuildStore store;
    private final SplitMenuButton button;
    private final Button stop;
    private final Consumer<String> tell;
    private final Runnable showLog;
    private final BuildPage page;
    private final LogView panel;
    private @Nullable BuildSession running;
    private @Nullable String image;

    /**
     * Connects the buttons.
     *
     * @param store where builds have their folders
     * @param tell shows a sentence to the user
     * @param showLog brings the log panel to the front
     */
    public BuildDesk(
            Workspace workspace,
            Choices choices,
            BuildStore store,
            SplitMenuButton button,
            Button stop,
            Consumer<String> tell,
            Runnable showLog) {
        this.workspace = workspace;
        this.choices = choices;
        this.store = store;
        this.button = button;
        this.stop = stop;
        this.tell = tell;
        this.showLog = showLog;
        page = new BuildPage(choices);
        panel = new LogView(
                "No build has run yet. Press Build, or F9, and its log appears here line by line.", choices::saveFile);
        panel.show((BuildSession) null);
        showButtons();
    }

    /** Offers the images of a distro. */
    public void show(Distro distro) {
        List<String> names = new ArrayList<>(distro.images().keySet());
        if (image == null || !names.contains(image)) {
            image = names.isEmpty() ? null : names.getFirst();
        }
        button.getItems().setAll(names.stream().map(this::item).toList());
        showButtons();
    }

    private MenuItem item(String name) {
        MenuItem item = new MenuItem(name);
        item.setOnAction(event -> {
            image = name;
            showButtons();
            build();
        });
        return item;
    }

    private void showButtons() {
        boolean busy = running != null && running.isRunning();
        button.setText(image == null ? "Build" : "Build " + image);
        button.setDisable(image == null || busy);
        stop.setVisible(busy);
        stop.setManaged(busy);
    }

    /** Builds the chosen image from the distro as it is on the screen. */
    public void build() {
        Snapshot snapshot = workspace.snapshot();
        String chosen = image;
        if (snapshot == null || chosen == null || (running != null && running.isRunning())) {
            return;
        }
        try {
            BuildSession session = BuildSession.start(BuildRequest.of(snapshot.distro(), chosen), choices, store);
            running = session;
            page.add(session);
            panel.show(session);
            session.stateProperty().subscribe(state -> {
                showButtons();
                if (state.result() != null) {
                    tell.accept(chosen + ": " + BuildPage.outcome(state.result().outcome()));
                }
            });
            showLog.run();
        } catch (IOException e) {
            tell.accept("The build of " + chosen + " can't start: " + e.getMessage());
        }
    }

    /** Stops the build that runs. */
    public void stop() {
        if (running != null) {
            running.stop();
        }
    }

    /** The build that runs or ran last. */
    public @Nullable BuildSession current() {
        return running;
    }

    /** The page with all builds. */
    public Node page() {
        return page.node();
    }

    /** The log for the bottom panel. */
    public Node logPanel() {
        return panel.node();
    }

    /** The level of this host's processor. */
    public static String hostLevel() {
        return Host.level();
    }
}
