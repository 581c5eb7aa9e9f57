package dev.milliner.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a spec says of its packages, read from its text: macros and conditionals are left as they are, so this is what
 * stands there rather than what rpm makes of it.
 *
 * @param values by subject, such as {@code Requires}: the values, with the sub-package in front where there is one
 */
public record SpecSummary(Map<String, List<String>> values) {
    /** The subjects, in the order they matter to a reader. */
    public static final List<String> SUBJECTS = List.of(
            "packages",
            "BuildRequires",
            "Requires",
            "Provides",
            "Obsoletes",
            "Conflicts",
            "Recommends",
            "Patch",
            "Source");

    /** Reads a spec. */
    public static SpecSummary of(Spec spec) {
        Map<String, List<String>> values = new TreeMap<>();
        for (SpecRead read : spec.read()) {
            String owner = read.section().packageName();
            if (read.line() instanceof SpecLine.Header header
                    && header.section().kind() == SectionKind.PACKAGE
                    && !header.section().name().isEmpty()) {
                add(values, "packages", owner);
            } else if (read.line() instanceof SpecLine.Tag tag) {
                String subject = subject(tag.name());
                if (SUBJECTS.contains(subject)) {
                    add(values, subject, owner.isEmpty() ? tag.value() : owner + ": " + tag.value());
                }
            }
        }
        return new SpecSummary(values);
    }

    private static void add(Map<String, List<String>> values, String subject, String value) {
        values.computeIfAbsent(subject, key -> new ArrayList<>()).add(value);
    }

    private static String subject(String tag) {
        String bare = tag.replaceFirst("\\(.*", "").replaceFirst("\\d+$", "").toLowerCase(Locale.ROOT);
        return SUBJECTS.stream()
                .filter(subject -> subject.toLowerCase(Locale.ROOT).equals(bare))
                .findFirst()
                .orElse("");
    }

    /** The values of a subject. */
    public List<String> values(String subject) {
        return values.getOrDefault(subject, List.of());
    }

    /** The values of a subject that this has and the other lacks. */
    public List<String> beyond(SpecSummary other, String subject) {
        TreeSet<String> more = new TreeSet<>(values(subject));
        other.values(subject).forEach(more::remove);
        return List.copyOf(more);
    }
}
