package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.text.Place;
import dev.milliner.workbench.base.Command;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** On every page: each button says what it does in a tooltip, and all words start alike. */
class TooltipsTest extends SampleWindow {
    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    /** Brings each page to the front, with a file open and the find bar shown, and looks at what is there. */
    private Set<String> onEachPage(FxRobot robot, Look look) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> shell().goTo(Place.startOf("comps/greet/greet.comp.toml")));
        UiTest.until("the file is open", () -> shell().editors().current().isPresent());
        robot.interact(() -> shell().editors().current().orElseThrow().find(true));
        Set<String> found = new TreeSet<>();
        List<Command> pages = shell().commands().all().stream()
                .filter(command -> command.id().startsWith("page."))
                .toList();
        assertThat(pages).hasSizeGreaterThan(4);
        for (Command page : pages) {
            robot.interact(() -> shell().commands().perform(page));
            UiTest.until(page.id() + " is settled", () -> shell().isSettled());
            robot.interact(() -> robot.lookup(node -> isShown(node)).queryAll().stream()
                    .flatMap(look::at)
                    .forEach(words -> found.add(page.id() + ": " + words)));
        }
        return found;
    }

    /** What is wrong with a node, in words. */
    private interface Look {
        Stream<String> at(Node node);
    }

    private static boolean isShown(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void eachButtonHasATooltip(FxRobot robot) {
        assertThat(onEachPage(
                        robot,
                        node -> node instanceof ButtonBase button
                                        && button.getTooltip() == null
                                        && !button.getStyleClass().contains("hyperlink")
                                ? Stream.of(button.getStyleClass() + " " + button.getId() + " " + button.getText())
                                : Stream.empty()))
                .isEmpty();
    }

    @Test
    void allWordsStartWithACapital(FxRobot robot) {
        assertThat(onEachPage(robot, node -> words(node)
                        .filter(words -> !words.isEmpty() && Character.isLowerCase(words.codePointAt(0)))))
                .isEmpty();
    }

    private Stream<String> words(Node node) {
        return switch (node) {
            case ButtonBase button when !button.getStyleClass().contains("hyperlink") -> Stream.of(texts(button));
            case TabPane tabs
            when !tabs.equals(shell().editors().node()) ->
                tabs.getTabs().stream().map(Tab::getText).filter(Objects::nonNull);
            case TableView<?> table -> table.getColumns().stream().map(column -> column.getText());
            case TreeTableView<?> table -> table.getColumns().stream().map(column -> column.getText());
            default -> Stream.empty();
        };
    }

    private static String texts(Labeled control) {
        return Objects.requireNonNullElse(control.getText(), "");
    }

    @Test
    void schemesAreNamedLikeEverythingElse(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> robot.lookup("#themeButton").queryButton().fire());
        List<String> words = robot.listWindows().stream()
                .filter(javafx.scene.control.ContextMenu.class::isInstance)
                .flatMap(menu -> ((javafx.scene.control.ContextMenu) menu).getItems().stream())
                .map(MenuItem::getText)
                .toList();
        assertThat(words).contains("As the desktop is set", "Dark", "Light", "High contrast dark");
    }

    @Test
    void theCommandThatBuildsNamesTheImage(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> shell().palette().open(">build bowler-container"));
        UiTest.until("quick search has answered", shell().palette()::isSettled);
        assertThat(robot.lookup("#palette .list-cell").queryAll().stream()
                        .map(cell -> robot.from(cell)
                                .lookup("Build bowler-container")
                                .tryQuery())
                        .filter(java.util.Optional::isPresent))
                .isNotEmpty();
    }
}
