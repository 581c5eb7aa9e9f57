package dev.milliner.workbench.editor;

import java.util.List;
import java.util.Random;
import javafx.scene.input.KeyCode;

/** Does to an editor what a person does, at random. */
final class RandomPerson {
    private static final String SIGNS = "abcxyz019 -_=.,#%<>/\\\"'\"'[]{}()[]";
    private static final List<String> PIECES = List.of(
            "name = \"value\"",
            "\n[components.x]\nspec = { type = \"local\" }\n",
            "\"\"\"",
            "'''",
            "\n\n",
            "%if 0\n%endif\n",
            "<!-- ",
            "\tx\t= 1",
            "\uD83D\uDE00 and \u00e9\u4e2d",
            "[\n  \"a\",\n  \"b\",\n]",
            "# why\n",
            "# a long line of words ".repeat(9));
    private static final List<KeyCode> MOVES = List.of(
            KeyCode.LEFT,
            KeyCode.RIGHT,
            KeyCode.UP,
            KeyCode.DOWN,
            KeyCode.HOME,
            KeyCode.END,
            KeyCode.PAGE_UP,
            KeyCode.PAGE_DOWN);

    private final CodeEditor editor;
    private final EditorArea area;
    private final Random random;

    RandomPerson(CodeEditor editor, Random random) {
        this.editor = editor;
        this.random = random;
        area = (EditorArea) EditorText.area(editor);
    }

    /** Does one thing, and says which. */
    String act() {
        return switch (random.nextInt(26)) {
            case 0, 1, 2, 3, 4, 5 -> type();
            case 6 -> press(KeyCode.ENTER, "");
            case 7 -> press(KeyCode.TAB, random.nextBoolean() ? "shift" : "");
            case 8, 9 -> press(KeyCode.BACK_SPACE, "");
            case 10 -> press(KeyCode.DELETE, "");
            case 11, 12 -> press(MOVES.get(random.nextInt(MOVES.size())), random.nextBoolean() ? "shift" : "");
            case 13 -> paste();
            case 14, 15 -> go();
            case 16, 17 -> moreCarets();
            case 18 -> press(KeyCode.ESCAPE, "");
            case 19 -> lines();
            case 20 -> undo();
            case 21 -> random.nextInt(4) == 0 ? redo() : undo();
            case 22 -> another();
            case 23, 24 -> random.nextInt(3) > 0 ? fold() : wrap();
            default -> look();
        };
    }

    private String press(KeyCode key, String with) {
        area.fireEvent(EditorCase.pressed(key, with));
        return with + " " + key;
    }

    private String type() {
        char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
        area.fireEvent(EditorCase.typed(sign));
        return "types " + sign;
    }

    private String paste() {
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        if (area.carets().areMany()) {
            new CaretClipboard(area).paste(piece);
        } else {
            area.replaceSelection(piece);
        }
        return "pastes " + piece;
    }

    private String fold() {
        int first = random.nextInt(area.getParagraphs().size());
        int last = Math.min(area.getParagraphs().size() - 1, first + 1 + random.nextInt(40));
        if (first == last || random.nextInt(6) == 0) {
            editor.unfoldAll();
            return "unfolds all";
        }
        editor.folding().fold(List.of(new Fold(first, last)));
        return "folds " + first + " to " + last;
    }

    private String wrap() {
        boolean on = random.nextInt(3) > 0;
        editor.wrap(on);
        return on ? "wraps" : "does not wrap";
    }

    private String go() {
        int place = whole(random.nextInt(area.getLength() + 1));
        if (random.nextInt(3) > 0) {
            area.moveTo(place);
            return "goes to " + place;
        }
        int other = whole(Math.clamp(place + random.nextInt(161) - 80, 0, area.getLength()));
        area.selectRange(place, other);
        return "selects " + place + " to " + other;
    }

    /** A place that is not within a character of two halves, where nobody can put a caret. */
    private int whole(int place) {
        boolean within = place > 0
                && place < area.getLength()
                && Character.isLowSurrogate(area.getText(place, place + 1).charAt(0));
        return within ? place - 1 : place;
    }

    private String moreCarets() {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> press(KeyCode.D, "ctrl");
            case 3 -> press(KeyCode.UP, "ctrl alt");
            case 4, 5 -> press(KeyCode.DOWN, "ctrl alt");
            case 6 -> {
                int place = whole(random.nextInt(area.getLength() + 1));
                area.carets().add(Caret.at(place));
                yield "adds a caret at " + place;
            }
            default -> area.getSelectedText().length() > 2 ? press(KeyCode.L, "ctrl shift") : press(KeyCode.D, "ctrl");
        };
    }

    private String lines() {
        return switch (random.nextInt(9)) {
            case 0 -> press(KeyCode.UP, "alt");
            case 1 -> press(KeyCode.DOWN, "alt");
            case 2 -> press(KeyCode.UP, "alt shift");
            case 3 -> press(KeyCode.DOWN, "alt shift");
            case 4 -> press(KeyCode.K, "ctrl shift");
            case 5 -> press(KeyCode.L, "ctrl");
            case 6 -> press(KeyCode.ENTER, "ctrl");
            case 7 -> press(KeyCode.ENTER, "ctrl shift");
            default -> press(KeyCode.SLASH, "ctrl");
        };
    }

    private String undo() {
        area.undo();
        return "undoes";
    }

    private String redo() {
        area.redo();
        return "redoes";
    }

    /** Not by keys: an action changes the text, or it changed on disk. */
    private String another() {
        int start = whole(random.nextInt(area.getLength() + 1));
        int end = whole(Math.min(area.getLength(), start + random.nextInt(30)));
        switch (random.nextInt(3)) {
            case 0 -> editor.insert(start, PIECES.get(random.nextInt(PIECES.size())));
            case 1 -> editor.replace(start, end, "x".repeat(random.nextInt(5)));
            default -> {
                String text = editor.text();
                editor.replaceAll(text.substring(0, start) + "\n# theirs\n" + text.substring(end));
            }
        }
        return "has another change " + start + " to " + end;
    }

    private String look() {
        area.lines().scroll().by(0, random.nextInt(2_001) - 1_000);
        if (random.nextInt(10) == 0) {
            press(List.of(KeyCode.PLUS, KeyCode.MINUS, KeyCode.DIGIT0).get(random.nextInt(3)), "ctrl");
        }
        return "looks elsewhere";
    }
}
