package dev.milliner.text;

/**
 * Lines of a text that came in the place of others, all counted from 0.
 *
 * @param before the first line that went, in the text before
 * @param gone how many went
 * @param now the first line that came, in the text now; where none came, the one that stands there
 * @param come how many came
 */
public record LineHunk(int before, int gone, int now, int come) {
    /** Tells whether a line of the text now came with it, or stands where lines went. */
    public boolean touches(int line) {
        return come == 0 ? line == now : line >= now && line < now + come;
    }

    /** The same, some lines further down. */
    LineHunk down(int lines) {
        return new LineHunk(before + lines, gone, now + lines, come);
    }

    boolean isFollowedBy(LineHunk next) {
        return next.before == before + gone && next.now == now + come;
    }

    LineHunk with(LineHunk next) {
        return new LineHunk(before, gone + next.gone, now, come + next.come);
    }
}
