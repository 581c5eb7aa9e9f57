package dev.milliner.language;

import dev.milliner.distro.Image;
import dev.milliner.distro.Shape;
import dev.milliner.text.LineLexer;
import dev.milliner.text.Place;
import dev.milliner.toml.TomlArray;
import dev.milliner.toml.TomlDocument;
import dev.milliner.toml.TomlEntry;
import dev.milliner.toml.TomlNode;
import dev.milliner.toml.TomlScalar;
import dev.milliner.toml.TomlTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds all that is named in files, by the format. */
final class Mentions {
    private final String file;
    private final List<Mention> found = new ArrayList<>();

    private Mentions(String file) {
        this.file = file;
    }

    /** The mentions of something in all files of the distro; those of a document as it is now. */
    static List<Mention> of(Knowledge knowledge, Document document, Entity entity) {
        return files(knowledge, document)
                .flatMap(file -> inFile(knowledge, file).of(entity).stream())
                .toList();
    }

    /** All files that can name something, with their texts. */
    static Stream<Document> files(Knowledge knowledge, Document document) {
        Set<String> names = new LinkedHashSet<>(knowledge.distro().files());
        knowledge.distro().images().values().stream()
                .map(Image::definitionPath)
                .flatMap(Optional::stream)
                .forEach(names::add);
        names.add(document.path());
        return names.stream()
                .filter(name -> !name.isEmpty() && !name.startsWith("/"))
                .flatMap(name -> name.equals(document.path())
                        ? Stream.of(document)
                        : knowledge.distro().tree().read(name).map(text -> new Document(name, text, 0)).stream());
    }

    /** The mentions of one file. */
    static FileMentions inFile(Knowledge knowledge, Document file) {
        return knowledge
                .surroundings()
                .texts()
                .of(
                        "mentions " + file.path(),
                        file.text(),
                        text -> FileMentions.of(
                                file.path().endsWith(".toml") ? ofToml(knowledge, file) : KiwiNames.mentions(file)));
    }

    private static List<Mention> ofToml(Knowledge knowledge, Document file) {
        Mentions mentions = new Mentions(file.path());
        TomlTable root = TomlDocument.parse(file.text()).root();
        mentions.table(knowledge.format(file), root, List.of());
        mentions.further(knowledge.format(file), TextLines.of(file.text()));
        return List.copyOf(mentions.found);
    }

    private void table(Shape.Table shape, TomlTable table, List<String> path) {
        for (TomlEntry entry : table.entries()) {
            Shape.Field field = shape.field(entry.key());
            if (field != null) {
                value(new Member(shape, field), field.shape(), entry.value(), table, with(path, entry.key()));
            }
        }
    }

    private void value(Member member, Shape shape, TomlNode node, TomlTable around, List<String> path) {
        switch (shape) {
            case Shape.Table table when node instanceof TomlTable inner -> table(table, inner, path);
            case Shape.OptionalTable table when node instanceof TomlTable inner -> table(table.table(), inner, path);
            case Shape.MapOf map when node instanceof TomlTable inner -> names(member, map, inner, path);
            case Shape.ListOf list
            when node instanceof TomlArray array ->
                array.items().forEach(item -> value(member, list.item(), item, around, path));
            case Shape.Text text when node instanceof TomlScalar scalar -> text(member, scalar, around, path);
            default -> {
                // A value of another kind names nothing.
            }
        }
    }

    /** What the parser gives no place of: names in headers of tables further down, and in dotted keys. */
    private void further(Shape.Table root, TextLines lines) {
        Set<Integer> known = new HashSet<>();
        for (Mention mention : found) {
            known.add(lines.start(mention.place().range().line() - 1)
                    + mention.place().range().column()
                    - 1);
        }
        List<String> header = List.of();
        for (int line = 0; line < lines.count(); line++) {
            if (lines.isHeader(line)) {
                TomlHeader here = TomlHeader.of(lines, line);
                header = here.path();
                further(root, lines, here.segments(), List.of(), known);
            } else if (lines.state(line) == LineLexer.START) {
                further(root, lines, TomlEntries.segments(lines, line), header, known);
            }
        }
    }

    private void further(
            Shape.Table root,
            TextLines lines,
            List<TomlQuotes.Segment> segments,
            List<String> header,
            Set<Integer> known) {
        List<String> path = header;
        for (TomlQuotes.Segment segment : segments) {
            List<String> whole = with(path, segment.name());
            if (!known.contains(segment.span().start())) {
                Stand.at(root, whole)
                        .filter(Stand::named)
                        .flatMap(Stand::member)
                        .flatMap(member -> Entity.inMap(member.field().toml(), whole, segment.name()))
                        .ifPresent(entity ->
                                found.add(new Mention(entity, new Place(file, lines.range(segment.span())), false)));
            }
            path = whole;
        }
    }

    private void names(Member member, Shape.MapOf map, TomlTable table, List<String> path) {
        for (TomlEntry entry : table.entries()) {
            Entity.inMap(member.field().toml(), path, entry.key())
                    .ifPresent(entity -> found.add(new Mention(entity, new Place(file, entry.keyRange()), true)));
            if (!(map.item() instanceof Shape.Text)) {
                value(member, map.item(), entry.value(), table, with(path, entry.key()));
            }
        }
    }

    private void text(Member member, TomlScalar scalar, TomlTable around, List<String> path) {
        Optional<Subject> subject = Meanings.of(member).flatMap(Meaning::names);
        if (subject.isPresent() && scalar.value() instanceof String text) {
            Entity.named(subject.get(), text, owner(subject.get(), around, path))
                    .or(() -> Entity.file(subject.get(), text, file))
                    .ifPresent(entity -> found.add(new Mention(entity, new Place(file, scalar.range()), false)));
        }
    }

    private String owner(Subject subject, TomlTable around, List<String> path) {
        return switch (subject) {
            case OWN_VERSION -> path.size() > 1 ? path.get(1) : "";
            case VERSION -> text(around, "name");
            case PROFILE -> Entity.beside(file, text(around, "path"));
            default -> "";
        };
    }

    private static String text(TomlTable table, String key) {
        return table.get(key) instanceof TomlScalar scalar ? scalar.value().toString() : "";
    }

    private static List<String> with(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }
}
