package dev.milliner.language;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the name at a place of a TOML file stands for. */
final class TomlNames {
    private TomlNames() {}

    static Optional<Named> at(TomlContext context) {
        return switch (context.spot()) {
            case TomlSpot.InHeader header -> inMap(context, header.before(), header.segment());
            case TomlSpot.InKey key -> inMap(context, key.path(), key.segment());
            case TomlSpot.InValue value -> value(context, value);
            case TomlSpot.Nothing nothing -> Optional.empty();
        };
    }

    private static Optional<Named> inMap(TomlContext context, List<String> before, TomlQuotes.Segment segment) {
        String text = context.document()
                .text()
                .substring(segment.span().start(), segment.span().end());
        List<String> path =
                Stream.concat(before.stream(), Stream.of(segment.name())).toList();
        return context.stand(path)
                .filter(Stand::named)
                .flatMap(Stand::member)
                .flatMap(member -> Entity.inMap(member.field().toml(), path, segment.name()))
                .map(entity -> new Named(entity, TomlQuotes.inside(text, segment.span())));
    }

    private static Optional<Named> value(TomlContext context, TomlSpot.InValue value) {
        return subject(context, value)
                .flatMap(subject -> Entity.named(subject, value.text(), owner(context, value, subject))
                        .or(() -> Entity.file(
                                subject, value.text(), context.document().path())))
                .map(entity -> new Named(entity, value.span()));
    }

    /** What the texts of the key at a place name. */
    static Optional<Subject> subject(TomlContext context, TomlSpot.InValue value) {
        return context.stand(value.path())
                .filter(stand -> !stand.named())
                .flatMap(Stand::member)
                .flatMap(Meanings::of)
                .flatMap(Meaning::names);
    }

    private static String owner(TomlContext context, TomlSpot.InValue value, Subject subject) {
        return switch (subject) {
            case OWN_VERSION -> value.path().size() > 1 ? value.path().get(1) : "";
            case VERSION -> value.beside("name");
            case PROFILE -> Entity.beside(context.document().path(), value.beside("path"));
            default -> "";
        };
    }
}
