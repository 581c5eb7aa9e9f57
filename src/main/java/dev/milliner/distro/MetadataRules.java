package dev.milliner.distro;

import dev.milliner.text.Place;
import java.util.Locale;

/** What azldev demands of overlay and group metadata. */
final class MetadataRules {
    private static final String BACKPORT = "upstream-backport";

    private final Problems problems;

    MetadataRules(Problems problems) {
        this.problems = problems;
    }

    void check(TableValue metadata) {
        category(metadata);
        status(metadata);
        metadata.tables("commits").forEach(this::reference);
        metadata.tables("bugs").forEach(this::reference);
    }

    private void category(TableValue metadata) {
        String category = metadata.text("category");
        Place place = metadata.placeOf("category");
        if (category.isEmpty()) {
            problems.error("metadata-category", "The metadata has no 'category'. Add one.", place);
        } else if (!Vocabulary.CATEGORY.has(category)) {
            problems.error(
                    "metadata-category",
                    "The category '" + category + "' is unknown. Use one of: "
                            + String.join(", ", Vocabulary.CATEGORY.words()) + ".",
                    place);
        } else if (category.equals(BACKPORT) && metadata.items("commits").isEmpty()) {
            problems.error(
                    "metadata-commits",
                    "A backport names no upstream commit. Add at least one entry to 'commits'.",
                    place);
        }
    }

    private void status(TableValue metadata) {
        String status = metadata.text("upstream-status");
        Place place = metadata.placeOf("upstream-status");
        if (status.isEmpty()) {
            problems.error("metadata-status", "The metadata has no 'upstream-status'. Add one.", place);
        } else if (!Vocabulary.UPSTREAM_STATUS.has(status)) {
            problems.error(
                    "metadata-status",
                    "The upstream-status '" + status + "' is unknown. Use one of: "
                            + String.join(", ", Vocabulary.UPSTREAM_STATUS.words()) + ".",
                    place);
        } else if (metadata.text("category").equals(BACKPORT)
                && !status.equals("upstreamed")
                && !status.equals("upstreamable")) {
            problems.error(
                    "metadata-status",
                    "A backport is upstream or will be, so its upstream-status cannot be '" + status
                            + "'. Use upstreamed or upstreamable.",
                    place);
        }
    }

    private void reference(TableValue reference) {
        String url = reference.text("url");
        if (!isWebUrl(url)) {
            problems.error(
                    "metadata-url",
                    url.isEmpty()
                            ? "The reference has no 'url'. Add an http or https URL."
                            : "'" + url + "' is not an http or https URL. Correct it.",
                    reference.placeOf("url"));
        }
    }

    static boolean isWebUrl(String text) {
        return GoUrl.parse(text.toLowerCase(Locale.ROOT))
                .filter(url -> !url.host().isEmpty())
                .filter(url -> url.scheme().equals("http") || url.scheme().equals("https"))
                .isPresent();
    }
}
