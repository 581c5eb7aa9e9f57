package dev.milliner.workbench.image;

import dev.milliner.image.ImagePlan;
import dev.milliner.image.PlanFormat;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import org.jspecify.annotations.Nullable;

/** What stands on the tabs and menus of the page. */
final class PageWords {
    private PageWords() {}

    static String packages(@Nullable ImagePlan plan) {
        return plan == null
                ? Wording.of("image.page.packages-tab")
                : Wording.of(
                        "image.page.packages-count",
                        Words.number(plan.packages().size()));
    }

    static String files(long count) {
        return count == 0
                ? Wording.of("image.page.files-tab")
                : Wording.of("image.page.files-count", Words.number(count));
    }

    static String format(PlanFormat format) {
        return switch (format) {
            case CSV -> Wording.of("image.page.csv-table");
            case JSON -> "JSON";
            case MARKDOWN -> Wording.of("image.page.markdown-table");
            case CYCLONEDX -> Wording.of("image.page.cyclonedx-bill-materials");
        };
    }
}
