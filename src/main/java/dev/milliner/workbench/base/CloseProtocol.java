package dev.milliner.workbench.base;

import dev.milliner.ground.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;

/**
 * How anything is closed: a tab, the window, a distro. First every part is asked; only when all have said yes is
 * what is unsaved saved; and only when that is done does anything end. One no, and all stays as it was.
 */
public final class CloseProtocol {
    private boolean underWay;

    /**
     * Closes. Returns at once; while one closing is under way another does nothing.
     *
     * @param parts asked in this order
     * @param then run on the JavaFX thread when all is ended; never where one has said no
     */
    public void close(List<ClosePart> parts, Runnable then) {
        if (underWay) {
            return;
        }
        underWay = true;
        try {
            Optional<List<ClosePart.Farewell>> all = ask(parts);
            underWay = all.isPresent();
            all.ifPresent(farewells -> prepareAndEnd(farewells, then));
        } catch (RuntimeException failure) {
            // Else nothing could ever be closed again.
            underWay = false;
            Failures.report("Asking before closing", failure);
        }
    }

    private void prepareAndEnd(List<ClosePart.Farewell> all, Runnable then) {
        CompletableFuture<Void> ignored = prepare(all)
                .exceptionally(failure -> {
                    Failures.report("Saving before closing", failure);
                    return false;
                })
                .thenAccept(ready -> onScreen(() -> end(all, ready, then)));
    }

    private void end(List<ClosePart.Farewell> all, boolean ready, Runnable then) {
        underWay = false;
        if (ready) {
            all.forEach(CloseProtocol::end);
            then.run();
        }
    }

    /** One that fails must not keep the others, or the window. */
    private static void end(ClosePart.Farewell farewell) {
        try {
            farewell.end().run();
        } catch (RuntimeException failure) {
            Failures.report("Ending what runs before closing", failure);
        }
    }

    private static Optional<List<ClosePart.Farewell>> ask(List<ClosePart> parts) {
        List<ClosePart.Farewell> all = new ArrayList<>();
        for (ClosePart part : parts) {
            Optional<ClosePart.Farewell> answer = part.ask();
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            all.add(answer.get());
        }
        return Optional.of(all);
    }

    private static CompletableFuture<Boolean> prepare(List<ClosePart.Farewell> all) {
        CompletableFuture<Boolean> ready = CompletableFuture.completedFuture(true);
        for (ClosePart.Farewell farewell : all) {
            ready = ready.thenCombine(farewell.prepare().get(), (before, now) -> before && now);
        }
        return ready;
    }

    private static void onScreen(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }
}
