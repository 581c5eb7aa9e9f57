package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** An image whose packages this distro itself makes can't be looked at before they are built; the page says so and builds it. */
class UnbuiltImageTest extends SampleWindow {
    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    @Test
    void thePageOffersToBuildItFirst(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> shell().showPage("image"));
        UiTest.until(
                "it is told",
                () -> UiTest.onScreen(() -> robot.lookup("#image .empty-state").queryAllAs(Label.class).stream()
                        .anyMatch(label -> label.getText().contains("none of them was built here yet"))));
        Node build = robot.lookup("#image-build").query();
        assertThat(UiTest.onScreen(build::isVisible)).isTrue();
        robot.interact(() -> robot.lookup("#image-build").queryButton().fire());
        UiTest.until("the build runs", () -> shell().builds().current() != null);
        robot.interact(() -> shell().builds().stop());
    }
}
