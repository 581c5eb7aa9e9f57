package dev.milliner.upstream;

import dev.milliner.distro.Overlay;
import dev.milliner.distro.OverlayKind;
import dev.milliner.ground.Amount;
import dev.milliner.overlay.FileChange;
import java.util.List;
import java.util.Optional;

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
        UNKNOWN;

        /** A sign before words, with the space between; empty where there is nothing to judge. */
        public String sign() {
            return switch (this) {
                case APPLIES -> "✓ ";
                case DOUBTFUL -> "⚠ ";
                case FAILS -> "✗ ";
                case NOT_REACHED, UNKNOWN -> "";
            };
        }
    }

    /** Judges one overlay that was applied. */
    static OverlayVerdict of(Overlay overlay, List<FileChange> changes, Optional<String> error) {
        if (error.isPresent()) {
            return new OverlayVerdict(Kind.FAILS, failure(error.get()));
        }
        return changes.isEmpty()
                ? new OverlayVerdict(Kind.DOUBTFUL, "no effect")
                : new OverlayVerdict(tooMuch(overlay, changes) ? Kind.DOUBTFUL : Kind.APPLIES, words(changes));
    }

    /** The text behind the sign of its kind, so that colour never stands alone. */
    public String remark() {
        return kind.sign() + text;
    }

    /** The text without the file's name. */
    public String shortText() {
        int file = text.indexOf(" in ");
        return kind == Kind.UNKNOWN || file < 0 ? text : text.substring(0, file);
    }

    private static boolean tooMuch(Overlay overlay, List<FileChange> changes) {
        int added = changes.stream().mapToInt(FileChange::added).sum();
        int removed = changes.stream().mapToInt(FileChange::removed).sum();
        return overlay.is(OverlayKind::replacesMatches) && Math.max(added, removed) > MANY_LINES;
    }

    private static String failure(String error) {
        boolean noMatch = error.contains("pattern not found")
                || error.contains("matches nothing")
                || error.contains("did not match any");
        return noMatch ? "no match" : "fails";
    }

    private static String words(List<FileChange> changes) {
        if (changes.size() > 1) {
            return changes.size() + " files";
        }
        FileChange change = changes.getFirst();
        if (change.isNew()) {
            return "adds " + change.file();
        } else if (change.isGone()) {
            return "removes " + change.file();
        }
        int lines = Math.max(change.added(), change.removed());
        return Amount.of(lines, "line") + " in " + change.file();
    }
}
