package dev.milliner.workbench.shell;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;

/** Goes through a window by Tab, and by F6 where a text takes Tab, and notes what has the keyboard on the way. */
final class TabWalk {
    private static final int MOST_STEPS = 400;

    private final FxRobot robot;
    private final Scene scene;
    private final Set<Node> reached = new LinkedHashSet<>();
    private final Set<String> trapped = new TreeSet<>();
    private final Set<String> unseen = new TreeSet<>();
    private final Set<String> looked = new HashSet<>();

    TabWalk(FxRobot robot, Scene scene) {
        this.robot = robot;
        this.scene = scene;
    }

    /** Walks forward until it has come around. */
    TabWalk around() {
        // What a page gives the keyboard to itself does not show it before a key is pressed.
        UiTest.type(robot, KeyCode.TAB);
        int known = 0;
        for (int step = 0; step < MOST_STEPS && known < 12; step++) {
            Node at = owner();
            known = at == null || reached.add(at) ? 0 : known + 1;
            WritableImage with = at == null ? null : picture(at);
            UiTest.type(robot, KeyCode.TAB);
            if (at != null && at.equals(owner())) {
                UiTest.type(robot, KeyCode.F6);
            }
            if (at != null && at.equals(owner())) {
                trapped.add(Pressable.words(at));
                break;
            }
            if (at != null && with != null && same(with, picture(at))) {
                unseen.add(Pressable.words(at));
            }
        }
        return this;
    }

    private @Nullable Node owner() {
        return UiTest.onScreen(() -> java.util.Optional.ofNullable(scene.getFocusOwner()))
                .orElse(null);
    }

    /** One of each kind is enough, and of a node that went meanwhile nothing is told. */
    private @Nullable WritableImage picture(Node node) {
        String kind = node.getStyleClass().toString();
        if (!looked.add(kind + node.isFocused())) {
            return null;
        }
        return UiTest.onScreen(() -> java.util.Optional.ofNullable(
                        node.getScene() == null ? null : node.snapshot(new SnapshotParameters(), null)))
                .orElse(null);
    }

    private static boolean same(WritableImage one, @Nullable WritableImage other) {
        if (other == null || one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return false;
        }
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getPixelReader().getArgb(x, y) != other.getPixelReader().getArgb(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What had the keyboard. */
    Set<Node> reached() {
        return reached;
    }

    /** What did not let the keyboard go, in words. */
    Set<String> trapped() {
        return trapped;
    }

    /** What looks the same with the keyboard and without, in words. */
    Set<String> unseen() {
        return unseen;
    }
}
