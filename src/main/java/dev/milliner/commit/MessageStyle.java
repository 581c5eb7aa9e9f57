package dev.milliner.commit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/**
 * How the commits of a tree say what they do, read from its log.
 *
 * @param prefix what subjects begin with
 * @param word the word of that prefix that is most used; empty where it has none of its own
 * @param isScoped whether a conventional prefix mostly names what it is about, as in {@code fix(gdb): }
 * @param isCapital whether what follows begins with a capital letter
 * @param mood the form of the first verb
 * @param hasStop whether subjects end with a full stop
 * @param length how long subjects may be, in characters
 * @param isSignedOff whether commits are mostly signed off
 */
public record MessageStyle(
        SubjectPrefix prefix,
        String word,
        boolean isScoped,
        boolean isCapital,
        VerbForm mood,
        boolean hasStop,
        int length,
        boolean isSignedOff) {
    private static final int MOST = 200;
    private static final int SHORTEST = 50;
    private static final int LONGEST = 100;
    private static final int USUAL = 72;
    private static final Pattern CONVENTIONAL = Pattern.compile("([a-z]+)(\\([^)]*\\))?!?: (.*)");
    private static final Pattern NAMED = Pattern.compile("([\\w.+/-]+): (.*)");
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]+)] (.*)");
    private static final List<String> TYPES =
            List.of("build", "chore", "ci", "docs", "feat", "fix", "perf", "refactor", "revert", "style", "test");

    /** How git itself advises. */
    static final MessageStyle USUAL_STYLE =
            new MessageStyle(SubjectPrefix.NONE, "", false, true, VerbForm.IMPERATIVE, false, USUAL, false);

    /** The one of a repository's last commits. */
    public static MessageStyle of(WorkRepository repository) throws IOException {
        ObjectId head = repository.repository().resolve(Constants.HEAD);
        List<String> messages = new ArrayList<>();
        if (head != null) {
            try (RevWalk revisions = new RevWalk(repository.repository())) {
                revisions.setRevFilter(RevFilter.NO_MERGES);
                revisions.markStart(revisions.parseCommit(head));
                for (RevCommit commit : revisions) {
                    messages.add(commit.getFullMessage());
                    if (messages.size() == MOST) {
                        break;
                    }
                }
            }
        }
        return of(messages);
    }

    /** The one of some messages. */
    public static MessageStyle of(List<String> messages) {
        List<String> subjects = messages.stream()
                .map(message -> message.strip().lines().findFirst().orElse(""))
                .filter(subject -> !subject.isBlank())
                .toList();
        if (subjects.isEmpty()) {
            return USUAL_STYLE;
        }
        List<Matcher> conventional = matching(CONVENTIONAL, subjects).stream()
                .filter(found -> TYPES.contains(found.group(1)))
                .toList();
        List<Matcher> named = matching(NAMED, subjects).stream()
                .filter(found -> !TYPES.contains(found.group(1)))
                .toList();
        List<Matcher> bracketed = matching(BRACKETED, subjects);
        SubjectPrefix prefix = prefix(subjects.size(), conventional, named, bracketed);
        List<Matcher> those =
                switch (prefix) {
                    case NONE -> List.of();
                    case CONVENTIONAL -> conventional;
                    case NAME -> named;
                    case BRACKET -> bracketed;
                };
        List<String> rest = prefix == SubjectPrefix.NONE
                ? subjects
                : those.stream().map(found -> found.group(found.groupCount())).toList();
        return new MessageStyle(
                prefix,
                prefix == SubjectPrefix.CONVENTIONAL || prefix == SubjectPrefix.BRACKET
                        ? mostUsed(those, found -> found.group(1))
                        : "",
                prefix == SubjectPrefix.CONVENTIONAL && mostly(those, found -> found.group(2) != null),
                mostly(rest, text -> !text.isEmpty() && Character.isUpperCase(text.charAt(0))),
                mood(rest),
                mostly(rest, text -> text.endsWith(".")),
                length(subjects),
                mostly(messages, message -> message.contains(Constants.SIGNED_OFF_BY_TAG)));
    }

    private static List<Matcher> matching(Pattern pattern, List<String> subjects) {
        return subjects.stream().map(pattern::matcher).filter(Matcher::matches).toList();
    }

    private static SubjectPrefix prefix(
            int all, List<Matcher> conventional, List<Matcher> named, List<Matcher> bracketed) {
        if (conventional.size() * 2 > all) {
            return SubjectPrefix.CONVENTIONAL;
        }
        if (named.size() * 2 > all) {
            return SubjectPrefix.NAME;
        }
        return bracketed.size() * 2 > all ? SubjectPrefix.BRACKET : SubjectPrefix.NONE;
    }

    private static <T> boolean mostly(List<T> all, Predicate<T> holds) {
        return all.stream().filter(holds).count() * 2 > all.size();
    }

    private static <T> String mostUsed(List<T> all, Function<T, String> word) {
        return all.stream().collect(Collectors.groupingBy(word, Collectors.counting())).entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static VerbForm mood(List<String> subjects) {
        List<String> verbs = subjects.stream()
                .map(subject -> subject.split(" ", 2)[0].toLowerCase(Locale.ROOT))
                .toList();
        if (mostly(verbs, verb -> verb.endsWith("ed"))) {
            return VerbForm.PAST;
        }
        return mostly(verbs, verb -> verb.endsWith("s") && !verb.endsWith("ss"))
                ? VerbForm.PRESENT
                : VerbForm.IMPERATIVE;
    }

    /** What nine of ten keep to. */
    private static int length(List<String> subjects) {
        List<Integer> lengths = subjects.stream()
                .map(String::length)
                .sorted(Comparator.naturalOrder())
                .toList();
        int ninth = lengths.get((lengths.size() - 1) * 9 / 10);
        return Math.clamp(subjects.size() < 10 ? USUAL : ninth, SHORTEST, LONGEST);
    }

    /**
     * A subject in this style, no longer than the tree's own.
     *
     * @param verb its verb as it is: {@code add}, {@code change}, {@code remove} or {@code rename}
     * @param what what that is done to
     * @param about the name of what changes, as far as it is one; else empty
     */
    public String subject(String verb, String what, String about) {
        String said = form(verb) + " " + what;
        String first = isCapital ? said.substring(0, 1).toUpperCase(Locale.ROOT) : said.substring(0, 1);
        String text = lead(about) + first + said.substring(1);
        int most = length - (hasStop ? 1 : 0);
        return shortened(text, most) + (hasStop ? "." : "");
    }

    private String lead(String about) {
        return switch (prefix) {
            case NONE -> "";
            case CONVENTIONAL -> word + (isScoped && !about.isEmpty() ? "(" + about + ")" : "") + ": ";
            case NAME -> about.isEmpty() ? "" : about + ": ";
            case BRACKET -> "[" + word + "] ";
        };
    }

    private String form(String verb) {
        String stem = verb.endsWith("e") ? verb.substring(0, verb.length() - 1) : verb;
        return switch (mood) {
            case IMPERATIVE -> verb;
            case PAST -> stem + "ed";
            case PRESENT -> verb + "s";
        };
    }

    private static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int space = text.lastIndexOf(' ', most - 1);
        return (space > most / 2 ? text.substring(0, space) : text.substring(0, most - 1)).replaceAll("[,;:]$", "")
                + "…";
    }
}
