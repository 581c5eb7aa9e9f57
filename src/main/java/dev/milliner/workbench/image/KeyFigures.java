package dev.milliner.workbench.image;

import dev.milliner.image.ImageDifference;
import dev.milliner.image.ImagePlan;
import dev.milliner.image.PlannedPackage;
import dev.milliner.workbench.base.Facts;
import dev.milliner.workbench.base.Words;
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
                "installed size" + head.map(KeyFigures::against).orElse(""),
                "plain"));
        long asked = plan.packages().stream().filter(PlannedPackage::asked).count();
        long pulled = plan.packages().size() - asked;
        cards.add(Facts.card(
                Words.number(plan.packages().size()),
                "packages · " + Words.number(asked) + " asked for, " + Words.number(pulled) + " pulled in",
                "plain"));
        if (plan.architecture().startsWith("x86_64_v")) {
            cards.add(level(plan));
        }
        long overlaid = plan.packages().stream()
                .filter(one -> !one.overlays().isEmpty())
                .count();
        cards.add(Facts.card(Words.number(overlaid), "from components with overlays", "plain"));
        int problems = plan.problems().size() + plan.unsolved().size();
        cards.add(Facts.card(
                Words.number(problems),
                problems == 0 ? "problems: the description holds" : "problems, listed at the right",
                problems == 0 ? "good" : "warning"));
        return cards;
    }

    private static String against(ImageDifference difference) {
        if (difference.changes().isEmpty()) {
            return " · as at HEAD";
        }
        return " · " + ComparisonPane.growth(difference.growth()) + " vs HEAD, "
                + Words.count(difference.changes().size(), "package") + " differ";
    }

    /** How many packages of the level the repositories have, and how many fall back, by their architecture tags. */
    private static VBox level(ImagePlan plan) {
        String level = plan.architecture().substring("x86_64_".length());
        long reached = plan.tagged(plan.architecture());
        long noarch = plan.tagged("noarch");
        long fallen = plan.fallenBack();
        return Facts.card(
                Words.number(reached) + " / " + Words.number(plan.packages().size()),
                "tagged " + level + " · " + Words.number(noarch) + " noarch · " + Words.number(fallen) + " fall back",
                fallen == 0 ? "good" : "warning");
    }
}
