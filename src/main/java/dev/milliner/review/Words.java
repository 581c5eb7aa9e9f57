package dev.milliner.review;

import dev.milliner.distro.Overlay;
import dev.milliner.distro.ValueChange;
import dev.milliner.text.Place;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How a review says things. */
record Words(Review review) {
    static final String NONE = "–";
    private static final int FEW_NAMES = 8;

    /** A value that differs, with the edit behind it. */
    ValueLine line(ValueChange change) {
        return new ValueLine(change.path(), value(change.before()), value(change.after()), change.edit());
    }

    String value(Optional<JsonNode> value) {
        return value.map(review::words).filter(text -> !text.isEmpty()).orElse(NONE);
    }

    static String by(Optional<Place> place) {
        return place.map(Words::at).orElse("");
    }

    static String at(Place place) {
        return place.file() + ":" + place.range().line();
    }

    /** The first names of many, and how many there are besides. */
    static String some(List<String> names) {
        return names.size() <= FEW_NAMES + 1
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, FEW_NAMES)) + " and " + Counted.number(names.size() - FEW_NAMES)
                        + " more";
    }

    /** What became of an overlay, with its reason. */
    static String overlay(OverlayChange change) {
        String more =
                switch (change) {
                    case OverlayChange.Changed one when one.isOfReasonOnly() -> " in its reason only";
                    case OverlayChange.Moved one -> " from place " + one.before();
                    default -> "";
                };
        return "overlay " + change.index() + " " + change.word() + more + ": " + what(change.overlay()) + " ("
                + at(change.place()) + ")" + reason(change);
    }

    /** An overlay in a few words: its kind and what it is done to. */
    static String what(Overlay overlay) {
        StringBuilder what = new StringBuilder(overlay.type());
        for (String part : List.of(overlay.packageName(), overlay.section(), overlay.tag(), overlay.file())) {
            if (!part.isEmpty()) {
                what.append(' ').append(part);
            }
        }
        return what.toString();
    }

    private static String reason(OverlayChange change) {
        if (change instanceof OverlayChange.Moved) {
            return "";
        }
        String reason = change.overlay().description().strip().replaceAll("\\s+", " ");
        if (!reason.isEmpty()) {
            return " — " + reason;
        }
        return givesReason(change.overlay()) || change instanceof OverlayChange.Removed ? "" : " — no reason given";
    }

    /** Tells whether anybody is told why an overlay is there. */
    static boolean givesReason(Overlay overlay) {
        return !overlay.description().isBlank()
                || overlay.metadata().filter(one -> !one.category().isEmpty()).isPresent();
    }
}
