package dev.milliner.overlay.derive;

import com.google.re2j.Pattern;
import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.Hunk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Expressions for what the same text has taken the place of in many lines of a file: comments, words in capitals, numbers, a
 * tag's lines. Whether one matches nothing else is found out by trying it.
 */
final class Likeness {
    /** Of so many texts that come, the most frequent are followed. */
    private static final int MOST_TEXTS = 4;

    private final List<Pair> pairs = new ArrayList<>();

    /** A line and what became of it. */
    private record Pair(String old, String now) {}

    private Likeness(FileChange change) {
        for (Hunk hunk : change.hunks()) {
            if (hunk.removed() == hunk.added()) {
                List<String> old = change.removedLines(hunk);
                List<String> now = change.addedLines(hunk);
                for (int i = 0; i < old.size(); i++) {
                    pairs.add(new Pair(old.get(i), now.get(i)));
                }
            }
        }
    }

    /** Ways to change all lines of a file that are changed alike; none where only one is. */
    static Set<Exchange> in(FileChange change) {
        Likeness likeness = new Likeness(change);
        Set<Exchange> exchanges = new LinkedHashSet<>();
        if (likeness.pairs.size() > 1) {
            likeness.texts().forEach(text -> exchanges.addAll(likeness.exchanges(text)));
        }
        return exchanges;
    }

    private List<String> texts() {
        Map<String, Long> counts = pairs.stream()
                .flatMap(pair -> come(pair).stream().distinct())
                .collect(Collectors.groupingBy(text -> text, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_TEXTS)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What may have come into a line: the whole of it, and what stands in the place of the words that went. */
    private static List<String> come(Pair pair) {
        List<String> texts = new ArrayList<>(List.of(pair.now()));
        for (boolean letters : new boolean[] {true, false}) {
            Exchanges.word(pair.old(), pair.now(), letters).ifPresent(texts::add);
        }
        Exchanges.least(pair.old(), pair.now()).ifPresent(texts::add);
        return texts;
    }

    private List<Exchange> exchanges(String text) {
        Set<String> gone = new LinkedHashSet<>();
        boolean wholeStart = true;
        boolean toEnd = true;
        for (Pair pair : pairs) {
            Optional<List<String>> gaps = gaps(pair, text);
            gaps.ifPresent(gone::addAll);
            wholeStart &= gaps.isEmpty() || pair.now().startsWith(text);
            toEnd &= gaps.isEmpty() || pair.now().endsWith(text);
        }
        List<String> regexes = new ArrayList<>();
        if (text.isEmpty()) {
            gone.remove("");
        }
        if (gone.equals(Set.of("")) && wholeStart) {
            regexes.add("(?m)^");
        } else if (!gone.isEmpty() && !gone.contains("")) {
            regexes.addAll(ofTexts(gone, wholeStart, toEnd));
        }
        return regexes.stream().map(regex -> Exchange.ofRegex(regex, text)).toList();
    }

    private static List<String> ofTexts(Set<String> gone, boolean wholeStart, boolean toEnd) {
        List<String> regexes = new ArrayList<>();
        int shortest = gone.stream().mapToInt(String::length).min().orElse(1);
        String start = sharedStart(gone);
        if (gone.size() == 1) {
            regexes.add("\\b" + Pattern.quote(start) + "\\b");
        }
        if (gone.stream().allMatch(text -> text.length() == 1)) {
            regexes.add("[" + gone.stream().sorted().map(Pattern::quote).collect(Collectors.joining()) + "]");
        }
        if (gone.stream().allMatch(text -> text.chars().allMatch(c -> c >= 'A' && c <= 'Z'))) {
            regexes.add("[[:upper:]]{" + shortest + ",}");
        }
        if (gone.stream().allMatch(text -> text.chars().allMatch(c -> c >= '0' && c <= '9'))) {
            regexes.add("[0-9]+");
        }
        if (!start.isEmpty()) {
            String quoted = Pattern.quote(word(start));
            regexes.add((wholeStart ? "^" : "") + quoted + (toEnd ? ".*" : "\\S*"));
            regexes.add(quoted + ".*");
            if (start.contains(":")) {
                String tag = Pattern.quote(start.substring(0, start.indexOf(':') + 1));
                regexes.add("^" + tag + "\\s*\\S+");
                regexes.add(tag + "\\s+\\S+");
            }
        }
        return regexes;
    }

    /** The first word, as what follows it is as likely to be shared by chance. */
    private static String word(String start) {
        int end = 0;
        while (end < start.length() && !Character.isWhitespace(start.charAt(end)) && start.charAt(end) != ':') {
            end++;
        }
        return end == 0 ? start : start.substring(0, end);
    }

    private static String sharedStart(Set<String> texts) {
        String shared =
                texts.stream().min(Comparator.comparingInt(String::length)).orElse("");
        for (String text : texts) {
            while (!text.startsWith(shared)) {
                shared = shared.substring(0, shared.length() - 1);
            }
        }
        return shared;
    }

    /** What of a line a text has taken the place of, wherever it stands in what became of it. */
    private static Optional<List<String>> gaps(Pair pair, String text) {
        if (text.isEmpty()) {
            return Exchanges.gone(pair.old(), pair.now()).map(List::of);
        }
        String[] kept = pair.now().split(Pattern.quote(text), -1);
        if (kept.length < 2 || !pair.old().startsWith(kept[0])) {
            return Optional.empty();
        }
        List<String> gaps = new ArrayList<>();
        int at = kept[0].length();
        for (int i = 1; i < kept.length; i++) {
            boolean last = i == kept.length - 1;
            int next = last
                    ? Math.max(at, pair.old().length() - kept[i].length())
                    : kept[i].isEmpty() ? at : pair.old().indexOf(kept[i], at);
            if (next < 0 || !pair.old().startsWith(kept[i], next)) {
                return Optional.empty();
            }
            gaps.add(pair.old().substring(at, next));
            at = next + kept[i].length();
        }
        return Optional.of(gaps);
    }
}
