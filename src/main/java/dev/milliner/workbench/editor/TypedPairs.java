package dev.milliner.workbench.editor;

import static org.fxmisc.wellbehaved.event.EventPattern.keyPressed;
import static org.fxmisc.wellbehaved.event.EventPattern.keyTyped;

import dev.milliner.text.TextEdit;
import dev.milliner.text.TextRange;
import dev.milliner.text.TokenKind;
import dev.milliner.text.TrackedRanges;
import dev.milliner.text.TrackedRanges.Tracked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.wellbehaved.event.InputMap;
import org.fxmisc.wellbehaved.event.Nodes;

/** Puts in the closing sign of what is opened, steps over it where it is typed, and takes both away by one Backspace. */
final class TypedPairs implements EditorFeature {
    private static final String MAY_FOLLOW = ",;]})\"'";

    private final EditorArea area;
    private final Highlighter colours;
    /** The closing signs that nobody typed. */
    private final TrackedRanges<Pair> closings = new TrackedRanges<>();

    /**
     * Makes it.
     *
     * @param colours knows what is a string
     */
    TypedPairs(EditorSurface surface, Highlighter colours) {
        area = surface.area();
        this.colours = colours;
    }

    @Override
    public void install(EditorSurface surface) {
        Nodes.addInputMap(
                area,
                InputMap.sequence(
                        InputMap.consume(
                                keyTyped().onlyIf(TypedPairs::isSign),
                                event -> type(event.getCharacter().charAt(0))),
                        InputMap.consume(
                                keyPressed(KeyCode.BACK_SPACE).onlyIf(event -> area.carets().all().stream()
                                        .anyMatch(this::isBetween)),
                                event -> area.carets().edit(this::takeBoth))));
    }

    private static boolean isSign(KeyEvent event) {
        String typed = event.getCharacter();
        return typed.length() == 1
                && event.isControlDown() == event.isAltDown()
                && !event.isMetaDown()
                && (Pair.openedBy(typed.charAt(0)).isPresent()
                        || Pair.closedBy(typed.charAt(0)).isPresent());
    }

    private void type(char sign) {
        List<Pair> put = new ArrayList<>();
        area.carets().edit(caret -> typed(caret, sign, put));
        if (!put.isEmpty()) {
            remember(put.getFirst());
        }
    }

    private CaretEdit typed(Caret caret, char sign, List<Pair> put) {
        Optional<Pair> pair = Pair.openedBy(sign);
        if (caret.selects() && pair.isPresent()) {
            return around(caret, pair.get());
        } else if (!caret.selects() && isOurs(caret.at(), sign)) {
            return CaretEdit.go(caret.at() + 1);
        } else if (!caret.selects() && pair.isPresent() && mayStand(pair.get(), caret.at())) {
            put.add(pair.get());
            return CaretEdit.insert(caret.at(), pair.get().around(""), 1);
        }
        return CaretEdit.type(caret, String.valueOf(sign));
    }

    private CaretEdit around(Caret caret, Pair pair) {
        String text = pair.around(area.getText(caret.start(), caret.end()));
        return new CaretEdit(new Replaced(caret.start(), caret.end(), text), caret.shifted(1 - caret.start()));
    }

    private boolean isOurs(int place, char sign) {
        int line = area.lineOf(place);
        int column = place - area.startOf(line);
        return closings.beginningIn(line + 1).stream()
                .filter(closing -> closing.range().column() == column + 1)
                .anyMatch(closing -> Pair.closedBy(sign).equals(Optional.of(closing.what())));
    }

    /** Quotes are put in where they would open a string: not in one, nor behind a word, nor as the third of three. */
    private boolean mayStand(Pair pair, int place) {
        int line = area.lineOf(place);
        int column = place - area.startOf(line);
        String text = area.text(line);
        boolean free = column == text.length()
                || Character.isWhitespace(text.charAt(column))
                || MAY_FOLLOW.indexOf(text.charAt(column)) >= 0;
        if (!free || !pair.isQuotes()) {
            return free;
        }
        char before = column == 0 ? ' ' : text.charAt(column - 1);
        return !Character.isLetterOrDigit(before)
                && Pair.openedBy(before).filter(Pair::isQuotes).isEmpty()
                && colours.kindAt(line, column)
                        .filter(kind -> kind == TokenKind.STRING || kind == TokenKind.COMMENT)
                        .isEmpty();
    }

    /** Signs in lines that all carets have left are like any others. */
    private void remember(Pair pair) {
        List<Caret> carets = area.carets().all();
        List<Integer> lines =
                carets.stream().map(caret -> area.lineOf(caret.at()) + 1).toList();
        List<Tracked<Pair>> now = new ArrayList<>(closings.all());
        now.removeIf(closing -> !lines.contains(closing.range().line()));
        for (int i = 0; i < lines.size(); i++) {
            int column = carets.get(i).at() - area.startOf(lines.get(i) - 1);
            if (pair.isAt(area.text(lines.get(i) - 1), column)) {
                now.add(new Tracked<>(new TextRange(lines.get(i), column + 1, lines.get(i), column + 2), pair));
            }
        }
        closings.set(now);
    }

    private boolean isBetween(Caret caret) {
        return !caret.selects() && between(caret.at()).isPresent();
    }

    private Optional<Pair> between(int place) {
        int line = area.lineOf(place);
        int column = place - area.startOf(line);
        for (Pair pair : Pair.values()) {
            if (pair.isAt(area.text(line), column)
                    && (!pair.isQuotes() || isOurs(place, area.text(line).charAt(column)))) {
                return Optional.of(pair);
            }
        }
        return Optional.empty();
    }

    private CaretEdit takeBoth(Caret caret) {
        return isBetween(caret)
                ? CaretEdit.replace(caret.at() - 1, caret.at() + 1, "")
                : CaretMoves.deleteBefore(area, caret);
    }

    @Override
    public void edited(TextEdit edit) {
        closings.edited(edit);
    }
}
