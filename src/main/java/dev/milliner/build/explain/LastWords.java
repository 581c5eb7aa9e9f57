package dev.milliner.build.explain;

import dev.milliner.build.explain.LogScan.Verdict;
import dev.milliner.build.explain.Steps.Stop;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the end of a script tells that failed without a word that any rule knows.
 *
 * @param book the rules
 * @param verdict what says that the script failed
 */
record LastWords(RuleBook book, Verdict verdict) {
    /** The last command. */
    Hit silent() {
        return command("fails-without-a-word");
    }

    /** What the script says as it stops itself, or what its last command is told to say. */
    Optional<Hit> message() {
        Optional<Hit> stop = verdict.end().stop().map(this::stop);
        return stop.isPresent() || !verdict.end().held() ? stop : Optional.of(command("fails-as-told"));
    }

    private Hit stop(Stop stop) {
        Map<String, String> values = new TreeMap<>(verdict.values());
        values.put("message", stop.message());
        values.put("saying", stop.command());
        return hit("script-stops-itself", stop.lines().getFirst(), stop.lines(), values);
    }

    private Hit command(String rule) {
        List<Integer> lines = Stream.of(verdict.traceLine(), verdict.saidLine())
                .filter(line -> line >= verdict.traceLine())
                .distinct()
                .map(Long::intValue)
                .toList();
        return hit(rule, verdict.traceLine(), lines, verdict.values());
    }

    private Hit hit(String name, long number, List<Integer> lines, Map<String, String> values) {
        String section = values.getOrDefault("section", "");
        Rule rule = book.endings().stream()
                .map(Ending::rule)
                .filter(one -> one.name().endsWith(name))
                .filter(one -> one.sections().isEmpty() || one.sections().contains(section))
                .reduce((first, second) -> second)
                .orElseThrow();
        return new Hit(
                rule, number, lines, values, verdict.section(), verdict.end().step());
    }
}
