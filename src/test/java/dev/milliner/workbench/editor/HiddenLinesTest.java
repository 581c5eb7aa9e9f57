package dev.milliner.workbench.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HiddenLinesTest {
    private static final int LINES = 60;

    @Test
    void rowsAreThoseOfTheLinesThatStay() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<Fold> folds = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                int first = random.nextInt(LINES - 1);
                folds.add(new Fold(first, first + 1 + random.nextInt(LINES - 1 - first)));
            }
            compare(folds);
        }
    }

    private static void compare(List<Fold> folds) {
        HiddenLines hidden = new HiddenLines(folds);
        int row = -1;
        for (int i = 0; i < LINES; i++) {
            int line = i;
            boolean hides = folds.stream().anyMatch(fold -> fold.hides(line));
            assertThat(hidden.hides(line)).as("%d in %s", line, folds).isEqualTo(hides);
            row += hides ? 0 : 1;
            assertThat(hidden.row(line)).as("%d in %s", line, folds).isEqualTo(row);
            if (!hides) {
                assertThat(hidden.line(row)).as("row %d in %s", row, folds).isEqualTo(line);
            }
        }
        assertThat(hidden.rows(LINES)).as("%s", folds).isEqualTo(row + 1);
    }
}
