package dev.milliner.upstream;

import java.util.Optional;

/** On what sources the effects of overlays are shown, and so what they can tell. */
public sealed interface OverlayBasis {
    /**
     * The sources as they come: what every overlay does shows.
     *
     * @param origin where they were had
     */
    record AsTheyCome(SourceOrigin origin) implements OverlayBasis {
        @Override
        public String label() {
            return origin.label();
        }

        @Override
        public Optional<String> remark() {
            return Optional.empty();
        }
    }

    /**
     * The rendered spec of a state before, with what has changed since: what is new or changed shows.
     *
     * @param words what that state is called
     * @param changed how many overlays were applied to it
     * @param takenBack how many were taken back from it
     */
    record RenderedThen(String words, int changed, int takenBack) implements OverlayBasis {
        @Override
        public String label() {
            return "rendered spec of " + words;
        }

        @Override
        public Optional<String> remark() {
            String what = changed + takenBack == 0
                    ? "No overlay has changed since."
                    : "Since then: " + changed + " applied, " + takenBack + " taken back.";
            return Optional.of("Shown is the rendered spec of " + words + ", which has its overlays in it. " + what);
        }
    }

    /**
     * A rendered spec from which the effect can't be told.
     *
     * @param why why not, and what to do
     */
    record RenderedAlone(String why) implements OverlayBasis {
        @Override
        public String label() {
            return SourceOrigin.RENDERED.label();
        }

        @Override
        public Optional<String> remark() {
            return Optional.of(
                    "What the overlays do can't be told from the rendered spec, which has them in it. " + why);
        }
    }

    /** What screens call it. */
    String label();

    /** What is to be known of it, in sentences; of sources as they come, nothing. */
    Optional<String> remark();

    /** One of {@code upstream}, {@code local} and {@code rendered}. */
    default String name() {
        return switch (this) {
            case AsTheyCome(SourceOrigin origin) -> origin == SourceOrigin.LOCAL ? "local" : "upstream";
            case RenderedThen then -> "rendered";
            case RenderedAlone alone -> "rendered";
        };
    }

    /** Tells whether the sources are upstream's own, or local. */
    default boolean isTrue() {
        return this instanceof AsTheyCome;
    }
}
