package dev.milliner.language;

import dev.milliner.overlay.RegexMatches;
import dev.milliner.spec.SectionEdits;
import dev.milliner.spec.Spec;
import dev.milliner.spec.SpecEditException;
import dev.milliner.spec.TagEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the overlay that names the tag which a search-and-replace changes. */
final class StructuralKind {
    private static final Pattern TAG = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9_()]*)\\s*:\\s*(.*?)\\s*");

    private StructuralKind() {}

    /** The keys of the overlay; empty where none does the same. */
    static Optional<List<String>> of(SpecFacts facts, TomlEntries overlay, RegexMatches.Line line) {
        Optional<SpecFacts.Tag> tag =
                facts.tags().stream().filter(one -> one.line() == line.number()).findFirst();
        if (tag.isEmpty()) {
            return Optional.empty();
        }
        try {
            Spec spec = new Spec(facts.lines());
            Spec wanted = SectionEdits.replace(
                    spec,
                    overlay.text("section"),
                    overlay.text("package"),
                    overlay.text("regex"),
                    overlay.text("replacement"));
            String now = wanted.lines().get(line.number() - 1);
            return now.isBlank() ? removal(spec, wanted, tag.get()) : update(spec, wanted, tag.get(), now);
        } catch (SpecEditException cannot) {
            return Optional.empty();
        }
    }

    private static Optional<List<String>> removal(Spec spec, Spec wanted, SpecFacts.Tag tag) throws SpecEditException {
        Spec made = TagEdits.remove(spec, tag.packageName(), tag.name(), tag.value());
        return written(made).equals(written(wanted))
                ? Optional.of(keys("spec-remove-tag", tag, tag.value()))
                : Optional.empty();
    }

    private static Optional<List<String>> update(Spec spec, Spec wanted, SpecFacts.Tag tag, String now)
            throws SpecEditException {
        Matcher matcher = TAG.matcher(now);
        if (!matcher.matches() || !matcher.group(1).equals(tag.name())) {
            return Optional.empty();
        }
        Spec made = TagEdits.update(spec, tag.packageName(), tag.name(), matcher.group(2));
        return written(made).equals(written(wanted))
                ? Optional.of(keys("spec-update-tag", tag, matcher.group(2)))
                : Optional.empty();
    }

    /** The lines that say something; how tags are indented says nothing. */
    private static List<String> written(Spec spec) {
        return spec.lines().stream()
                .filter(line -> !line.isBlank())
                .map(line -> line.strip().replaceFirst("^([A-Za-z0-9_()]+:)\\s+", "$1 "))
                .toList();
    }

    private static List<String> keys(String type, SpecFacts.Tag tag, String value) {
        List<String> keys = new ArrayList<>();
        keys.add("type = \"" + type + "\"");
        keys.add("tag = " + TomlQuotes.quoted(tag.name()));
        if (!tag.packageName().isEmpty()) {
            keys.add("package = " + TomlQuotes.quoted(tag.packageName()));
        }
        keys.add("value = " + TomlQuotes.quoted(value));
        return keys;
    }
}
