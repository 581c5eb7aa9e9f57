package dev.milliner.workbench.build;

import dev.milliner.build.history.BuildDetails;
import dev.milliner.build.history.BuildRecord;
import dev.milliner.build.history.BuildStore;
import dev.milliner.build.history.FarmTask;
import dev.milliner.build.koji.KojiClient;
import dev.milliner.build.koji.KojiHost;
import dev.milliner.distro.Distro;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Sends builds to farms, watches them, and leaves them there when the workbench closes. */
public final class FarmDesk implements FarmActions {
    private final Workspace workspace;
    private final Choices choices;
    private final BuildStore store;
    private final Consumer<String> tell;
    private final MenuItem item = new MenuItem();
    private final FarmForm form = new FarmForm(this::submit);
    private final List<FarmSession> sessions = new ArrayList<>();
    private Supplier<KojiHost> host = KojiHost::ofUser;
    private Consumer<FarmSession> added = session -> {};
    private Consumer<FarmSession> ended = session -> {};

    FarmDesk(Workspace workspace, Choices choices, BuildStore store, Consumer<String> tell) {
        this.workspace = workspace;
        this.choices = choices;
        this.store = store;
        this.tell = tell;
        item.setId("farmItem");
        item.setMnemonicParsing(false);
    }

    /** Hears of builds that begin to be watched, and of those that no longer are. */
    void connect(Consumer<FarmSession> hearsAdded, Consumer<FarmSession> hearsEnded) {
        added = hearsAdded;
        ended = hearsEnded;
    }

    /** Reaches farms by other means than the user's from now on. */
    public void useHost(Supplier<KojiHost> now) {
        host = now;
        refresh();
    }

    /** The item of the Build button's menu. */
    public MenuItem item() {
        return item;
    }

    /** The client may have come or gone since the menu was shown last. */
    void refresh() {
        Optional<String> absence = host.get().absence();
        item.setText(absence.map(why -> Wording.of("build.farm-desk.farm-absent", why))
                .orElse(Wording.of("build.farm-desk.farm")));
        item.setDisable(absence.isPresent());
    }

    /** The form, to lay over the window. */
    StackPane form() {
        return form.node();
    }

    /** Asks what the farm is to build. */
    void ask(@Nullable String image, @Nullable String component) {
        Snapshot snapshot = workspace.snapshot();
        if (snapshot != null) {
            form.open(host.get(), snapshot.distro(), image, component);
        }
    }

    private void submit(FarmOrder order, Distro distro) {
        KojiHost here = host.get();
        Optional<KojiClient> client = here.client(order.profile());
        client.ifPresent(one -> begin(FarmSession.submit(order, distro, one, here, store)));
        if (client.isEmpty()) {
            here.absence().ifPresent(tell);
        }
    }

    private void begin(FarmSession session) {
        sessions.addFirst(session);
        added.accept(session);
        session.stateProperty().map(FarmState::isOver).subscribe(over -> {
            if (over) {
                ended(session);
            }
        });
    }

    private void ended(FarmSession session) {
        sessions.remove(session);
        session.state().failure().ifPresent(why -> tell.accept(session.target() + ": " + why));
        ended.accept(session);
    }

    @Override
    public void watch(BuildRecord record) {
        KojiHost here = host.get();
        FarmTask task = record.farm().orElseThrow();
        here.client(task.profile()).ifPresent(one -> begin(FarmSession.resume(record, task, one, here)));
        here.absence().ifPresent(tell);
    }

    /** The build that began last of those that are being watched. */
    Optional<FarmSession> running() {
        return sessions.stream().filter(FarmSession::isRunning).findFirst();
    }

    @Override
    public void stop(FarmSession session) {
        String text = Wording.of("build.farm-desk.left-goes-can", session.task().note());
        switch (choices.task(Wording.of("build.farm-desk.stop-watching", session.target()), text)) {
            case LEAVE -> session.leave();
            case CANCEL -> session.cancel();
            case GO_ON -> {
                // Nothing changes.
            }
        }
    }

    /** Leaves all tasks at their farms. */
    void leaveAll() {
        List.copyOf(sessions).forEach(FarmSession::leave);
    }

    @Override
    public void download(BuildDetails build) {
        choices.targetFolder(Wording.of(
                        "build.farm-desk.folder-results", build.record().target()))
                .ifPresent(folder -> Thread.ofPlatform()
                        .daemon()
                        .name("farm results")
                        .start(() -> {
                            String said = new FarmResults(build, host.get()).putInto(folder);
                            Platform.runLater(() -> tell.accept(said));
                        }));
    }

    boolean isSettled() {
        return form.isSettled();
    }

    /** Leaves all tasks at their farms, and ends what the form works out. */
    void close() {
        leaveAll();
        form.end();
    }
}
