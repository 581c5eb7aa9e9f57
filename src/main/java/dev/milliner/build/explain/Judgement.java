package dev.milliner.build.explain;

import dev.milliner.build.explain.LogScan.Told;
import dev.milliner.build.explain.LogScan.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Weighs what a log tells: which of its lines is the cause and which only follow from it. */
final class Judgement {
    /** Below this a rule only guesses. */
    private static final int GUESS = 30;

    /** From this on an error that was not stopped at can be what makes a later section fail. */
    private static final int HARD = 60;

    /** From this on a line fails a build wherever it stands. */
    private static final int SURE = 85;

    /** How many lines before the end count as soon. */
    private static final int SOON = 60;

    private static final int MOST_OTHERS = 4;

    private static final Comparator<Hit> BY_WEIGHT = Comparator.<Hit>comparingInt(
                    hit -> -hit.rule().weight())
            .thenComparingLong(hit -> hit.rule().last() ? -hit.number() : hit.number());

    private final RuleBook book;
    private final Told told;
    private final OptionalInt exit;
    private final String tool;
    private final List<Hit> hits;

    /**
     * Prepares it.
     *
     * @param given the tool, or empty to tell it from the log
     * @param exit its exit status, where known
     * @param confirmed tells whether the inputs bear out what a rule wants of them
     */
    Judgement(RuleBook book, Told told, String given, OptionalInt exit, Predicate<Hit> confirmed) {
        this.book = book;
        this.told = told;
        this.exit = exit;
        this.tool = given.isEmpty() ? outermost() : given;
        Set<String> scope = book.within(tool);
        this.hits = told.hits().stream()
                .filter(hit -> tool.isEmpty()
                        || hit.rule().tools().isEmpty()
                        || hit.rule().tools().stream().anyMatch(scope::contains))
                .filter(confirmed)
                .toList();
    }

    /**
     * A hit and how sure it is.
     *
     * @param hit what the log tells
     * @param certain whether it is the cause without a doubt
     */
    record Weighed(Hit hit, boolean certain) {}

    String tool() {
        return tool;
    }

    /** Tells whether the tool failed, by its exit status or else by what it prints at the end. */
    boolean failed() {
        if (exit.isPresent()) {
            return exit.getAsInt() != 0;
        }
        return told.verdicts().stream()
                .filter(verdict -> tool.isEmpty() || verdict.tool().equals(tool))
                .reduce((first, second) -> second)
                .map(Verdict::failed)
                .orElseGet(() -> told.trail().isInside()
                        || hits.stream()
                                .anyMatch(hit ->
                                        !hit.rule().warning() && hit.rule().weight() >= GUESS));
    }

    /** The cause; empty where no line tells of one. Tests that fail where %check passed are not what fails later. */
    Optional<Weighed> cause() {
        Optional<Ending> ending = ending();
        if (ending.isPresent()) {
            return ending.map(
                    one -> new Weighed(atTheEnd(one.rule()), one.rule().certain()));
        }
        int failing = failingSection();
        Optional<Hit> here = best(hit -> hit.section() == failing);
        if (here.isPresent()
                && here.get().rule().weight() >= GUESS
                && !here.get().rule().symptom()) {
            return here.map(hit -> new Weighed(first(hit), hit.rule().certain() && isNear(hit)));
        }
        Optional<Hit> before = best(hit -> hit.section() < failing
                && !hit.rule().symptom()
                && hit.rule().weight() >= HARD
                && !hit.rule().kind().equals("test-failed"));
        if (before.isPresent()) {
            return before.map(hit -> new Weighed(hit, here.isPresent() && stopped(hit)));
        }
        Optional<Hit> guess = here.or(() -> best(hit -> hit.rule().weight() >= GUESS));
        if (guess.isPresent() && guess.get().rule().weight() >= GUESS) {
            return guess.map(hit ->
                    new Weighed(hit, hit.section() == failing && hit.rule().certain()));
        }
        return silent().filter(hit -> guess.isEmpty())
                .or(() -> guess)
                .or(() -> warnings().stream().findFirst())
                .map(hit -> new Weighed(hit, false));
    }

    /** The last command of a section that failed without a word that any rule knows. */
    private Optional<Hit> silent() {
        return told.verdicts().stream()
                .filter(verdict -> verdict.failed() && verdict.named() && verdict.traceLine() > 0)
                .findFirst()
                .map(this::silent);
    }

