package dev.milliner.workbench.image;

import dev.milliner.image.ImageDifference;
import dev.milliner.image.ImagePlan;
import dev.milliner.image.PlannedPackage;
import dev.milliner.workbench.base.Facts;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.VBox;

/** The cards above an image: its size, its packages, its level, what is overlaid, and what is wrong. */
final class KeyFigures {
    private KeyFigures() {}

    /**
     * Makes the cards.
     *
     * @param head what differs from HEAD, where that is known
     */
    static List<VBox> of(ImagePlan plan, Optional<ImageDifference> head) {
        List<VBox> cards = new ArrayList<>();
        cards.add(Facts.card(
                Words.size(plan.size()),
                head.map(KeyFigures::against).orElse(Wording.of("image.key-figures.installed-size")),
                "plain"));
        long asked = plan.packages().stream().filter(PlannedPackage::asked).count();
        long pulled = plan.packages().size() - asked;
        cards.add(Facts.card(
                Words.number(plan.packages().size()),
                Wording.of("image.key-figures.packages-asked-pulled", Words.number(asked), Words.number(pulled)),
                "plain"));
        if (plan.architecture().startsWith("x86_64_v")) {
            cards.add(level(plan));
        }
        long overlaid = plan.packages().stream()
                .filter(one -> !one.overlays().isEmpty())
                .count();
        cards.add(
                Facts.card(Words.number(overlaid), Wording.of("image.key-figures.from-components-overlays"), "plain"));
        int problems = plan.problems().size() + plan.unsolved().size();
        cards.add(Facts.card(
                Words.number(problems),
                problems == 0
                        ? Wording.of("image.key-figures.problems-description-holds")
                        : Wording.of("image.key-figures.problems-listed-right"),
                problems == 0 ? "good" : "warning"));
        return cards;
    }

    private static String against(ImageDifference difference) {
        if (difference.changes().isEmpty()) {
            return Wording.of("image.key-figures.as-at-head");
        }
        return Wording.counted(
                "image.key-figures.against-head",
                difference.changes().size(),
                ComparisonPane.growth(difference.growth()));
    }

    /** How many packages of the level the repositories have, and how many fall back, by their architecture tags. */
    private static VBox level(ImagePlan plan) {
        String level = plan.architecture().substring("x86_64_".length());
        long reached = plan.tagged(plan.architecture());
        long noarch = plan.tagged("noarch");
        long fallen = plan.fallenBack();
        return Facts.card(
                Words.number(reached) + " / " + Words.number(plan.packages().size()),
                Wording.of("image.key-figures.tagged-noarch-fall", level, Words.number(noarch), Words.number(fallen)),
                fallen == 0 ? "good" : "warning");
    }
}
