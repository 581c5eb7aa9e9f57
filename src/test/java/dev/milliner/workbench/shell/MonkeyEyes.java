package dev.milliner.workbench.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;

/** What a monkey sees in the windows that are shown. */
final class MonkeyEyes {
    /** Nothing is built, fetched or cloned for real: builds take minutes, and what is elsewhere is not the test's to ask. */
    private static final Pattern NOT_TO_CLICK = Pattern.compile(
            "(?i)\\b(build|rebuild|clone|boot|start|koji|submit|fetch|download|farm|try again)\\b.*", Pattern.DOTALL);

    private static final Pattern TRACE = Pattern.compile("\\n\\s+at [a-z.]+\\.[A-Za-z$]+\\.|java\\.lang\\.[A-Z]");

    private MonkeyEyes() {}

    /** Something that can be clicked, in any window; windows that lie in front are seen first. */
    static Optional<Node> somethingToClick(Random random) {
        List<Window> windows = Window.getWindows().stream()
                .filter(window -> window.isShowing() && window.getScene() != null)
                .toList();
        if (windows.isEmpty()) {
            return Optional.empty();
        }
        Window window = random.nextInt(10) < 8 ? windows.getLast() : windows.get(random.nextInt(windows.size()));
        Map<String, List<Node>> kinds = new TreeMap<>();
        seen(window.getScene()).stream()
                .filter(MonkeyEyes::takesClicks)
                .filter(node -> !isForbidden(node))
                .forEach(node -> kinds.computeIfAbsent(kind(node), kind -> new ArrayList<>())
                        .add(node));
        if (kinds.isEmpty()) {
            return Optional.empty();
        }
        List<List<Node>> all = List.copyOf(kinds.values());
        List<Node> one = all.get(random.nextInt(all.size()));
        return Optional.of(one.get(random.nextInt(one.size())));
    }

    /** Tells whether a point of the screen lies on a window, as no mouse can click beside them all. */
    static boolean isOnWindow(double x, double y) {
        return Window.getWindows().stream().filter(Window::isShowing).anyMatch(window -> new BoundingBox(
                        window.getX(), window.getY(), window.getWidth() - 1, window.getHeight() - 1)
                .contains(x, y));
    }

    /** A field that can be typed into. */
    static Optional<TextInputControl> someField(Random random) {
        List<TextInputControl> fields = Window.getWindows().stream()
                .filter(Window::isShowing)
                .flatMap(window -> seen(window.getScene()).stream())
                .filter(node -> node instanceof TextInputControl field && field.isEditable() && !field.isDisabled())
                .map(TextInputControl.class::cast)
                .toList();
        return fields.isEmpty() ? Optional.empty() : Optional.of(fields.get(random.nextInt(fields.size())));
    }

    /** A trace, or the name of an exception's class, in anything that is shown. */
    static Optional<String> traceOnScreen() {
        return Window.getWindows().stream()
                .filter(window -> window.isShowing() && window instanceof Stage)
                .flatMap(window -> seen(window.getScene()).stream())
                .map(MonkeyEyes::words)
                .filter(text -> TRACE.matcher(text).find())
                .findFirst();
    }

    private static List<Node> seen(Scene scene) {
        List<Node> nodes = new ArrayList<>();
        if (scene != null && scene.getRoot() != null) {
            collect(scene.getRoot(), scene, nodes);
        }
        return nodes;
    }

    private static void collect(Node node, Scene scene, List<Node> into) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        if (bounds == null || !bounds.intersects(0, 0, scene.getWidth(), scene.getHeight())) {
            return;
        }
        into.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, scene, into));
        }
    }

    private static boolean takesClicks(Node node) {
        return node instanceof ButtonBase
                || node instanceof ComboBoxBase<?>
                || node instanceof ChoiceBox<?>
                || node instanceof Slider
                || node instanceof TextInputControl
                || (node instanceof Cell<?> cell && !cell.isEmpty())
                || node.getOnMouseClicked() != null
                || node.getOnMousePressed() != null
                || node.getStyleClass().contains("tab")
                || node.getStyleClass().contains("tab-close-button")
                || node.getStyleClass().contains("arrow")
                || node.getStyleClass().contains("tree-disclosure-node")
                || node.getStyleClass().contains("menu-item")
                || node.getStyleClass().contains("column-header")
                || node.getStyleClass().contains("thumb")
                || "code".equals(node.getId());
    }

    private static boolean isForbidden(Node node) {
        return NOT_TO_CLICK.matcher(allWords(node)).lookingAt()
                || "buildButton".equals(node.getId())
                || (node.getParent() != null
                        && "buildButton".equals(node.getParent().getId()));
    }

    private static String kind(Node node) {
        return node.getClass().getSimpleName() + (node.getStyleClass().contains("tab") ? "tab" : "");
    }

    private static String words(Node node) {
        return switch (node) {
            case Labeled labeled -> String.valueOf(labeled.getText());
            case TextInputControl field -> field.getText() == null ? "" : field.getText();
            case Text text -> text.getText();
            default -> "";
        };
    }

    private static String allWords(Node node) {
        String own = words(node);
        if (!own.isBlank() || !(node instanceof Parent parent)) {
            return own;
        }
        return parent.getChildrenUnmodifiable().stream()
                .limit(4)
                .map(MonkeyEyes::allWords)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    /** What it is, for the list of steps. */
    static String name(Node node) {
        String words = allWords(node).replace('\n', ' ');
        return node.getClass().getSimpleName() + (node.getId() == null ? "" : "#" + node.getId()) + " "
                + node.getStyleClass() + " \"" + words.substring(0, Math.min(40, words.length())) + '"';
    }
}
