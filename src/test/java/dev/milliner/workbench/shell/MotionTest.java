package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.tk.Toolkit;
import com.sun.scenario.animation.AbstractPrimaryTimer;
import dev.milliner.text.Place;
import dev.milliner.workbench.base.Command;
import dev.milliner.workbench.settings.AllSettings;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** With reduced motion nothing moves by itself: no animation runs on any page, whatever has the keyboard. */
class MotionTest extends SampleWindow {
    private static final Pattern MOVES = Pattern.compile(
            "\\b(?:Timeline|\\w+Transition|AnimationTimer|PopOver|ProgressIndicator|ProgressBar|Notifications)\\b"
                    + "|^\\s*transition|-fx-[\\w-]*animation");

    /** What may move, and why it does not where motion is reduced. */
    private static final Map<String, String> KNOWN = Map.of(
            "base/NextPulse.java", "waits for a few pictures, and shows nothing",
            "build/BuildPage.java", "a bar that says how far a build is",
            "build/builds.fxml", "the same",
            "inspector/ValueDetails.java", "pops up without fading",
            "shell/Picture.java", "waits until a picture can be drawn, in no window",
            "shell/TypingRehearsal.java", "types for the rehearsal of a start, in no window that anybody sees",
            "shell/ActivityCard.java", "bars that say how far something is, and none where nobody knows",
            "workbench.css", "tabs, by prefers-reduced-motion");

    /** Those of windows that tests before this one left. */
    private final Set<Object> others = Collections.newSetFromMap(new IdentityHashMap<>());

    @Start
    void start(Stage stage) throws Exception {
        others.addAll(running());
        open(stage);
    }

    @Test
    void whatMovesIsKnown() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (String root :
                new String[] {"src/main/java/dev/milliner/workbench", "src/main/resources/dev/milliner/workbench"}) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(one -> one.toString().matches(".*\\.(java|fxml|css)"))
                        .toList()) {
                    Files.readString(file)
                            .lines()
                            .filter(line -> MOVES.matcher(line).find())
                            .findFirst()
                            .ifPresent(line ->
                                    found.put(Path.of(root).relativize(file).toString(), line.strip()));
                }
            }
        }
        assertThat(found.keySet()).isEqualTo(new TreeMap<>(KNOWN).keySet());
    }

    /** How many animations of this window the toolkit has running. */
    private long animations() {
        return UiTest.onScreen(
                () -> running().stream().filter(one -> !others.contains(one)).count());
    }

    /** All that the toolkit has running; it tells nobody else. */
    private static List<Object> running() throws ReflectiveOperationException {
        Object timer = Toolkit.getToolkit().getPrimaryTimer();
        Field count = AbstractPrimaryTimer.class.getDeclaredField("receiversLength");
        Field receivers = AbstractPrimaryTimer.class.getDeclaredField("receivers");
        count.setAccessible(true);
        receivers.setAccessible(true);
        return List.of(Arrays.copyOf((Object[]) receivers.get(timer), count.getInt(timer)));
    }

    private void choose(FxRobot robot, String motion) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> window().settings().set(AllSettings.MOTION, motion));
    }

    private void type(FxRobot robot) {
        robot.interact(() -> shell().palette().open(">"));
        robot.type(KeyCode.S).type(KeyCode.H);
        UiTest.until("quick search has answered", shell().palette()::isSettled);
    }

    @Test
    void aFieldsCaretBlinksOnlyWhereThingsMove(FxRobot robot) {
        choose(robot, "full");
        type(robot);
        UiTest.until("it blinks", () -> animations() > 0);
        robot.interact(() -> window().settings().set(AllSettings.MOTION, "reduced"));
        UiTest.until("it stays", () -> animations() == 0);
        type(robot);
        UiTest.until("it stays where keys come", () -> animations() == 0);
    }

    @Test
    void tabsComeAndGoAtOnce(FxRobot robot) {
        choose(robot, "full");
        assertThat(tabs()).isEqualTo("GROW");
        choose(robot, "reduced");
        assertThat(tabs()).isNotEqualTo("GROW");
    }

    private String tabs() {
        return UiTest.onScreen(() -> {
            TabPane tabs = shell().editors().node();
            tabs.applyCss();
            return tabs.getCssMetaData().stream()
                    .filter(one -> one.getProperty().equals("-fx-open-tab-animation"))
                    .map(one -> String.valueOf(value(one, tabs)))
                    .findFirst()
                    .orElseThrow();
        });
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object value(CssMetaData<? extends Styleable, ?> one, TabPane tabs) {
        return ((CssMetaData<TabPane, Object>) one).getStyleableProperty(tabs).getValue();
    }

    @Test
    void nothingMovesOnAnyPage(FxRobot robot) {
        choose(robot, "reduced");
        robot.interact(() -> shell().files().open("azldev.toml", editor -> {}));
        UiTest.until("a file is open", () -> shell().editors().current().isPresent());
        for (Command page : shell().commands().all().stream()
                .filter(command -> command.id().startsWith("page."))
                .toList()) {
            robot.interact(() -> shell().commands().perform(page));
            UiTest.until(page.id() + " is settled", () -> shell().isSettled());
            for (TextField field :
                    robot.from(shell().node()).lookup(MotionTest::isField).queryAllAs(TextField.class)) {
                robot.interact(field::requestFocus);
                robot.type(KeyCode.END);
                UiTest.until(page.id() + ": nothing moves at " + field, () -> animations() == 0);
            }
            assertThat(UiTest.onScreen(() -> robot.from(shell().node())
                            .lookup(MotionTest::isRunningToAndFro)
                            .queryAll()))
                    .as(page.id())
                    .isEmpty();
        }
    }

    private static boolean isRunningToAndFro(Node node) {
        return node instanceof ProgressIndicator bar && bar.isIndeterminate() && isSeen(bar);
    }

    private static boolean isField(Node node) {
        return node instanceof TextInputControl && node instanceof TextField && isSeen(node);
    }

    private static boolean isSeen(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void theCaretOfATextStaysWhereMotionIsReduced(FxRobot robot) {
        choose(robot, "reduced");
        robot.interact(() -> shell().goTo(Place.startOf("azldev.toml")));
        UiTest.until("a file is open", () -> shell().editors().current().isPresent());
        robot.type(KeyCode.DOWN);
        Node caret = UiTest.onScreen(
                () -> robot.from(shell().editors().node()).lookup(".caret").query());
        // Longer than it takes to blink.
        long end = System.nanoTime() + 1_500_000_000L;
        UiTest.until("it stays as it is", () -> {
            assertThat(caret.getOpacity()).isEqualTo(1);
            return System.nanoTime() > end;
        });
    }
}
