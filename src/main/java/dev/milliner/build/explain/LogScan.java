package dev.milliner.build.explain;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.milliner.build.explain.Rule.Chain;
import dev.milliner.build.explain.Rule.Gather;
import dev.milliner.build.explain.Rule.Nearby;
import dev.milliner.build.explain.Steps.Stop;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads a log once and collects what the rules know of it. */
final class LogScan {
    /** So many lines of a rule are kept in a section: of thousands alike the first tell enough. */
    private static final int KEPT = 4;

    /** A rule that so many lines in a row seemed to fit and none did is given up, so that no log takes long. */
    private static final int MOST_TRIES = 20_000;

    private static final int MOST_GATHERED = 20;

    private static final String STARTS = "Executing command: [";
    private static final String SUCCEEDS = "Child return code was: 0";

    private final RuleBook book;
    private final Keywords keywords;
    private final Keywords marks;
    private final List<Mark> marked = new ArrayList<>();
    private final LogWindow window = new LogWindow(this::look);
    private final Trail trail = new Trail();
    private final List<Hit> hits = new ArrayList<>();
    private final int[] counts;
    private final int[] tries;
    private int counted;
    private final Set<String> seen = new HashSet<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private long lastText;
    private long before;
    private long started;

    private LogScan(RuleBook book) {
        this.book = book;
        this.counts = new int[book.rules().size()];
        this.tries = new int[book.rules().size()];
        this.keywords = new Keywords(book.rules().stream()
                .map(rule -> Literal.of(rule.match().pattern()))
                .toList());
        for (ToolTraits tool : book.tools()) {
            tool.recognise().forEach(pattern -> marked.add(new Mark(tool.name(), Meaning.SEEN, pattern)));
            tool.failed().forEach(pattern -> marked.add(new Mark(tool.name(), Meaning.FAILED, pattern)));
            tool.done().forEach(pattern -> marked.add(new Mark(tool.name(), Meaning.DONE, pattern)));
        }
        book.wrappers().forEach(pattern -> marked.add(new Mark("", Meaning.WRAPPER, pattern)));
        this.marks = new Keywords(marked.stream()
                .map(mark -> Literal.of(mark.pattern().pattern()))
                .toList());
    }

    private enum Meaning {
        SEEN,
        FAILED,
        DONE,
        WRAPPER
    }

    private record Mark(String tool, Meaning meaning, Pattern pattern) {}

    /**
     * A line that says how a tool ended.
     *
     * @param tool the tool
     * @param failed whether it failed
     * @param line the line's number
     * @param section the number of the section it stands in
     * @param named whether it names that section
     * @param values where the log is there
     * @param traceLine the line of the last command before it, or 0
     * @param saidLine the last line before it that is not blank, or 0
     * @param end what ran last in that section
     */
    record Verdict(
            String tool,
            boolean failed,
            long line,
            int section,
            boolean named,
            Map<String, String> values,
            long traceLine,
            long saidLine,
            End end) {}

    /**
     * How a section ended.
     *
     * @param step how many commands had run
     * @param making whether the last one was make or the like
     * @param held whether the last one itself holds what it printed last
     * @param stops whether the script stopped itself
     * @param stop what it said as it did so
     */
    record End(int step, boolean making, boolean held, boolean stops, Optional<Stop> stop) {
        static final End UNKNOWN = new End(0, false, false, false, Optional.empty());
    }

    /**
     * What a log tells.
     *
     * @param hits what the rules know, in the log's order
     * @param tools the tools whose output was recognised
     * @param verdicts what says how tools ended, in the log's order
     * @param trail where the log ends
     * @param lastLine the number of the last line that is not blank
     */
    record Told(List<Hit> hits, Set<String> tools, List<Verdict> verdicts, Trail trail, long lastLine) {}

    static Told read(RuleBook book, InputStream log) throws IOException {
        LogScan scan = new LogScan(book);
        LogReader.read(log, scan.window::add);
        scan.window.end();
        return new Told(scan.hits, scan.seen, scan.verdicts, scan.trail, scan.lastText);
    }

    private void look(LogLine line) {
        if (line.text().isBlank()) {
            return;
        }
        before = lastText;
        lastText = line.number();
        outcome(line);
        trail.follow(line);
        if (isWrapper(line)) {
            return;
        }
        boolean own = trail.isOwn();
        BitSet worthTrying = keywords.in(line.text());
        for (int i = worthTrying.nextSetBit(0); i >= 0; i = worthTrying.nextSetBit(i + 1)) {
            if (!own || book.rules().get(i).traced()) {
                attempt(i, line);
            }
        }
    }

    /** What a command of mock complained of did no harm if that command succeeded. */
    private void outcome(LogLine line) {
        String text = line.text();
        if (text.startsWith(STARTS) || (text.startsWith("DEBUG ") && text.contains(STARTS))) {
            started = line.number();
        } else if (started > 0 && text.endsWith(SUCCEEDS)) {
            hits.removeIf(hit -> hit.number() > started && !hit.rule().warning());
        }
    }

    private boolean isWrapper(LogLine line) {
        boolean wrapper = false;
        BitSet worthTrying = marks.in(line.text());
        for (int i = worthTrying.nextSetBit(0); i >= 0; i = worthTrying.nextSetBit(i + 1)) {
            Mark mark = marked.get(i);
            Matcher matcher = mark.pattern().matcher(line.text());
            if (matcher.find()) {
                switch (mark.meaning()) {
                    case WRAPPER -> wrapper = true;
                    case SEEN -> seen.add(mark.tool());
                    case FAILED, DONE -> verdict(mark, matcher, line);
                }
            }
        }
        return wrapper;
    }

