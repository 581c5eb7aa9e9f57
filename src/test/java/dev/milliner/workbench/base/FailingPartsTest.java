package dev.milliner.workbench.base;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.ground.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A part that fails while something is closed is reported, loses nothing and keeps nothing else from its turn. */
@ExtendWith(ApplicationExtension.class)
class FailingPartsTest {
    private final CloseProtocol protocol = new CloseProtocol();
    private final List<String> done = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final Failures.Listening listening = Failures.listen(failure -> told.add(failure.sentence()));

    @Start
    void start(Stage stage) {
        stage.setTitle("closing");
    }

    @AfterEach
    void end() {
        listening.close();
    }

    private void close(FxRobot robot, ClosePart... parts) {
        robot.interact(() -> protocol.close(List.of(parts), () -> done.add("closed")));
    }

    private ClosePart ending(String name) {
        return () -> Optional.of(ClosePart.Farewell.ending(() -> done.add(name)));
    }

    private static Optional<ClosePart.Farewell> failToAsk() {
        throw new IllegalStateException("broken");
    }

    private static CompletableFuture<Boolean> failToSave() {
        throw new IllegalStateException("broken");
    }

    private static void failToEnd() {
        throw new IllegalStateException("broken");
    }

    @Test
    void oneThatCannotAskKeepsAllOpen(FxRobot robot) {
        close(robot, ending("first"), FailingPartsTest::failToAsk);
        assertThat(done).isEmpty();
        assertThat(told).containsExactly("Asking before closing failed: broken.");
        close(robot, ending("first"));
        assertThat(done).containsExactly("first", "closed");
    }

    @Test
    void oneThatCannotSaveKeepsAllOpen(FxRobot robot) {
        close(
                robot,
                ending("first"),
                () -> Optional.of(new ClosePart.Farewell(FailingPartsTest::failToSave, () -> {})));
        close(
                robot,
                () -> Optional.of(new ClosePart.Farewell(
                        () -> CompletableFuture.failedFuture(new IllegalStateException("no room")), () -> {})));
        assertThat(done).isEmpty();
        assertThat(told)
                .containsExactly("Asking before closing failed: broken.", "Saving before closing failed: no room.");
        close(robot, ending("first"));
        assertThat(done).containsExactly("first", "closed");
    }

    @Test
    void oneThatCannotEndKeepsNothingElse(FxRobot robot) {
        close(
                robot,
                ending("first"),
                () -> Optional.of(ClosePart.Farewell.ending(FailingPartsTest::failToEnd)),
                ending("last"));
        assertThat(done).containsExactly("first", "last", "closed");
        assertThat(told).hasSize(1);
    }
}
