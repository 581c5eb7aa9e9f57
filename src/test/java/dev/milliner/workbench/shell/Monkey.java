package dev.milliner.workbench.shell;

import dev.milliner.workbench.base.Command;
import dev.milliner.workbench.base.CommandRegistry;
import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.editor.EditorText;
import dev.milliner.workbench.settings.AllSettings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.fxmisc.richtext.CodeArea;

/** Does at random what a person can do. Each step has a seed of its own, from which all that it chooses follows. */
final class Monkey {
    /** Commands that are left out, each for a reason. */
    private static final Set<String> LEFT_OUT = Set.of(
            "build.start", // builds take minutes, and have tests of their own
            "build.farm"); // a farm is elsewhere

    private static final List<KeyCode> KEYS = List.of(
            KeyCode.UP,
            KeyCode.DOWN,
            KeyCode.LEFT,
            KeyCode.RIGHT,
            KeyCode.HOME,
            KeyCode.END,
            KeyCode.PAGE_UP,
            KeyCode.PAGE_DOWN,
            KeyCode.TAB,
            KeyCode.ENTER,
            KeyCode.SPACE,
            KeyCode.DELETE,
            KeyCode.BACK_SPACE,
            KeyCode.ESCAPE,
            KeyCode.F2,
            KeyCode.F3,
            KeyCode.F12,
            KeyCode.A,
            KeyCode.D,
            KeyCode.F,
            KeyCode.L,
            KeyCode.S,
            KeyCode.V,
            KeyCode.W,
            KeyCode.X,
            KeyCode.Y,
            KeyCode.Z,
            KeyCode.SLASH,
            KeyCode.DIGIT1,
            KeyCode.DIGIT3);

    private static final List<KeyCode> MODIFIERS = List.of(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ALT);

    private static final List<String> WORDS = List.of(
            "a",
            " ",
            "\n",
            "[components.x]\n",
            "spec = { type = \"local\", path = \"x.spec\" }\n",
            "\"",
            "%{name}",
            "# why\n",
            "🎩",
            "é",
            "\t",
            "[[components.greet.overlays]]\ntype = \"spec-set-tag\"\ntag = \"",
            "%if 0\n",
            "%endif\n",
            "<package name=\"",
            "include",
            "greet",
            "bash",
            "'''",
            "{",
            "}",
            "]",
            "=");

    private final SoakWindow window;
    private final SoakWatch watch;
    private final SoakDisk disk;
    private int steps;

    Monkey(SoakWindow window, SoakWatch watch) {
        this.window = window;
        this.watch = watch;
        disk = new SoakDisk(window);
    }

    int steps() {
        return steps;
    }

    /** Does one thing, and looks whether all is well after it. */
    void step(long seed) throws IOException {
        Random random = new Random(seed);
        MonkeyDeed deed = MonkeyDeed.drawn(random);
        String head = ++steps + " " + seed + " " + deed;
        watch.beginStep(head);
        watch.onScreen("noting what is unsaved", disk::note);
        boolean byOthers =
                Set.of(MonkeyDeed.OUTSIDE, MonkeyDeed.GIT, MonkeyDeed.RESTORE).contains(deed);
        if (byOthers) {
            disk.look().ifPresent(change -> wrong(change));
        }
        String did = doing(deed, random);
        watch.did(head + " " + did);
        watch.pulse(deed.name());
        if (byOthers) {
            disk.accept();
        } else {
            watch.onScreen("noting what is unsaved", disk::note);
            disk.look().ifPresent(this::wrong);
        }
        watch.onScreen("looking for traces", MonkeyEyes::traceOnScreen)
                .ifPresent(trace -> wrong("A trace is on the screen: " + trace));
        watch.check();
    }

    private void wrong(String what) {
        throw watch.wrong(what);
    }

    private String doing(MonkeyDeed deed, Random random) throws IOException {
        return switch (deed) {
            case OUTSIDE -> window.tree().change(random);
            case GIT -> window.tree().useGit(random);
            case RESTORE -> window.tree().restore();
            case SETTLE -> settle();
            case RESTART -> restart();
            case AGAIN -> again(random);
            default -> watch.onScreen(deed.name(), () -> onScreen(deed, random));
        };
    }

