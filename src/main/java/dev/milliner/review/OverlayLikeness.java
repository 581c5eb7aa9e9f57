package dev.milliner.review;

import dev.milliner.distro.Overlay;
import dev.milliner.text.Place;
import java.util.List;
import java.util.Optional;

/** In what overlays can be alike: overlays without all else. */
final class OverlayLikeness {
    private static final Place NOWHERE = Place.startOf("");

    private OverlayLikeness() {}

    /** All that it says, wherever it is written. */
    static Overlay said(Overlay one) {
        return with(
                one, one.description(), one.value(), one.regex(), one.replacement(), one.lines(), one.source(), true);
    }

    /** What it does, without why. */
    static Overlay deed(Overlay one) {
        return with(one, "", one.value(), one.regex(), one.replacement(), one.lines(), one.source(), false);
    }

    /** What it is done to. */
    static Overlay target(Overlay one) {
        return with(one, "", "", "", "", List.of(), "", false);
    }

    private static Overlay with(
            Overlay one,
            String description,
            String value,
            String regex,
            String replacement,
            List<String> lines,
            String source,
            boolean reasoned) {
        return new Overlay(
                one.type(),
                description,
                one.file(),
                one.archive(),
                one.section(),
                one.packageName(),
                one.tag(),
                value,
                regex,
                replacement,
                lines,
                source,
                reasoned ? one.metadata() : Optional.empty(),
                NOWHERE,
                "");
    }
}