    private Hit silent(Verdict verdict) {
        String section = verdict.values().getOrDefault("section", "");
        Rule rule = book.endings().stream()
                .map(Ending::rule)
                .filter(one -> one.name().endsWith("fails-without-a-word"))
                .filter(one -> one.sections().isEmpty() || one.sections().contains(section))
                .reduce((first, second) -> second)
                .orElseThrow();
        List<Integer> lines = Stream.of(verdict.traceLine(), verdict.saidLine())
                .filter(line -> line >= verdict.traceLine())
                .distinct()
                .map(Long::intValue)
                .toList();
        return new Hit(rule, verdict.traceLine(), lines, verdict.values(), verdict.section());
    }

    /** What else may be the cause, of other kinds than the one given. */
    List<Hit> others(Hit cause) {
        Set<String> kinds = new HashSet<>(Set.of(cause.rule().kind()));
        List<Hit> result = new ArrayList<>();
        hits.stream().filter(hit -> !hit.rule().warning()).sorted(BY_WEIGHT).forEach(hit -> {
            if (result.size() < MOST_OTHERS && kinds.add(hit.rule().kind())) {
                result.add(hit);
            }
        });
        return result;
    }

    /** What is wrong although the tool may have succeeded. */
    List<Hit> warnings() {
        Set<String> kinds = new HashSet<>();
        return hits.stream()
                .filter(hit -> hit.rule().warning() || hit.rule().weight() >= HARD)
                .sorted(BY_WEIGHT)
                .filter(hit -> kinds.add(hit.rule().kind()))
                .limit(MOST_OTHERS)
                .toList();
    }

    /** Where no line tells of anything: the end of the log. */
    Hit lastLine() {
        return atTheEnd(book.endings().getLast().rule());
    }

    /** A line that fails a build only sometimes is its cause without a doubt only where the build ends soon after. */
    private boolean isNear(Hit hit) {
        long end = told.verdicts().stream()
                .filter(verdict -> verdict.failed() && verdict.line() >= hit.number())
                .mapToLong(Verdict::line)
                .findFirst()
                .orElse(told.lastLine());
        return hit.rule().weight() >= SURE || end - hit.number() <= SOON;
    }

    /** Where the same was told first: a failure that is hidden at first comes again with a later section. */
    private Hit first(Hit hit) {
        return hits.stream()
                .filter(other ->
                        other.rule().equals(hit.rule()) && other.cause().equals(hit.cause()))
                .filter(other -> other.section() < hit.section())
                .findFirst()
                .orElse(hit);
    }

    private Optional<Hit> best(Predicate<Hit> which) {
        return hits.stream().filter(hit -> !hit.rule().warning()).filter(which).min(BY_WEIGHT);
    }

    /**
     * Tells whether make or the like gave up in the section of an error, or an archive was only half unpacked, so that
     * files are missing later.
     */
    private boolean stopped(Hit error) {
        return error.rule().certain()
                && (error.rule().kind().equals("corrupt-source")
                        || hits.stream()
                                .anyMatch(hit -> hit.section() == error.section()
                                        && hit.number() > error.number()
                                        && hit.rule().kind().equals("make-failed")));
    }

    private Optional<Ending> ending() {
        boolean says = told.verdicts().stream().anyMatch(Verdict::failed);
        if (says) {
            return Optional.empty();
        }
        return book.endings().stream()
                .filter(one ->
                        one.rule().tools().isEmpty() || one.rule().tools().contains(tool))
                .filter(one -> exit.isPresent()
                        ? one.exits().contains(exit.getAsInt())
                        : one.unfinished() && told.trail().isInside())
                .findFirst();
    }

    private int failingSection() {
        return told.verdicts().stream()
                .filter(verdict -> verdict.failed() && verdict.named())
                .map(Verdict::section)
                .findFirst()
                .orElse(told.trail().index());
    }

    private Hit atTheEnd(Rule rule) {
        int line = (int) told.lastLine();
        return new Hit(
                rule, line, List.of(line), told.trail().values(), told.trail().index());
    }

    private String outermost() {
        return book.tools().stream()
                .map(ToolTraits::name)
                .filter(told.tools()::contains)
                .findFirst()
                .orElse("");
    }
}
