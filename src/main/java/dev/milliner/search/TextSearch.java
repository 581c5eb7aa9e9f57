package dev.milliner.search;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A search in a text: plain or by Go's regular expressions, which are also those of overlays and need linear time.
 *
 * @param wanted what to look for; nothing is found while it is empty
 * @param regex whether it is a regular expression
 * @param caseSensitive whether case counts
 * @param wholeWord whether only whole words count
 */
public record TextSearch(String wanted, boolean regex, boolean caseSensitive, boolean wholeWord) {
    /** More matches than this are not collected; no reader steps through them. */
    public static final int MOST = 10_000;

    /** A search that finds nothing. */
    public static final TextSearch NOTHING = new TextSearch("", false, false);

    /** A search of whole words and parts of words alike. */
    public TextSearch(String wanted, boolean regex, boolean caseSensitive) {
        this(wanted, regex, caseSensitive, false);
    }

    /** A match, from start to before end. */
    public record Match(int start, int end) {}

    /**
     * Finds all matches.
     *
     * @throws PatternSyntaxException if the regular expression is none
     */
    public List<Match> in(String text) {
        List<Match> found = new ArrayList<>();
        if (wanted.isEmpty()) {
            return found;
        }
        Matcher matcher = pattern().matcher(text);
        while (found.size() < MOST && matcher.find()) {
            if (matcher.end() > matcher.start()) {
                found.add(new Match(matcher.start(), matcher.end()));
            }
        }
        return found;
    }

    /**
     * What a replacement stands for at a match.
     *
     * @throws java.util.NoSuchElementException if it names a group that the expression has not
     */
    public String expand(String text, Match match, ReplacementText with) {
        Matcher matcher = pattern().matcher(text);
        return matcher.find(match.start()) ? with.expand(matcher) : "";
    }

    /** The index of the first of the matches, which are in order, that ends behind a position. */
    public static int firstEndingAfter(List<Match> matches, int position) {
        int low = 0;
        int high = matches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (matches.get(middle).end() > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** What is wrong with the regular expression, in a sentence; empty where nothing is. */
    public Optional<String> fault() {
        try {
            pattern();
            return Optional.empty();
        } catch (PatternSyntaxException broken) {
            return Optional.of("The regular expression is not valid: " + broken.getDescription() + ".");
        }
    }

    private Pattern pattern() {
        int flags = Pattern.MULTILINE | (caseSensitive ? 0 : Pattern.CASE_INSENSITIVE);
        String expression = regex ? wanted : Pattern.quote(wanted);
        return Pattern.compile(wholeWord ? "\\b(?:" + expression + ")\\b" : expression, flags);
    }
}
