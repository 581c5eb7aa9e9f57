package dev.milliner.language;

import dev.milliner.distro.Definition;
import dev.milliner.distro.Shape;
import dev.milliner.ground.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What there is to say of places in TOML files. */
final class TomlHover {
    private static final int MOST_LINES = 10;

    private final TomlContext context;
    private final Knowledge knowledge;

    private TomlHover(TomlContext context) {
        this.context = context;
        this.knowledge = context.knowledge();
    }

    static Optional<Hover> at(TomlContext context) {
        return new TomlHover(context).hover();
    }

    private Optional<Hover> hover() {
        Optional<Hover> named = TomlNames.at(context).flatMap(this::definition);
        return named.or(() -> switch (context.spot()) {
            case TomlSpot.InHeader header ->
                key(
                        header.segment().span(),
                        path(header.before(), header.segment().name()));
            case TomlSpot.InKey key ->
                key(key.segment().span(), path(key.path(), key.segment().name()));
            case TomlSpot.InValue value -> value(value);
            case TomlSpot.Nothing nothing -> Optional.empty();
        });
    }

    private static List<String> path(List<String> before, String name) {
        return Stream.concat(before.stream(), Stream.of(name)).toList();
    }

    private Optional<Hover> definition(Named named) {
        Entity entity = named.entity();
        Optional<Definition> definition = entity.definition(knowledge.distro());
        if (definition.isPresent()) {
            String title = entity.name() + " (" + definition.get().kind().label() + ")";
            return Optional.of(new Hover(named.span(), title, DefinitionHelp.parts(knowledge, definition.get())));
        }
        boolean inRepository = entity.kind() == CompletionKind.PACKAGE
                && knowledge.surroundings().packages().of(entity.name()).isPresent();
        List<HoverPart> parts = inRepository
                ? DefinitionHelp.packageParts(knowledge, entity.name())
                : EntityHelp.parts(knowledge.distro(), entity);
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hover(named.span(), entity.name() + " (" + entity.label() + ")", parts));
    }

    private Optional<Hover> key(Span span, List<String> path) {
        Optional<Member> member =
                context.stand(path).filter(stand -> !stand.named()).flatMap(Stand::member);
        if (member.isPresent()) {
            List<HoverPart> parts = new ArrayList<>(
                    KeyHelp.parts(member.get(), Meanings.of(member.get()).orElse(Meaning.of(""))));
            parts.addAll(ResolvedHelp.parts(knowledge.distro(), path));
            return Optional.of(new Hover(span, path.getLast(), parts));
        }
        return knowledge
                .schema()
                .key(context.root(), path)
                .map(key -> new Hover(span, path.getLast(), key.parts()))
                .or(() -> context.stand(path).flatMap(stand -> MacroHelp.hover(context, span, path, stand)));
    }

    private Optional<Hover> value(TomlSpot.InValue value) {
        Optional<Stand> stand = context.stand(value.path());
        Optional<Hover> word = stand.map(found -> Stand.item(found.shape()))
                .flatMap(shape -> shape instanceof Shape.Text text ? text.words() : Optional.empty())
                .flatMap(words -> WordMeanings.of(words, value.text()))
                .map(means -> new Hover(value.span(), value.text(), List.of(new HoverPart.Paragraph(means))));
        return word.or(() -> TomlNames.subject(context, value).flatMap(subject -> subject(value, subject)))
                .or(() -> key(value.span(), value.path()));
    }

    private Optional<Hover> subject(TomlSpot.InValue value, Subject subject) {
        List<HoverPart> parts =
                switch (subject) {
                    case REGEX -> RegexHelp.parts(context, value.table());
                    case SOURCE_GLOB -> PathOffers.counted(SourceFiles.matching(context, value.path(), value.text()));
                    case TREE_GLOB, OVERLAY_GLOB, SPEC_GLOB -> PathOffers.matches(context, value.text());
                    case TAG_VALUE -> tagValue(value);
                    case TAG, SECTION, SUBPACKAGE, CONDITIONAL -> inSpec(value, subject);
                    default -> List.of();
                };
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Hover(value.span(), title(subject, value), parts));
    }

    /** The lines of the spec that a name stands for. */
    private List<HoverPart> inSpec(TomlSpot.InValue value, Subject subject) {
        Optional<SpecFacts> spec = context.spec(value.path());
        if (spec.isEmpty()) {
            return List.of();
        }
        List<Integer> lines =
                TomlDefinition.lines(subject, spec.get(), context, value).toList();
        String file = spec.get().path().substring(spec.get().path().lastIndexOf('/') + 1);
        List<String> shown = lines.stream()
                .limit(MOST_LINES)
                .map(line -> file + ":" + line + "  "
                        + spec.get().lines().get(line - 1).strip())
                .toList();
        String many = Amount.of(lines.size(), "line") + " of ";
        String count = (lines.isEmpty() ? "Not in " : many) + file + ".";
        return lines.isEmpty()
                ? List.of(new HoverPart.Paragraph(count))
                : List.of(new HoverPart.Paragraph(count), new HoverPart.Code("spec", String.join("\n", shown)));
    }

    private static String title(Subject subject, TomlSpot.InValue value) {
        return subject == Subject.TAG_VALUE ? value.beside("tag") + ": " + value.text() : value.text();
    }

    private List<HoverPart> tagValue(TomlSpot.InValue value) {
        TomlEntries overlay = value.table().entries();
        return context.spec(value.path())
                .map(spec -> spec.tags().stream()
                        .filter(tag -> tag.name().equalsIgnoreCase(overlay.text("tag"))
                                && tag.value().equalsIgnoreCase(value.text())
                                && tag.packageName().equals(overlay.text("package")))
                        .toList())
                .filter(tags -> !tags.isEmpty())
                .flatMap(tags ->
                        context.spec(value.path()).map(spec -> new TagValueHelp(context, value, spec, tags).parts()))
                .orElse(List.of());
    }
}
