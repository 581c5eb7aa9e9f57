package dev.milliner.rpm;

/**
 * Epoch, version and release, ordered as RPM orders them.
 *
 * @param epoch 0 where there is none
 * @param version such as {@code 5.3.9}
 * @param release such as {@code 4.azl4}; empty where only a version is meant
 */
public record Version(long epoch, String version, String release) implements Comparable<Version> {
    /**
     * Reads {@code [epoch:]version[-release]}.
     *
     * @param text as RPM prints it; an epoch that is no number counts as 0
     */
    public static Version of(String text) {
        int colon = text.indexOf(':');
        String rest = text.substring(colon + 1);
        int dash = rest.lastIndexOf('-');
        return new Version(
                colon > 0 ? epoch(text.substring(0, colon)) : 0,
                dash < 0 ? rest : rest.substring(0, dash),
                dash < 0 ? "" : rest.substring(dash + 1));
    }

    private static long epoch(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException junk) {
            return 0;
        }
    }

    @Override
    public int compareTo(Version other) {
        if (epoch != other.epoch) {
            return Long.compare(epoch, other.epoch);
        }
        int order = VersionOrder.compare(version, other.version);
        return order != 0 ? order : VersionOrder.compare(release, other.release);
    }

    /** As RPM prints it: the epoch only where it is not 0. */
    @Override
    public String toString() {
        return (epoch == 0 ? "" : epoch + ":") + version + (release.isEmpty() ? "" : "-" + release);
    }
}
