package dev.milliner.language;

import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroDefinition;
import dev.milliner.distro.Kind;
import dev.milliner.distro.RpmRepository;
import dev.milliner.distro.Shape;
import dev.milliner.distro.Vocabulary;
import dev.milliner.source.TreePaths;
import java.util.List;
import java.util.Optional;

/** The texts that could be the value of a key. */
final class ValueOffers {
    private final TomlContext context;
    private final TomlSpot.InValue spot;
    private final Written written;
    private final Offer offer;
    private final DefinitionOffers definitions;

    ValueOffers(TomlContext context, TomlSpot.InValue spot, Written written, Offer offer) {
        this.context = context;
        this.spot = spot;
        this.written = written;
        this.offer = offer;
        this.definitions = new DefinitionOffers(context.knowledge(), offer, written::text);
    }

    void add(Stand stand, Shape.Text text) {
        text.words().ifPresent(this::vocabulary);
        context.knowledge().schema().key(context.root(), spot.path()).ifPresent(key -> words(key.values()));
        Optional<Meaning> meaning =
                stand.named() ? Optional.empty() : stand.member().flatMap(Meanings::of);
        meaning.flatMap(Meaning::names).ifPresent(this::names);
        meaning.ifPresent(found -> words(found.examples()));
    }

    private void vocabulary(Vocabulary words) {
        for (String word : words.words()) {
            String means = WordMeanings.of(words, word).orElse("");
            offer.add(Completion.of(word, CompletionKind.WORD, "", () -> List.of(new HoverPart.Paragraph(means)))
                    .inserting(written.text(word)));
        }
    }

    private void words(List<String> words) {
        definitions.names(words, CompletionKind.WORD, "");
    }

    private Distro distro() {
        return context.knowledge().distro();
    }

    private void names(Subject subject) {
        switch (subject) {
            case COMPONENT -> definitions.all(Kind.COMPONENT);
            case PACKAGE -> definitions.packages();
            case DISTRO -> definitions.all(Kind.DISTRO);
            case VERSION -> versions(spot.beside("name"));
            case OWN_VERSION -> versions(spot.path().get(1));
            case REPOSITORY -> definitions.all(Kind.REPOSITORY);
            case REPOSITORY_SET ->
                definitions.names(distro().repositorySets().keySet(), CompletionKind.REPOSITORY_SET, "set");
            case TEMPLATE -> definitions.names(distro().setTemplates().keySet(), CompletionKind.TEMPLATE, "template");
            case SUBREPOSITORY -> subrepositories(spot.table().path().getLast(), spot.beside("name-prefix"));
            case TEST_SUITE -> definitions.all(Kind.TEST_SUITE);
            case PROFILE -> profiles();
            case CHANNEL -> definitions.names(DistroValues.channels(distro()), CompletionKind.CHANNEL, "channel");
            case ARCHITECTURE -> words(List.of("x86_64", "aarch64"));
            case TREE_GLOB, OVERLAY_GLOB, SPEC_GLOB, SPEC_FILE, KIWI_FILE, TREE_FILE, FOLDER ->
                new PathOffers(context, spot, written, offer).inTree(subject);
            case SOURCE_GLOB -> new PathOffers(context, spot, written, offer).inSources();
            case SOURCE_FILE -> definitions.names(SourceFiles.of(context, spot.path()), CompletionKind.FILE, "source");
            case SNAPSHOT -> definitions.names(DistroValues.snapshots(distro()), CompletionKind.VALUE, "in use");
            case MACRO -> macros();
            case ARCHIVE, SECTION, SUBPACKAGE, TAG, TAG_VALUE, REGEX, CONDITIONAL ->
                context.spec(spot.path())
                        .ifPresentOrElse(
                                spec -> new SpecOffers(context, spot, spec, written, offer).add(subject),
                                () -> SpecWords.add(subject, written, offer));
        }
    }

    private void versions(String distroName) {
        for (DistroDefinition definition : distro().distros().values()) {
            if (distroName.isEmpty() || definition.name().equals(distroName)) {
                definitions.names(definition.versions(), CompletionKind.VERSION, definition.name());
            }
        }
    }

    private void subrepositories(String set, String prefix) {
        definitions.names(
                distro().repositories().values().stream()
                        .filter(repository -> repository.set().equals(Optional.of(set)))
                        .map(RpmRepository::name)
                        .map(name -> name.substring(name.startsWith(prefix) ? prefix.length() : 0))
                        .toList(),
                CompletionKind.REPOSITORY,
                "of the template");
    }

    private void profiles() {
        String path = TreePaths.join(TreePaths.folder(context.document().path()), spot.beside("path"));
        distro().tree()
                .read(path)
                .ifPresent(text -> definitions.names(KiwiNames.profiles(text), CompletionKind.PROFILE, "profile"));
    }

    private void macros() {
        context.spec(spot.path())
                .ifPresent(spec -> definitions.names(
                        spec.macros().stream().map(SpecFacts.Definition::name).toList(),
                        CompletionKind.MACRO,
                        "set by the spec"));
        definitions.names(SpecMeanings.macros().keySet(), CompletionKind.MACRO, "");
    }
}
