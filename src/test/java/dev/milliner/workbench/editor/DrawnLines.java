package dev.milliner.workbench.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.language.TextKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.text.Text;

/**
 * What an area has drawn, to compare with its text.
 *
 * @param area the area, laid out
 * @param language what kind of text it is
 * @param states the lexer's states, made from scratch
 */
record DrawnLines(EditorArea area, TextKind language, LineStates states) {
    void compare(String where) {
        List<CodeLine> lines = area.lines().lookupAll(".code-line").stream()
                .filter(Node::isVisible)
                .filter(line -> !line.getStyleClass().contains("pinned"))
                .map(CodeLine.class::cast)
                .sorted(java.util.Comparator.comparingInt(CodeLine::line)
                        .thenComparingInt(line -> line.part().start()))
                .toList();
        assertThat(lines).as(where).isNotEmpty();
        AreaRows rows = area.lines().rows();
        int first = rows.of(lines.getFirst().line(), lines.getFirst().part().start());
        assertThat(rows.hidden().hides(area.getCurrentParagraph())).as(where).isFalse();
        for (int i = 0; i < lines.size(); i++) {
            CodeLine line = lines.get(i);
            assertThat(line.part()).as(where).isEqualTo(rows.part(rows.at(first + i)));
            assertThat(line.text()).as(where).isEqualTo(area.text(line.line()));
            assertThat(drawn(line)).as("line %d of %s", line.line(), where).isEqualTo(lexed(line));
            assertThat(number(line))
                    .as(where)
                    .isEqualTo(line.part().isFirst() ? Integer.toString(line.line() + 1) : "none");
            assertThat(line.lookupAll(".caret.another").size()).as(where).isEqualTo(carets(line));
            assertThat(line.getLayoutY())
                    .as(where)
                    .isEqualTo((first + i) * line.metrics().height()
                            - area.lines().scroll().top());
        }
        assertThat(first * height())
                .as(where)
                .isLessThanOrEqualTo(area.lines().scroll().top());
        int last = first + lines.size() - 1;
        boolean full = (last + 1) * height() >= area.lines().scroll().top() + area.getHeight();
        assertThat(full || last == rows.count() - 1).as(where).isTrue();
    }

    private double height() {
        return area.lines().metrics().height();
    }

    private static List<String> drawn(CodeLine line) {
        return line.getChildrenUnmodifiable().stream()
                .filter(node -> node.getStyleClass().contains("code"))
                .map(Text.class::cast)
                .map(run -> run.getStyleClass().getLast() + " " + run.getX() + " " + run.getText())
                .toList();
    }

    private List<String> lexed(CodeLine line) {
        List<String> runs = new ArrayList<>();
        int[] at = {0};
        String text = line.text();
        language.lexer().lex(text, states.before(line.line()), (start, end, kind) -> {
            add(runs, line, at[0], start, "plain");
            add(runs, line, start, end, "token-" + kind.name().toLowerCase(Locale.ROOT));
            at[0] = end;
        });
        add(runs, line, at[0], text.length(), "plain");
        return runs;
    }

    private static void add(List<String> runs, CodeLine line, int start, int end, String style) {
        int from = Math.max(start, line.part().start());
        int to = Math.min(end, line.part().end());
        for (String run : from < to ? line.text().substring(from, to).split("\t", -1) : new String[0]) {
            if (!run.isBlank()) {
                runs.add(style + " " + line.x(from) + " " + run);
            }
            from += run.length() + 1;
        }
    }

    private static String number(CodeLine line) {
        return line.getChildrenUnmodifiable().stream()
                .filter(node -> node.getStyleClass().contains("line-number"))
                .map(node -> ((Text) node).getText())
                .findFirst()
                .orElse("none");
    }

    private long carets(CodeLine line) {
        return area.carets().more().stream()
                .filter(caret -> area.lineOf(caret.at()) == line.line()
                        && line.part().holds(caret.at() - area.startOf(line.line())))
                .count();
    }
}
