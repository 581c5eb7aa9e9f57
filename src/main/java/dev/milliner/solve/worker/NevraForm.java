package dev.milliner.solve.worker;

import dev.milliner.rpm.Nevra;
import dev.milliner.rpm.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reading of a text as the name of packages, after libdnf's nevra.cpp.
 *
 * @param name may be a pattern, as all parts but the epoch may
 * @param epoch none where the text names none
 * @param version empty where the text names none
 * @param release empty where the text names none
 * @param architecture empty where the text names none
 */
record NevraForm(String name, Optional<Long> epoch, String version, String release, String architecture) {
    private static final String NAME = "(?<n>[^:(/=<> ]+)";
    private static final String EPOCH = "(?:(?<e>[0-9]+):)?";
    private static final String VERSION = "(?<v>[^-:(/=<> ]+)";
    private static final String RELEASE = "(?<r>[^-:(/=<> ]+)";
    private static final String ARCHITECTURE = "(?<a>[^-:.(/=<> ]+)";
    private static final String ANY = "*";

    /** The most exact first. */
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile(NAME + "-" + EPOCH + VERSION + "-" + RELEASE + "\\." + ARCHITECTURE),
            Pattern.compile(NAME + "\\." + ARCHITECTURE),
            Pattern.compile(NAME),
            Pattern.compile(NAME + "-" + EPOCH + VERSION + "-" + RELEASE),
            Pattern.compile(NAME + "-" + EPOCH + VERSION));

    /** All that a text can mean, in the order in which they are tried. */
    static List<NevraForm> of(String text) {
        List<NevraForm> forms = new ArrayList<>();
        for (Pattern form : FORMS) {
            read(form, text).ifPresent(forms::add);
        }
        return forms;
    }

    /** A text that names all parts. */
    static Optional<NevraForm> ofFull(String text) {
        return read(FORMS.getFirst(), text);
    }

    private static Optional<NevraForm> read(Pattern form, String text) {
        Matcher matcher = form.matcher(text);
        return matcher.matches()
                ? Optional.of(new NevraForm(
                        matcher.group("n"),
                        Optional.of(part(form, matcher, "e"))
                                .filter(digits -> !digits.isEmpty() && digits.length() < 10)
                                .map(Long::valueOf),
                        part(form, matcher, "v"),
                        part(form, matcher, "r"),
                        part(form, matcher, "a")))
                : Optional.empty();
    }

    /** Whatever has a name. */
    static NevraForm ofName(String name) {
        return new NevraForm(name, Optional.empty(), "", "", "");
    }

    private static String part(Pattern form, Matcher matcher, String group) {
        String found = form.namedGroups().containsKey(group) ? matcher.group(group) : "";
        return found == null ? "" : found;
    }

    boolean isJustName() {
        return epoch.isEmpty() && version.isEmpty() && release.isEmpty() && architecture.isEmpty();
    }

    boolean isAnyName() {
        return name.equals(ANY);
    }

    /** Tells whether a package of the name fits in all other parts too. */
    boolean fits(Glob glob, Nevra one) {
        Version other = one.version();
        return epoch.map(number -> number == other.epoch()).orElse(true)
                && fits(glob, version, other.version())
                && fits(glob, release, other.release())
                && (isOpen(architecture) || glob.fits(architecture, one.architecture()));
    }

    private static boolean fits(Glob glob, String wanted, String part) {
        if (isOpen(wanted)) {
            return true;
        }
        // 1.0 and 1.00 are one version.
        return Glob.isPattern(wanted)
                ? glob.matches(wanted, part)
                : new Version(0, wanted, "").compareTo(new Version(0, part, "")) == 0;
    }

    private static boolean isOpen(String wanted) {
        return wanted.isEmpty() || wanted.equals(ANY);
    }
}
