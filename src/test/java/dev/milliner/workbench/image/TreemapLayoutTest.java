package dev.milliner.workbench.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TreemapLayoutTest {
    @RepeatedTest(100)
    void boxesFillTheRectangleByTheirWeights(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Double> weights = Stream.generate(() -> 1 + Math.pow(random.nextDouble(), 4) * 1e6)
                .limit(1 + random.nextInt(60))
                .sorted(Comparator.reverseOrder())
                .toList();
        double total = weights.stream().mapToDouble(Double::doubleValue).sum();
        List<TreemapLayout.Box> boxes = TreemapLayout.of(weights, 900, 400);
        assertThat(boxes).hasSize(weights.size());
        for (int i = 0; i < boxes.size(); i++) {
            TreemapLayout.Box box = boxes.get(i);
            assertThat(box.width() * box.height()).isCloseTo(weights.get(i) / total * 360_000, within(1e-3));
            assertThat(box.x()).isBetween(-1e-6, 900.0);
            assertThat(box.x() + box.width()).isLessThan(900 + 1e-6);
            assertThat(box.y() + box.height()).isLessThan(400 + 1e-6);
        }
    }

    @Test
    void nothingIsLaidOutInNoSpaceOrOfNoWeights() {
        assertThat(TreemapLayout.of(List.of(), 10, 10)).isEmpty();
        assertThat(TreemapLayout.of(List.of(1.0), 0, 10)).isEmpty();
    }
}
