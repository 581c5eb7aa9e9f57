package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.text.Place;
import dev.milliner.workbench.base.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** On every page, whatever a mouse can press is reached and worked by keys, or is what a command does. */
class KeyboardTest extends SampleWindow {
    /** What is pressed by the mouse alone, by a style class or an id of it or of what it is in, and the command that does the same. */
    private static final Map<String, String> COMMANDS = Map.ofEntries(
            Map.entry("fold-sign", "fold.fold"),
            Map.entry("pinned", "go.outline"),
            Map.entry("crumb", "go.neighbours"),
            Map.entry("searchBox", "go.search"),
            Map.entry("stopButton", "build.stop"),
            Map.entry("buildButton", "build.start"),
            Map.entry("split-pane-divider", "view.larger"),
            Map.entry("column-header", "view.sort"));

    /** What is not reached itself, and by which keys a list or a field around or above it does the same. */
    private static final Map<String, String> KEYS = Map.of(
            "problem-more", "Left and Right in the list",
            "overlay-tag", "Up and Down in the list of overlays",
            "review-item", "Space in the list",
            "commit-list", "Space in the list",
            "palette-list", "Up and Down in the field",
            "packageOffers", "Up and Down in the field");

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    @Override
    void prepare(Path copy) throws IOException {
        UiTest.commit(copy);
        Path definition = copy.resolve("comps/greet/greet.comp.toml");
        Files.writeString(definition, Files.readString(definition).replace("translations", "colour") + "nothing = 1\n");
    }

    @Test
    void everythingOnEachCardIsReachedAndSoIsTheWelcome(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> shell().goTo(Place.startOf("comps/greet/greet.comp.toml")));
        UiTest.until("the file is open", () -> shell().editors().current().isPresent());
        UiTest.until("it is inspected", () -> shell().isSettled());
        Set<String> wrong = new TreeSet<>();
        for (String card : List.of("go.search", "help.activity", "help.report", "commit.open", "refactor.customise")) {
            perform(robot, card);
            look(robot, card, wrong);
            perform(robot, "go.search");
            UiTest.type(robot, KeyCode.ESCAPE);
        }
        perform(robot, "distro.close");
        UiTest.until(
                "the welcome is there",
                () -> robot.lookup("#welcome").tryQuery().isPresent());
        look(robot, "welcome", wrong);
        robot.interact(() -> window().openInstead(tree()));
        assertThat(wrong).isEmpty();
    }

    private void perform(FxRobot robot, String id) {
        Command command = shell().commands().find(id).orElseThrow();
        robot.interact(() -> shell().commands().perform(command));
        UiTest.until(id + " is settled", () -> window().shell() == null || shell().isSettled());
    }

    @Test
    void everythingOnEachPageIsReached(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> shell().goTo(Place.startOf("comps/greet/greet.comp.toml")));
        UiTest.until("the file is open", () -> shell().editors().current().isPresent());
        robot.interact(() -> shell().editors().current().orElseThrow().find(true));
        Set<String> wrong = new TreeSet<>();
        List<Command> pages = shell().commands().all().stream()
                .filter(command -> command.id().startsWith("page."))
                .toList();
        for (Command page : pages) {
            robot.interact(() -> shell().commands().perform(page));
            UiTest.until(page.id() + " is settled", () -> shell().isSettled());
            look(robot, page.id(), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    private void look(FxRobot robot, String where, Set<String> wrong) {
        Scene scene = window().scene();
        TabWalk walk = new TabWalk(robot, scene).around();
        walk.trapped().forEach(one -> wrong.add(where + ": does not let the keyboard go: " + one));
        walk.unseen().forEach(one -> wrong.add(where + ": does not show that it has the keyboard: " + one));
        robot.interact(() -> Pressable.in(scene.getRoot()).stream()
                .filter(node -> !walk.reached().contains(node) && !isBesideReached(node, walk) && !isCovered(node))
                .forEach(node -> wrong.add(where + ": only a mouse gets to " + Pressable.words(node))));
        robot.interact(() -> walk.reached().stream()
                .filter(node -> !(node instanceof javafx.scene.control.Control)
                        && node.getOnMouseClicked() != null
                        && node.getOnKeyPressed() == null)
                .forEach(node -> wrong.add(where + ": has the keyboard and hears no key: " + Pressable.words(node))));
    }

    /** Of buttons of which one is on, Tab reaches that one, and arrows the others. */
    private static boolean isBesideReached(Node node, TabWalk walk) {
        return node instanceof ToggleButton toggle
                && toggle.getToggleGroup() != null
                && toggle.getToggleGroup().getToggles().stream().anyMatch(walk.reached()::contains);
    }

    private boolean isCovered(Node node) {
        return named(node, COMMANDS)
                        .filter(id -> window().shell() != null
                                && shell().commands().find(id).isPresent())
                        .isPresent()
                || named(node, KEYS).isPresent();
    }

    private static Optional<String> named(Node node, Map<String, String> names) {
        for (Node one = node; one != null; one = one.getParent()) {
            for (String name : one.getStyleClass()) {
                if (names.containsKey(name)) {
                    return Optional.of(names.get(name));
                }
            }
            if (one.getId() != null && names.containsKey(one.getId())) {
                return Optional.of(names.get(one.getId()));
            }
        }
        return Optional.empty();
    }
}
