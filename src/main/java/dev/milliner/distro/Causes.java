package dev.milliner.distro;

import dev.milliner.source.SourceTree;
import dev.milliner.text.NearNames;
import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts problems below what causes them. A value of a wrong type counts as none, so that its table seems to lack it; what a
 * file that can't be read to its end may define seems to be defined nowhere; what stands below a broken header seems to stand
 * in the table before it; a key whose line is broken, or that is misspelt, seems to be missing. Correcting the cause takes them all away.
 */
public final class Causes {
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    private static final Pattern HEADER = Pattern.compile("\\s*\\[.*");

    private static final Pattern NAME = Pattern.compile("[^\\s\\[\\]\"'.]+");

    /** Problems of what is not defined. */
    private static final Set<String> UNDEFINED = Set.of(
            "group-member", "image-test-suite", "upstream-distro", "default-distro", "distro-input", "repository-set");

    /** Problems of files that can't be had at all, so that nobody knows what they define. */
    private static final Set<String> UNREAD = Set.of("include-missing", "include-glob", "include-circular");

    /** Problems of tables that lack a key. */
    private static final Set<String> LACKING = Set.of("overlay-field", "metadata-category", "metadata-status");

    private final SourceTree tree;
    private final Map<String, List<String>> texts = new HashMap<>();
    private final Map<String, Set<String>> defined = new HashMap<>();
    private final List<Problem> unknown = new ArrayList<>();

    private Causes(SourceTree tree) {
        this.tree = tree;
    }

    /**
     * Puts problems in order.
     *
     * @param problems all problems, by file and line
     * @param tree where their files are
     * @return each problem once, as a cause or below one; causes by file and line
     */
    public static List<Caused> of(List<Problem> problems, SourceTree tree) {
        return new Causes(tree).order(problems);
    }

    private List<Caused> order(List<Problem> problems) {
        List<Problem> causes = problems.stream().filter(Causes::mayCause).toList();
        Map<Problem, List<Problem>> below = new LinkedHashMap<>();
        Map<Problem, Problem> causeOf = new HashMap<>();
        problems.stream()
                .filter(problem -> problem.code().equals("unknown-key"))
                .forEach(unknown::add);
        for (Problem problem : problems) {
            cause(problem, causes).ifPresent(cause -> causeOf.put(problem, cause));
        }
        for (Problem problem : problems) {
            if (!causeOf.containsKey(problem)) {
                below.put(problem, new ArrayList<>());
            }
        }
        causeOf.forEach((problem, cause) -> {
            Problem first = cause;
            for (Problem earlier = cause; earlier != null; earlier = causeOf.get(earlier)) {
                first = earlier;
            }
            below.computeIfAbsent(first, none -> new ArrayList<>()).add(problem);
        });
        return below.entrySet().stream()
                .map(entry -> new Caused(
                        entry.getKey(),
                        entry.getValue().stream().sorted(Problem.BY_PLACE).toList()))
                .toList();
    }

    private static boolean mayCause(Problem problem) {
        return problem.severity() == Severity.ERROR
                && (problem.code().equals("wrong-type")
                        || problem.code().equals(ParsedFile.SYNTAX)
                        || UNREAD.contains(problem.code()));
    }

    private Optional<Problem> cause(Problem problem, List<Problem> causes) {
        return causes.stream()
                .filter(cause -> !cause.equals(problem))
                .filter(cause -> isBelowBrokenHeader(problem, cause) || (!mayCause(problem) && follows(problem, cause)))
                .findFirst()
                .or(() -> misspelt(problem));
    }

    /** What stands below a header that can't be read counts for the table before it, and is missed in its own. */
    private boolean isBelowBrokenHeader(Problem problem, Problem cause) {
        int line = cause.place().range().line();
        if (!cause.code().equals(ParsedFile.SYNTAX)
                || !problem.place().file().equals(cause.place().file())
                || table(cause.place()) != line) {
            return false;
        }
        return table(problem.place()) == line
                || (!mayCause(problem) && names(problem).anyMatch(keysBelow(cause.place())::contains));
    }

    private Set<String> keysBelow(Place header) {
        return text(header.file()).stream()
                .skip(header.range().line())
                .takeWhile(line -> !HEADER.matcher(line).matches())
                .flatMap(line -> NAME.matcher(line.split("=", 2)[0]).results().limit(1))
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private boolean follows(Problem problem, Problem cause) {
        return switch (cause.code()) {
            case "wrong-type" -> {
                Optional<String> key = names(cause).findFirst();
                boolean lacksIt = problem.place().file().equals(cause.place().file())
                        && table(problem.place()) == table(cause.place())
                        && !problem.place().range().equals(cause.place().range());
                yield key.isPresent() && (lacksIt || UNDEFINED.contains(problem.code())) && says(problem, key.get());
            }
            case ParsedFile.SYNTAX ->
                UNDEFINED.contains(problem.code())
                        ? names(problem).anyMatch(defined(cause.place().file())::contains)
                        : lacks(problem, cause)
                                && key(cause.place())
                                        .filter(key -> says(problem, key))
                                        .isPresent();
            default -> UNDEFINED.contains(problem.code());
        };
    }

    /** It lacks a key, and the other problem is in the same table. */
    private boolean lacks(Problem problem, Problem other) {
        return LACKING.contains(problem.code())
                && problem.place().file().equals(other.place().file())
                && table(problem.place()) == table(other.place());
    }

    /** A key that is written almost as the one that is missing. */
    private Optional<Problem> misspelt(Problem problem) {
        return unknown.stream()
                .filter(key -> lacks(problem, key))
                .filter(key -> names(key).limit(1).anyMatch(written -> !NearNames.of(
                                names(problem).toList(), written)
                        .isEmpty()))
                .findFirst();
    }

    /** The first word of a line, which mostly is a key. */
    private Optional<String> key(Place place) {
        return text(place.file()).stream()
                .skip(place.range().line() - 1L)
                .limit(1)
                .flatMap(line -> NAME.matcher(line).results())
                .map(MatchResult::group)
                .findFirst();
    }

    private static boolean says(Problem problem, String name) {
        return names(problem).anyMatch(name::equals);
    }

    private static Stream<String> names(Problem problem) {
        return QUOTED.matcher(problem.message()).results().map((MatchResult found) -> found.group(1));
    }

    /** The line of the header of the table that a place stands in, from 1; 0 before the first. */
    private int table(Place place) {
        List<String> lines = text(place.file());
        for (int line = Math.min(place.range().line(), lines.size()); line > 0; line--) {
            if (HEADER.matcher(lines.get(line - 1)).matches()) {
                return line;
            }
        }
        return 0;
    }

    /** The names in the headers and before the equals signs of a file, whatever is wrong with it. */
    private Set<String> defined(String file) {
        return defined.computeIfAbsent(file, path -> text(path).stream()
                .flatMap(line -> NAME.matcher(line.split("=", 2)[0]).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet()));
    }

    private List<String> text(String file) {
        return texts.computeIfAbsent(
                file, path -> tree.read(path).orElse("").lines().toList());
    }
}