    private String onScreen(MonkeyDeed deed, Random random) {
        return switch (deed) {
            case COMMAND -> command(random);
            case TYPE -> type(random);
            case EDIT -> edit(random);
            case KEY -> key(random);
            case OPEN -> open(random);
            case CLICK -> click(random);
            case FIELD -> field(random);
            case ESCAPE -> keys(KeyCode.ESCAPE, List.of());
            case RESIZE -> resize(random);
            case LOOK -> look(random);
            case OUTSIDE, GIT, RESTORE, SETTLE, RESTART, AGAIN -> throw new IllegalArgumentException(deed.name());
        };
    }

    private String command(Random random) {
        Optional<Shell> shell = window.shell();
        if (shell.isEmpty()) {
            return "no distro";
        }
        CommandRegistry registry = shell.get().commands();
        List<Command> able = registry.all().stream()
                .filter(command -> !LEFT_OUT.contains(command.id()))
                .filter(command -> command.enabled().getAsBoolean())
                .toList();
        Command command = able.get(random.nextInt(able.size()));
        watch.begin(steps + " COMMAND " + command.id());
        registry.perform(command);
        return command.id();
    }

    private Optional<CodeArea> area() {
        List<CodeEditor> editors = window.editors();
        if (editors.isEmpty()) {
            return Optional.empty();
        }
        CodeEditor front =
                window.shell().flatMap(shell -> shell.editors().current()).orElse(editors.getFirst());
        return Optional.of(EditorText.area(front));
    }

