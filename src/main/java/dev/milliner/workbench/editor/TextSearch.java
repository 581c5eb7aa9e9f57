package dev.milliner.workbench.editor;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;

/**
 * A search in a text: plain or by Go's regular expressions, which are also those of overlays and need linear time.
 *
 * @param wanted what to look for; nothing is found while it is empty
 * @param regex whether it is a regular expression
 * @param caseSensitive whether case counts
 */
record TextSearch(String wanted, boolean regex, boolean caseSensitive) {
    /** More matches than this are not collected; no reader steps through them. */
    static final int MOST = 10_000;

    /** A match, from start to before end. */
    record Match(int start, int end) {}

    /**
     * Finds all matches.
     *
     * @throws PatternSyntaxException if the regular expression is none
     */
    List<Match> in(String text) {
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

    private Pattern pattern() {
        int flags = Pattern.MULTILINE | (caseSensitive ? 0 : Pattern.CASE_INSENSITIVE);
        return Pattern.compile(regex ? wanted : Pattern.quote(wanted), flags);
    }
}
