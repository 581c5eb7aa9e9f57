package dev.milliner.build.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what {@code evaluate.sh} prints. What does not carry its mark was printed by the spec, and is not heard. */
final class AnswerReader {
    /** What a package needs of rpm itself says nothing of the spec. */
    private static final String OF_RPM = "rpmlib(";

    private static final String NONE = "(none)";

    private final String mark;
    private final Map<String, Map<Fact, List<String>>> packages = new LinkedHashMap<>();
    private final List<String> buildRequires = new ArrayList<>();
    private String source = "";
    private Map<Fact, List<String>> current = new EnumMap<>(Fact.class);
    private Optional<String> spec = Optional.empty();

    private AnswerReader(String mark) {
        this.mark = mark + "\t";
    }

    /** Tells whether rpm was asked at all. */
    static boolean hasStarted(String mark, String output) {
        return output.contains(mark + "\tstart\n");
    }

    /** The whole answer. */
    static SpecEvaluation read(String mark, String output) {
        AnswerReader reader = new AnswerReader(mark);
        String end = mark + "\tspec\n";
        int at = output.indexOf(end);
        if (at >= 0) {
            reader.spec = Optional.of(output.substring(at + end.length()));
        }
        output.substring(0, at < 0 ? output.length() : at).lines().forEach(reader::line);
        return reader.evaluation();
    }

    private void line(String line) {
        int at = line.indexOf(mark);
        if (at < 0) {
            return;
        }
        String[] parts = line.substring(at + mark.length()).split("\t", 2);
        String value = parts.length < 2 ? "" : parts[1].strip();
        if (value.isEmpty() || value.equals(NONE) || value.startsWith(OF_RPM)) {
            return;
        }
        switch (parts[0]) {
            case "package" -> current = packages.computeIfAbsent(value, name -> new EnumMap<>(Fact.class));
            case "source" -> source = value;
            case "buildrequires" -> buildRequires.add(value);
            default -> Fact.of(parts[0]).ifPresent(fact -> add(current, fact, value));
        }
    }

    private static void add(Map<Fact, List<String>> facts, Fact fact, String value) {
        facts.computeIfAbsent(fact, one -> new ArrayList<>()).add(value);
    }

    private SpecEvaluation evaluation() {
        FileSections.of(spec.orElse(""), source).forEach((name, lines) -> {
            Map<Fact, List<String>> facts = packages.get(name);
            if (facts != null) {
                lines.forEach(line -> add(facts, Fact.FILES, line));
            }
        });
        List<EvaluatedPackage> all = new ArrayList<>();
        packages.forEach((name, facts) -> all.add(new EvaluatedPackage(name, facts)));
        return new SpecEvaluation(all, buildRequires);
    }
}