    private String type(Random random) {
        Optional<CodeArea> found = area();
        if (found.isEmpty()) {
            return "no editor";
        }
        CodeArea area = found.get();
        area.requestFocus();
        if (random.nextBoolean()) {
            area.moveTo(random.nextInt(area.getLength() + 1));
        }
        StringBuilder typed = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            typed.append(WORDS.get(random.nextInt(WORDS.size())));
        }
        typed.codePoints().forEach(point -> typed(area, Character.toString(point)));
        return typed.toString().replace("\n", "\\n");
    }

    private static void typed(Node target, String character) {
        if (character.equals("\n") || character.equals("\t")) {
            KeyCode code = character.equals("\n") ? KeyCode.ENTER : KeyCode.TAB;
            target.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, character, "", code, false, false, false, false));
            target.fireEvent(new KeyEvent(KeyEvent.KEY_RELEASED, character, "", code, false, false, false, false));
        } else {
            target.fireEvent(
                    new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false));
        }
    }

    private String edit(Random random) {
        Optional<CodeArea> found = area();
        if (found.isEmpty()) {
            return "no editor";
        }
        CodeArea area = found.get();
        area.requestFocus();
        int length = area.getLength();
        int at = random.nextInt(length + 1);
        if (random.nextBoolean()) {
            area.selectRange(at, Math.min(length, at + random.nextInt(200)));
        }
        return switch (random.nextInt(7)) {
            case 0 -> paste(random);
            case 1 -> keys(KeyCode.X, List.of(KeyCode.CONTROL));
            case 2, 3 -> keys(KeyCode.Z, List.of(KeyCode.CONTROL));
            case 4 -> keys(KeyCode.Y, List.of(KeyCode.CONTROL));
            case 5 -> keys(KeyCode.DELETE, List.of());
            default -> keys(KeyCode.BACK_SPACE, random.nextBoolean() ? List.of() : List.of(KeyCode.CONTROL));
        };
    }

    private String paste(Random random) {
        ClipboardContent content = new ClipboardContent();
        content.putString(pasted(random));
        Clipboard.getSystemClipboard().setContent(content);
        return "paste " + keys(KeyCode.V, List.of(KeyCode.CONTROL));
    }

    private static String pasted(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i >= 0; i--) {
            text.append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString();
    }

    private String key(Random random) {
        KeyCode key = KEYS.get(random.nextInt(KEYS.size()));
        List<KeyCode> held =
                MODIFIERS.stream().filter(modifier -> random.nextInt(3) == 0).toList();
        return keys(key, held);
    }

    /** As a keyboard does it: to the window in front. */
    private static String keys(KeyCode key, List<KeyCode> held) {
        Robot robot = new Robot();
        held.forEach(robot::keyPress);
        robot.keyPress(key);
        robot.keyRelease(key);
        held.reversed().forEach(robot::keyRelease);
        return held + " " + key;
    }

    private String open(Random random) {
        Optional<Shell> shell = window.shell();
        if (shell.isEmpty()) {
            return "no distro";
        }
        SoakTree tree = window.tree();
        String file = tree.root().relativize(tree.someFile(random)).toString();
        shell.get().showPage("distro");
        shell.get().files().open(file, editor -> {});
        return file;
    }

    private String click(Random random) {
        Optional<Node> found = MonkeyEyes.somethingToClick(random);
        if (found.isEmpty()) {
            return "nothing to click";
        }
        Node node = found.get();
        String name = MonkeyEyes.name(node);
        watch.begin(steps + " CLICK " + name);
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        if (bounds == null) {
            return "gone: " + name;
        }
        double x = bounds.getMinX() + bounds.getWidth() * (0.05 + 0.9 * random.nextDouble());
        double y = bounds.getMinY() + bounds.getHeight() * (0.05 + 0.9 * random.nextDouble());
        if (!MonkeyEyes.isOnWindow(x, y)) {
            return "outside: " + name;
        }
        Robot robot = new Robot();
        robot.mouseMove(x, y);
        MouseButton button = random.nextInt(8) == 0 ? MouseButton.SECONDARY : MouseButton.PRIMARY;
        for (int i = random.nextInt(6) == 0 ? 2 : 1; i > 0; i--) {
            robot.mousePress(button);
            robot.mouseRelease(button);
        }
        return button + " " + name;
    }

    private String field(Random random) {
        Optional<TextInputControl> found = MonkeyEyes.someField(random);
        if (found.isEmpty()) {
            return "no field";
        }
        TextInputControl field = found.get();
        String name = MonkeyEyes.name(field);
        watch.begin(steps + " FIELD " + name);
        field.requestFocus();
        if (random.nextBoolean()) {
            field.selectAll();
        }
        String text = WORDS.get(random.nextInt(WORDS.size())).strip();
        text.codePoints().forEach(point -> typed(field, Character.toString(point)));
        if (random.nextInt(3) == 0) {
            typed(field, "\n");
        }
        return name + " " + text;
    }

    private String resize(Random random) {
        int width = 900 + random.nextInt(1020);
        int height = 600 + random.nextInt(480);
        window.stage().setWidth(width);
        window.stage().setHeight(height);
        return width + "x" + height;
    }

    private String look(Random random) {
        if (random.nextBoolean()) {
            List<Theme> themes = window.window().themes();
            String theme = themes.get(random.nextInt(themes.size())).name();
            window.window().settings().set(AllSettings.THEME, theme);
            return theme;
        }
        int size = 64 + 8 * random.nextInt(20);
        window.window().settings().set(AllSettings.TEXT_SIZE, size);
        return "text size " + size;
    }

    private String settle() {
        long end = System.nanoTime() + 5_000_000_000L;
        boolean settled = false;
        while (!settled && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000);
            settled = watch.onScreen(
                    "whether it is settled",
                    () -> window.shell().map(Shell::isSettled).orElse(true));
        }
        return settled ? "settled" : "not settled";
    }

    private String again(Random random) {
        if (watch.onScreen("closing the distro", () -> {
            window.shell().ifPresent(shell -> window.window().closeDistro());
            return true;
        })) {
            settle();
        }
        if (watch.onScreen("whether a distro is open", () -> window.shell().isPresent())) {
            return "stayed";
        }
        if (random.nextBoolean()) {
            return "at the welcome: " + watch.onScreen("a click there", () -> click(random));
        }
        window.openAgain();
        return "opened again";
    }

    /** What was typed must be there again after the window went without asking. */
    private String restart() throws IOException {
        Map<String, String> texts = window.restart();
        settle();
        boolean offered = window.takeBack();
        if (!texts.isEmpty() && !offered) {
            wrong("Nothing is offered of the unsaved " + texts.keySet());
        }
        settle();
        texts.forEach((file, text) -> isBack(file, text));
        return texts.keySet() + (offered ? " taken back" : "");
    }

    private void isBack(String file, String text) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (System.nanoTime() < end) {
            String now = watch.onScreen("what is unsaved", window::unsaved).get(file);
            if (text.equals(now) || window.isOnDisk(file, text)) {
                return;
            }
            LockSupport.parkNanos(50_000_000);
        }
        wrong("The unsaved text of " + file + " is not back: "
                + watch.onScreen("what is unsaved", window::unsaved).get(file) + "\nIt was:\n" + text);
    }
}
