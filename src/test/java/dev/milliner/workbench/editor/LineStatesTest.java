package dev.milliner.workbench.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.toml.TomlLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class LineStatesTest {
    private static final String[] PIECES = {
        "a = 1", "[t]", "\"\"\"", "'''", "b = [", "]", "{", "}", "# c", "text", "c = \"x\"", ""
    };

    /** After any edits the states are those of lexing the whole text anew. */
    @RepeatedTest(300)
    void editsLeadToTheStatesOfAFreshStart(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> lines = new ArrayList<>(pieces(random, 40));
        LineStates states = new LineStates(new TomlLexer());
        states.reset(lines.size(), lines::get);
        for (int edit = 0; edit < 25; edit++) {
            int first = random.nextInt(lines.size());
            int removed = random.nextInt(Math.min(4, lines.size() - first));
            List<String> inserted = pieces(random, 4);
            lines.subList(first, first + removed + 1).clear();
            lines.addAll(first, inserted);
            states.edit(first, removed, inserted.size() - 1, lines::get);
            LineStates fresh = new LineStates(new TomlLexer());
            fresh.reset(lines.size(), lines::get);
            for (int i = 0; i < lines.size(); i++) {
                assertThat(states.before(i))
                        .as("line %d after edit %d", i, edit)
                        .isEqualTo(fresh.before(i));
            }
        }
    }

    private static List<String> pieces(Random random, int most) {
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(most); i >= 0; i--) {
            lines.add(PIECES[random.nextInt(PIECES.length)]);
        }
        return lines;
    }
}
