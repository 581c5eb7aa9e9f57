package dev.milliner.upstream;

import dev.milliner.distro.OverlayKind;
import dev.milliner.overlay.FileChange;
import dev.milliner.upstream.OverlaidComponent.Effect;

/**
 * What an overlay does now, in a few words.
 *
 * @param kind how it went
 * @param text what it did, such as {@code 1 line in systemd.spec}
 */
public record OverlayVerdict(Kind kind, String text) {
    /** An overlay that changes more lines than this by a regular expression rarely means to. */
    static final int MANY_LINES = 100;

    /** How an overlay went. */
    public enum Kind {
        /** It changed something. */
        APPLIES,
        /** It applied and changed nothing, or far more than meant. */
        DOUBTFUL,
        /** It failed. */
        FAILS,
        /** An earlier one failed. */
        NOT_REACHED,
        /** It can't be told, as the sources are not upstream's own. */
        UNKNOWN
    }

    /** Judges one overlay that was applied. */
    static OverlayVerdict of(Effect effect) {
        if (effect.error().isPresent()) {
            return new OverlayVerdict(Kind.FAILS, failure(effect.error().get()));
        }
        return effect.changes().isEmpty()
                ? new OverlayVerdict(Kind.DOUBTFUL, "no effect")
                : new OverlayVerdict(tooMuch(effect) ? Kind.DOUBTFUL : Kind.APPLIES, words(effect));
    }

    /** The text without the file's name. */
    public String shortText() {
        int file = text.indexOf(" in ");
        return kind == Kind.UNKNOWN || file < 0 ? text : text.substring(0, file);
    }

    private static boolean tooMuch(Effect effect) {
        return effect.overlay().is(OverlayKind::replacesMatches)
                && Math.max(effect.added(), effect.removed()) > MANY_LINES;
    }

    private static String failure(String error) {
        boolean noMatch = error.contains("pattern not found")
                || error.contains("matches nothing")
                || error.contains("did not match any");
        return noMatch ? "no match" : "fails";
    }

    private static String words(Effect effect) {
        if (effect.changes().size() > 1) {
            return effect.changes().size() + " files";
        }
        FileChange change = effect.changes().getFirst();
        if (change.isNew()) {
            return "adds " + change.file();
        } else if (change.isGone()) {
            return "removes " + change.file();
        }
        int lines = Math.max(change.added(), change.removed());
        return lines + (lines == 1 ? " line in " : " lines in ") + change.file();
    }
}
