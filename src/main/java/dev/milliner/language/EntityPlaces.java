package dev.milliner.language;

import dev.milliner.distro.Definition;
import dev.milliner.distro.Distro;
import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where things are defined and named. */
final class EntityPlaces {
    private static final int MOST_TRIES = 1000;

    private EntityPlaces() {}

    /** Where something is defined; nothing where azldev itself brings it. */
    static List<Place> definition(Knowledge knowledge, Document document, Entity entity) {
        Distro distro = knowledge.distro();
        Optional<Place> place =
                switch (entity.kind()) {
                    case FILE ->
                        Optional.of(entity.name()).filter(distro.tree()::exists).map(Place::startOf);
                    case REPOSITORY_SET -> optional(distro.repositorySets().get(entity.name()));
                    case TEMPLATE -> optional(distro.setTemplates().get(entity.name()));
                    case VERSION, PROFILE ->
                        Mentions.of(knowledge, document, entity).stream()
                                .filter(Mention::definition)
                                .map(Mention::place)
                                .findFirst();
                    default -> entity.definition(distro).map(Definition::place);
                };
        return place.filter(found -> !found.file().isEmpty()).stream().toList();
    }

    private static Optional<Place> optional(@Nullable Place place) {
        return Optional.ofNullable(place);
    }

    /** Everywhere that something is named. */
    static List<Place> references(Knowledge knowledge, Document document, Entity entity) {
        return Mentions.of(knowledge, document, entity).stream()
                .map(Mention::place)
                .distinct()
                .toList();
    }

    /** Where something is named in a document: its name is looked for, and each place asked, so that no file is parsed. */
    static List<Span> highlights(Language language, Document document, Named name) {
        List<Span> found = new ArrayList<>();
        String text = document.text();
        String written = text.substring(name.span().start(), name.span().end());
        int at = written.isEmpty() ? -1 : text.indexOf(written);
        for (int tries = 0; at >= 0 && tries < MOST_TRIES; tries++) {
            language.named(document, at + written.length() / 2)
                    .filter(named -> named.entity().equals(name.entity()))
                    .ifPresent(named -> found.add(named.span()));
            at = text.indexOf(written, at + written.length());
        }
        return List.copyOf(found);
    }

    /** The links of a document: the files that it names, and addresses. */
    static List<DocumentLink> links(Knowledge knowledge, Document document) {
        TextLines lines = knowledge.surroundings().texts().lines(document);
        Stream<DocumentLink> files = Mentions.inFile(knowledge, document).all().stream()
                .filter(mention -> mention.entity().kind() == CompletionKind.FILE)
                .map(mention -> new DocumentLink(
                        inside(document, lines.span(mention.place().range())),
                        mention.entity().name(),
                        false));
        return Stream.concat(files, WebLinks.of(document.text())).toList();
    }

    /** A mention without the quotes around it. */
    static Span inside(Document document, Span span) {
        return TomlQuotes.inside(document.text().substring(span.start(), span.end()), span);
    }
}