    private void verdict(Mark mark, Matcher matcher, LogLine line) {
        seen.add(mark.tool());
        boolean named = matcher.groupCount() > 0 && matcher.group(1) != null;
        boolean failed = mark.meaning() == Meaning.FAILED;
        verdicts.add(new Verdict(
                mark.tool(),
                failed,
                line.number(),
                trail.index(),
                named,
                values(),
                trail.traceLine(),
                before,
                named ? end() : End.UNKNOWN));
        if (verdicts.size() > 1000) {
            verdicts.subList(0, 500).clear();
        }
    }

    private End end() {
        Steps steps = trail.steps();
        String said = before > trail.traceLine() ? window.text(before) : null;
        return new End(
                trail.isInside() ? steps.count() : 0,
                steps.isMaking(),
                said != null && steps.holds(said),
                steps.isStopping(),
                steps.stop());
    }

    /** Where the log is, with what was printed last. */
    private Map<String, String> values() {
        Map<String, String> values = trail.values();
        String said = before > trail.traceLine() ? window.text(before) : null;
        if (said != null) {
            values.put("said", said.strip());
        }
        return values;
    }

    private void attempt(int number, LogLine line) {
        Rule rule = book.rules().get(number);
        if (!rule.sections().isEmpty() && !rule.sections().contains(trail.section())) {
            return;
        }
        if (counted != trail.index()) {
            counted = trail.index();
            Arrays.fill(counts, 0);
        }
        int count = counts[number];
        if ((count >= KEPT && !rule.last()) || tries[number] > MOST_TRIES) {
            return;
        }
        tries[number]++;
        Matcher matcher = rule.match().matcher(line.text());
        if (!matcher.find()
                || rule.unless()
                        .map(unless -> unless.matcher(line.text()).find())
                        .orElse(false)) {
            return;
        }
        Map<String, String> values = trail.values();
        values.put("text", line.text().strip());
        name(rule.match(), matcher, values);
        Set<Integer> lines = new TreeSet<>(Set.of((int) line.number()));
        for (Nearby nearby : rule.around()) {
            if (!near(nearby, line.number(), values, lines) && nearby.needed()) {
                return;
            }
        }
        if (rule.gather().isPresent() && !gather(rule.gather().get(), line.number(), values, lines)) {
            return;
        }
        if (rule.chain().isPresent() && !follows(rule.chain().get(), line.number(), values, lines)) {
            return;
        }
        if (count >= KEPT) {
            hits.removeIf(hit -> hit.rule().equals(rule) && hit.section() == trail.index());
            count = 0;
        }
        counts[number] = count + 1;
        tries[number] = 0;
        hits.add(new Hit(
                rule,
                line.number(),
                List.copyOf(lines),
                Map.copyOf(values),
                trail.index(),
                trail.isInside() ? trail.steps().count() : 0));
    }

    private boolean near(Nearby nearby, long number, Map<String, String> values, Set<Integer> lines) {
        int step = nearby.before() ? -1 : 1;
        for (int i = 1; i <= nearby.within(); i++) {
            long at = number + (long) i * step;
            String text = window.text(at);
            Matcher matcher = nearby.pattern().matcher(text == null ? "" : text);
            if (text != null && matcher.find()) {
                name(nearby.pattern(), matcher, values);
                if (nearby.shown()) {
                    lines.add((int) at);
                }
                return true;
            }
        }
        return false;
    }

    private boolean gather(Gather gather, long number, Map<String, String> values, Set<Integer> lines) {
        List<String> found = new ArrayList<>();
        for (long at = number + 1; at <= window.last() && found.size() < MOST_GATHERED; at++) {
            String text = window.text(at);
            Matcher matcher = gather.pattern().matcher(text == null ? "" : text);
            if (!matcher.find()) {
                break;
            }
            if (matcher.group(1) != null) {
                found.add(matcher.group(1));
                lines.add((int) at);
            }
        }
        if (!found.isEmpty()) {
            values.put(gather.name(), String.join(", ", found));
            values.put("first", found.getFirst());
            values.put("final", found.getLast());
        }
        return found.size() >= gather.least();
    }

    private boolean follows(Chain chain, long number, Map<String, String> values, Set<Integer> lines) {
        long at = number;
        while (chain.more().matcher(text(at)).find() && !text(at + 1).isBlank()) {
            at++;
        }
        if (at > number && chain.bare().matcher(text(at)).find()) {
            at--;
        }
        if (at > number) {
            lines.clear();
            lines.add((int) at);
            values.put("inner", text(at).strip().replaceAll("[:;]$", ""));
        }
        return at > number && !chain.outside().matcher(text(at)).find();
    }

    private String text(long number) {
        String text = window.text(number);
        return text == null ? "" : text;
    }

    private static void name(Pattern pattern, Matcher matcher, Map<String, String> values) {
        Stream.of(pattern.namedGroups().keySet().toArray(String[]::new)).forEach(name -> {
            String value = matcher.group(name);
            if (value != null && !value.isEmpty()) {
                values.put(name, value);
            }
        });
    }
}
