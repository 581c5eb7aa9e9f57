package dev.milliner.workbench.overlays;

import dev.milliner.distro.Overlay;
import dev.milliner.distro.OverlayMetadata;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.upstream.OverlayResult;
import dev.milliner.upstream.OverlayVerdict;
import dev.milliner.workbench.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An overlay on the board.
 *
 * @param component the component's name
 * @param number the overlay's number, from 1
 * @param overlay the overlay
 * @param verdict what it does now
 */
record BoardRow(String component, int number, Overlay overlay, OverlayVerdict verdict) {
    private static final String UNKNOWN = Wording.of("overlays.board-row.sources-not-hand");

    /** The rows of all components. */
    static List<BoardRow> of(Map<String, OverlayResult> results, Map<String, List<Overlay>> overlays) {
        List<BoardRow> rows = new ArrayList<>();
        overlays.forEach((component, all) -> {
            OverlayResult shown = results.get(component);
            OverlaidComponent overlaid = shown == null ? null : shown.overlaid();
            for (int i = 0; i < all.size(); i++) {
                OverlayVerdict verdict =
                        overlaid == null || i >= overlaid.effects().size()
                                ? new OverlayVerdict(OverlayVerdict.Kind.UNKNOWN, UNKNOWN)
                                : overlaid.effects().get(i).verdict();
                rows.add(new BoardRow(component, i + 1, all.get(i), verdict));
            }
        });
        return rows;
    }

    String category() {
        return overlay.metadata().map(OverlayMetadata::category).orElse("");
    }

    String upstreamStatus() {
        return overlay.metadata().map(OverlayMetadata::upstreamStatus).orElse("");
    }

    /** Tells whether it is meant to go again. */
    boolean isTemporary() {
        return category().contains("temp") || upstreamStatus().contains("upstreamable");
    }

    /** Tells whether anybody can know why it is there. */
    boolean givesReason() {
        return !overlay.description().isBlank() || !category().isEmpty();
    }

    /** Tells whether it passes a filter of words and {@code category:}, {@code state:}, {@code type:} conditions. */
    boolean matches(String filter) {
        for (String part : filter.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!matchesPart(part)) {
                return false;
            }
        }
        return true;
    }

    private boolean matchesPart(String part) {
        int colon = part.indexOf(':');
        String value = part.substring(colon + 1);
        return switch (colon < 0 ? "" : part.substring(0, colon)) {
            case "category" -> (category().isEmpty() ? "none" : category()).contains(value);
            case "upstream" -> (upstreamStatus().isEmpty() ? "unknown" : upstreamStatus()).contains(value);
            case "type" -> overlay.type().contains(value);
            case "state" -> state().contains(value);
            case "component" -> component.toLowerCase(Locale.ROOT).contains(value);
            default ->
                (component + ' ' + overlay.type() + ' ' + overlay.description())
                        .toLowerCase(Locale.ROOT)
                        .contains(part);
        };
    }

    /** The state in a word that the filter knows. */
    String state() {
        return switch (verdict.kind()) {
            case APPLIES -> "applies";
            case DOUBTFUL -> "doubtful";
            case FAILS -> "fails";
            case NOT_REACHED -> "unreached";
            case UNKNOWN -> "unknown";
        };
    }
}
