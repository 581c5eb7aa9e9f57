package dev.milliner.workbench.build;

import dev.milliner.build.history.BuildRecord;
import dev.milliner.build.history.BuildStore;
import dev.milliner.build.history.FarmTask;
import dev.milliner.build.koji.KojiBuild;
import dev.milliner.build.koji.KojiClient;
import dev.milliner.build.koji.KojiEvent;
import dev.milliner.build.koji.KojiFailed;
import dev.milliner.build.koji.KojiHost;
import dev.milliner.build.koji.KojiListener;
import dev.milliner.build.koji.SourcePackage;
import dev.milliner.build.run.BuildEvent;
import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One build on a farm while this workbench watches it. All that takes time is done on threads of its own. */
public final class FarmSession implements KojiListener {
    /** The screen hears of a build no more often than it can show. */
    private static final Executor SOON = CompletableFuture.delayedExecutor(33, TimeUnit.MILLISECONDS);

    private final String target;
    private final FarmTask asked;
    private final Instant started;
    private final ReadOnlyObjectWrapper<FarmState> shown;
    private FarmState latest;
    private boolean flushing;
    private Wish wish = Wish.NONE;
    private @Nullable KojiBuild build;

    /** What was wished for before there was a build. */
    private enum Wish {
        NONE,
        LEAVE,
        CANCEL
    }

    /** What begins the work, away from the screen. */
    private interface Begin {
        KojiBuild begin() throws IOException, KojiFailed, InterruptedException;
    }

    private FarmSession(String target, FarmTask task, Instant started) {
        this.target = target;
        this.asked = task;
        this.started = started;
        latest = FarmState.begun(Wording.of("build.farm-session.asking-hub"), task.task(), task.page());
        shown = new ReadOnlyObjectWrapper<>(latest);
    }

    /** Sends what is wanted to the hub, and watches it. */
    static FarmSession submit(FarmOrder order, Distro distro, KojiClient client, KojiHost host, BuildStore store) {
        FarmTask task = new FarmTask(order.profile(), order.target(), order.scratch(), OptionalLong.empty(), "");
        FarmSession session = new FarmSession(order.name(), task, Instant.now());
        session.begin(() -> session.send(order, distro, client, host, store));
        return session;
    }

    /** Goes on watching a build that was left. */
    static FarmSession resume(BuildRecord record, FarmTask task, KojiClient client, KojiHost host) {
        FarmSession session = new FarmSession(record.target(), task, record.started());
        session.begin(() -> KojiBuild.resume(client.program(), record.folder(), session, host.rhythm()));
        return session;
    }

    private void begin(Begin work) {
        Thread.ofPlatform().daemon().name("farm request").start(() -> {
            try {
                begun(work.begin());
            } catch (KojiFailed refused) {
                fail(
                        refused.fix().isEmpty()
                                ? refused.reason()
                                : Wording.of("build.farm-session.refused", refused.reason(), refused.fix()));
            } catch (IOException failure) {
                fail(String.valueOf(failure.getMessage()));
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private KojiBuild send(FarmOrder order, Distro distro, KojiClient client, KojiHost host, BuildStore store)
            throws IOException, KojiFailed, InterruptedException {
        Path folder = Files.createTempDirectory("milliner-source-package");
        try {
            Path source = folder.resolve("none");
            Component component = distro.components().get(order.name());
            if (!order.isImage() && order.commit().isEmpty() && component != null) {
                say(Wording.of("build.farm-session.packing-overlays", order.name()));
                source = SourcePackage.make(distro, component, folder, line -> {});
            }
            say(Wording.of("build.farm-session.asking-hub"));
            return KojiBuild.start(
                    client,
                    order.request(distro, source),
                    order.origin(distro),
                    this,
                    store,
                    host.rhythm(),
                    Optional.empty());
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private synchronized void begun(KojiBuild made) {
        build = made;
        change(state -> state.withFolder(made.folder(), state.task().isPresent() ? state.task() : made.task()));
        switch (wish) {
            case NONE -> {
                // It is watched to its end.
            }
            case LEAVE -> made.leave();
            case CANCEL -> made.stop();
        }
    }

    private void say(String doing) {
        change(state -> state.withDoing(doing));
    }

    private void fail(String why) {
        change(state -> state.withFailure(why));
    }

    @Override
    public void happened(BuildEvent event) {
        change(state -> state.after(event));
    }

    @Override
    public void onFarm(KojiEvent event) {
        change(state -> state.after(event));
    }

    private void change(UnaryOperator<FarmState> how) {
        synchronized (shown) {
            FarmState next = how.apply(latest);
            if (next.equals(latest)) {
                return;
            }
            latest = next;
            if (flushing) {
                return;
            }
            flushing = true;
        }
        SOON.execute(() -> Platform.runLater(this::flush));
    }

    private void flush() {
        FarmState now;
        synchronized (shown) {
            now = latest;
            flushing = false;
        }
        shown.set(now);
    }

    /** How it is. Changes on the JavaFX thread. */
    ReadOnlyObjectProperty<FarmState> stateProperty() {
        return shown.getReadOnlyProperty();
    }

    FarmState state() {
        return shown.get();
    }

    /** The name of what is built. */
    public String target() {
        return target;
    }

    Instant started() {
        return started;
    }

    /** What is known of its task. */
    FarmTask task() {
        return new FarmTask(asked.profile(), asked.target(), asked.scratch(), state().task(), state().page());
    }

    /** The build's name, also its folder's. */
    Optional<String> id() {
        return state().folder().map(folder -> String.valueOf(folder.getFileName()));
    }

    /** Tells whether it is being watched. */
    public boolean isRunning() {
        return !state().isOver();
    }

    /** Has the hub cancel the task. */
    synchronized void cancel() {
        wish = Wish.CANCEL;
        if (build != null) {
            build.stop();
        }
    }

    /** Stops watching; the task goes on. */
    synchronized void leave() {
        wish = Wish.LEAVE;
        if (build != null) {
            build.leave();
        }
    }
}
