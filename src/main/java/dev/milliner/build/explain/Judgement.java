package dev.milliner.build.explain;

import dev.milliner.build.explain.LogScan.End;
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
    private final int failing;
    private final int reached;

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
        this.tool = isCredible(given) ? given : outermost();
        Set<String> scope = book.within(tool);
        this.hits = told.hits().stream()
                .filter(hit -> tool.isEmpty()
                        || hit.rule().tools().isEmpty()
                        || hit.rule().tools().stream().anyMatch(scope::contains))
                .filter(confirmed)
                .toList();
        this.failing = failingSection();
        this.reached = reached();
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
                    one -> new Weighed(atTheEnd(one.rule()), one.rule().certain() && !isDone()));
        }
        Optional<Hit> here = best(hit -> hit.section() == failing && !isPassed(hit) && !isSaid(hit));
        boolean clear = here.isPresent() && here.get().rule().weight() >= GUESS;
        if (clear && !here.get().rule().symptom()) {
            return here.map(hit -> new Weighed(first(hit), hit.rule().certain() && isNear(hit)));
        }
        Optional<Weighed> reason = clear ? Optional.empty() : reason(here);
        if (reason.isPresent()) {
            return reason;
        }
        Optional<Hit> before =
                best(hit -> isEarlier(hit) && isHard(hit) && (clear ? !isPassed(hit) || stopped(hit) : stopped(hit)));
        if (before.isPresent()) {
            return before.map(hit -> new Weighed(hit, clear && stopped(hit)));
        }
        return here.filter(hit -> clear)
                .map(hit -> new Weighed(hit, hit.rule().certain() && !isTroubled()))
                .or(() -> unclear(here));
    }

    /** The likeliest cause where no line says it clearly. */
    private Optional<Weighed> unclear(Optional<Hit> here) {
        Optional<LastWords> end = lastWords();
        boolean stops = end.map(one -> one.verdict().end().stops()).orElse(true);
        Optional<Hit> passed = best(hit -> isEarlier(hit) && hit.rule().weight() >= GUESS);
        return passed.filter(hit -> stops)
                .or(() -> here.isPresent() ? here : end.map(LastWords::silent))
                .or(() -> passed)
                .or(() -> warnings().stream().findFirst())
                .map(hit -> new Weighed(hit, false));
    }

    /** What ended the script that failed; empty where no script did. */
    private Optional<LastWords> lastWords() {
        return told.verdicts().stream()
                .filter(verdict -> verdict.failed() && verdict.named() && verdict.traceLine() > 0)
                .findFirst()
                .map(verdict -> new LastWords(book, verdict));
    }

    /** What the script itself gives as its reason. It is in doubt where something else was wrong before. */
    private Optional<Weighed> reason(Optional<Hit> here) {
        boolean doubted = here.isPresent() || isTroubled();
        return lastWords().flatMap(LastWords::message).map(hit -> new Weighed(hit, !doubted));
    }

    /** Tells whether an error that was not stopped at stands before the command that failed. */
    private boolean isTroubled() {
        return best(hit -> isEarlier(hit) && isHard(hit)).isPresent();
    }

    private boolean isEarlier(Hit hit) {
        return hit.section() < failing || isPassed(hit);
    }

    private static boolean isHard(Hit hit) {
        return !hit.rule().symptom()
                && hit.rule().weight() >= HARD
                && !hit.rule().kind().equals("test-failed");
    }

    /** Tells whether the script went on to another command after a line, so that it did not fail there. */
    private boolean isPassed(Hit hit) {
        return hit.section() == failing && hit.step() < reached;
    }

    /** Tells whether a line that says little to the rules is what the script says as it stops itself. */
    private boolean isSaid(Hit hit) {
        return hit.rule().weight() < HARD
                && lastWords()
                        .flatMap(end -> end.verdict().end().stop())
                        .filter(stop -> stop.lines().contains((int) hit.number()))
                        .isPresent();
    }

    /**
     * How many commands the failing script got to; 0 where that is not known, as where a program that make runs traces
     * its own commands.
     */
    private int reached() {
        Optional<End> end = told.verdicts().stream()
                .filter(verdict -> verdict.failed() && verdict.named())
                .findFirst()
                .map(Verdict::end);
        int step = end.map(End::step)
                .orElse(told.trail().isInside() ? told.trail().steps().count() : 0);
        boolean making = end.map(End::making).orElse(told.trail().steps().isMaking());
        boolean inner = !making
                && hits.stream()
                        .anyMatch(hit -> hit.section() == failing
                                && hit.step() == step
                                && hit.rule().kind().equals("make-failed"));
        return inner ? 0 : step;
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

    /** Tells whether the last that a tool says of itself is that it succeeded. */
    private boolean isDone() {
        return !told.trail().isInside()
                && !told.verdicts().isEmpty()
                && !told.verdicts().getLast().failed();
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
                rule, line, List.of(line), told.trail().values(), told.trail().index(), 0);
    }

    /** Tells whether a log can be that of a tool: not where it shows only others. */
    private boolean isCredible(String given) {
        return !given.isEmpty() && (told.tools().isEmpty() || told.tools().contains(given));
    }

    private String outermost() {
        return book.tools().stream()
                .map(ToolTraits::name)
                .filter(told.tools()::contains)
                .findFirst()
                .orElse("");
    }
}
