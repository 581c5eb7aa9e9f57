package dev.milliner.language;

import dev.milliner.overlay.RegexMatches;
import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where that is defined which a place of a TOML file names: a definition, a file, or lines of the spec. */
final class TomlDefinition {
    private TomlDefinition() {}

    static List<Place> at(TomlContext context) {
        Optional<Named> named = TomlNames.at(context);
        if (named.isPresent()) {
            return EntityPlaces.definition(
                    context.knowledge(), context.document(), named.get().entity());
        }
        return context.spot() instanceof TomlSpot.InValue value ? inSpec(context, value) : List.of();
    }

    private static List<Place> inSpec(TomlContext context, TomlSpot.InValue value) {
        Optional<Subject> subject = TomlNames.subject(context, value);
        Optional<SpecFacts> spec = context.spec(value.path());
        if (subject.isEmpty()
                || spec.isEmpty()
                || !context.knowledge().distro().tree().exists(spec.get().path())) {
            return List.of();
        }
        return lines(subject.get(), spec.get(), context, value)
                .map(line -> new Place(spec.get().path(), new TextRange(line, 1, line, 1)))
                .toList();
    }

    /** The lines of a spec, from 1, that a value stands for. */
    static Stream<Integer> lines(Subject subject, SpecFacts spec, TomlContext context, TomlSpot.InValue value) {
        String text = value.text();
        return switch (subject) {
            case TAG ->
                spec.tags().stream()
                        .filter(tag -> tag.name().equalsIgnoreCase(text))
                        .map(SpecFacts.Tag::line);
            case TAG_VALUE ->
                spec.tags().stream()
                        .filter(tag -> tag.name().equalsIgnoreCase(value.beside("tag")))
                        .filter(tag -> tag.value().equalsIgnoreCase(text))
                        .map(SpecFacts.Tag::line);
            case SECTION ->
                spec.sections().stream()
                        .filter(header -> header.section().name().equals(text))
                        .map(SpecFacts.Header::line);
            case SUBPACKAGE ->
                spec.sections().stream()
                        .filter(header -> header.section().packageName().equals(text))
                        .map(SpecFacts.Header::line);
            case CONDITIONAL ->
                spec.conditionals().stream()
                        .filter(one -> one.name().equals(text))
                        .map(SpecFacts.Definition::line);
            case REGEX ->
                RegexHelp.matching(text, RegexHelp.candidates(context, value.table())).stream()
                        .filter(line -> line.file().equals(spec.path()))
                        .map(RegexMatches.Line::number);
            default -> Stream.empty();
        };
    }
}
