package dev.milliner.workbench.overlays;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.language.JudgedSpecs;
import dev.milliner.language.SpecTexts;
import dev.milliner.upstream.OverlayResult;
import dev.milliner.upstream.OverlayWork;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.base.Rest;
import dev.milliner.workbench.words.Wording;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * Works out what the overlays of the component in focus do, again with every edit, and tells the views. Which overlay is
 * selected is the same in the explorer, the editor and every view.
 */
public final class OverlayDesk {
    /** How long what was in focus before stays on the screen while what is in focus is worked out. */
    private static final Duration PATIENCE = Duration.ofMillis(150);

    private final OverlayWork overlayWork;
    private final Later later = new Later(Wording.of("activity.overlays"));
    private final Rest patience = new Rest(PATIENCE, this::clearUnlessShown);
    private final ReadOnlyObjectWrapper<@Nullable OverlayResult> shown = new ReadOnlyObjectWrapper<>();
    private final IntegerProperty selected = new SimpleIntegerProperty();
    private final BooleanProperty editsResult = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable LineWish> wish = new SimpleObjectProperty<>();
    private final List<Consumer<OverlayResult>> beforeShown = new CopyOnWriteArrayList<>();
    private @Nullable Distro distro;
    private @Nullable Component component;
    private @Nullable Distro begun;

    /**
     * One with nothing in focus.
     *
     * @param loader reads earlier states of the distro
     */
    public OverlayDesk(DistroLoader loader) {
        overlayWork = new OverlayWork(loader);
    }

    /** The specs that overlays are written for. */
    public SpecTexts specs() {
        return new JudgedSpecs(overlayWork);
    }

    /** What the views show; null until a component was in focus. Changes on the JavaFX thread. */
    public ReadOnlyObjectProperty<@Nullable OverlayResult> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The number of the selected overlay, from 1; 0 for upstream's own sources. */
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /** Whether the result of the overlays is to be edited. */
    public BooleanProperty editsResultProperty() {
        return editsResult;
    }

    /** What is wished for a line of the result; null where nothing is. Fulfilling it makes it null. */
    public ObjectProperty<@Nullable LineWish> wishProperty() {
        return wish;
    }

    /** Brings a component into focus, in a state of the distro. */
    public void focus(Component focused, Distro state) {
        boolean another = component == null || !component.name().equals(focused.name());
        boolean isBegun = focus(focused, state, another);
        if (another) {
            selected.set(focused.hasOverlays() ? 1 : 0);
            patience.begin();
        }
        if (!isBegun) {
            work(false);
        }
    }

    /** Tells whether what the component's overlays do in that state is being worked out already. */
    @SuppressWarnings("ReferenceEquality") // a state is the same where nothing was resolved anew
    private synchronized boolean focus(Component focused, Distro state, boolean another) {
        boolean isBegun = !another && begun == state;
        component = focused;
        distro = state;
        begun = null;
        return isBegun;
    }

    /**
     * Begins to work out what the overlays of the component in focus do in a state that the screen will have next, so that the
     * effect of a key waits for nothing else; on any thread.
     *
     * @return done when the views show it, or where there is nothing to show
     */
    public synchronized CompletableFuture<?> ahead(Distro next) {
        Component now = component == null ? null : next.components().get(component.name());
        if (now == null) {
            return CompletableFuture.completedFuture(null);
        }
        begun = next;
        CompletableFuture<OverlayResult> onScreen = new CompletableFuture<>();
        ask(() -> overlayWork.of(next, now), onScreen::complete);
        return now.hasOverlays() ? onScreen : CompletableFuture.completedFuture(null);
    }

    /** Hands over what is worked out before the views show it, on the thread that worked it out. */
    void beforeShown(Consumer<OverlayResult> action) {
        beforeShown.add(action);
    }

    /** An empty view is calmer than another component's. */
    private void clearUnlessShown() {
        OverlayResult now = shown.get();
        if (component != null && now != null && !now.component().equals(component.name())) {
            shown.set(new OverlayResult(component.name(), null, List.of(), "", Duration.ZERO));
        }
    }

    /** Brings nothing into focus. */
    public void leave() {
        letGo();
        selected.set(0);
        shown.set(null);
    }

    private synchronized void letGo() {
        component = null;
        begun = null;
        later.cancel();
    }

    /** Shows the component in focus as another state of the distro has it. */
    public void refresh(Distro state) {
        Component before = component;
        if (before != null) {
            Component now = state.components().get(before.name());
            if (now == null) {
                leave();
            } else {
                focus(now, state);
            }
        }
    }

    /** Gets the sources of the component in focus from upstream. */
    public void fetch() {
        work(true);
    }

    private synchronized void work(boolean fetch) {
        Component wanted = component;
        Distro state = distro;
        if (wanted != null && state != null) {
            begun = null;
            ask(() -> fetch ? overlayWork.fetch(state, wanted) : overlayWork.of(state, wanted), found -> {});
        }
    }

    private void ask(Supplier<OverlayResult> work, Consumer<OverlayResult> onScreen) {
        later.ask(
                () -> {
                    OverlayResult found = work.get();
                    beforeShown.forEach(action -> action.accept(found));
                    return found;
                },
                found -> {
                    shown.set(found);
                    onScreen.accept(found);
                });
    }

    /** The state of the distro that the component in focus is of; null where none is. */
    @Nullable
    Distro state() {
        return component == null ? null : distro;
    }

    /** Tells whether the views show the newest state. */
    public boolean isSettled() {
        return later.isSettled();
    }

    OverlayWork overlayWork() {
        return overlayWork;
    }

    /** Ends what it works out. */
    public void close() {
        later.close();
        overlayWork.close();
    }
}
