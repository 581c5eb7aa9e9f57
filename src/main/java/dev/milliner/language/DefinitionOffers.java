package dev.milliner.language;

import dev.milliner.distro.Distro;
import dev.milliner.distro.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Names of what the distro's files define. */
final class DefinitionOffers {
    private final Knowledge knowledge;
    private final Offer offer;
    private final Function<String, Snippet> insert;

    /** Offers that are inserted in some way. */
    DefinitionOffers(Knowledge knowledge, Offer offer, Function<String, Snippet> insert) {
        this.knowledge = knowledge;
        this.offer = offer;
        this.insert = insert;
    }

    /** All of a kind. */
    void all(Kind kind) {
        Distro distro = knowledge.distro();
        if (kind == Kind.PACKAGE) {
            offer.add(knowledge.surroundings().texts().letters(distro.listedPackages()), name -> item(kind, name));
        } else {
            offer.add(distro.names(kind), name -> item(kind, name));
        }
    }

    /** Those of a kind that a file defines come first, then all. */
    void ownFirst(Kind kind, String file) {
        List<String> own = knowledge.distro().names(kind).stream()
                .filter(name -> knowledge
                        .distro()
                        .definition(kind, name)
                        .filter(definition -> definition.place().file().equals(file))
                        .isPresent())
                .limit(Completions.MOST)
                .toList();
        offer.add(own, name -> item(kind, name));
        all(kind);
    }

    private Completion item(Kind kind, String name) {
        return item(name, sign(kind), detail(kind, name), () -> knowledge
                .distro()
                .definition(kind, name)
                .map(definition -> DefinitionHelp.parts(knowledge, definition))
                .orElse(List.of()));
    }

    private String detail(Kind kind, String name) {
        return kind == Kind.COMPONENT
                ? String.join(
                        ", ",
                        Objects.requireNonNull(knowledge.distro().components().get(name))
                                .groups())
                : kind == Kind.PACKAGE ? String.join(", ", knowledge.distro().groupsOfPackage(name)) : kind.label();
    }

    /** Packages that repositories have, then those that the tree's groups and images name. */
    void packages() {
        PackageFacts facts = knowledge.surroundings().packages();
        offer.add(
                facts.names(),
                name -> item(
                        name,
                        CompletionKind.PACKAGE,
                        facts.of(name).map(DefinitionHelp::shortly).orElse(""),
                        () -> DefinitionHelp.packageParts(knowledge, name)));
        all(Kind.PACKAGE);
        ImageUse.of(knowledge)
                .packages()
                .forEach((image, packages) -> names(packages, CompletionKind.PACKAGE, "named by " + image));
    }

    /** Other names. */
    void names(Collection<String> names, CompletionKind kind, String detail) {
        offer.add(names, name -> item(name, kind, detail, Completion.Help.NONE));
    }

    private Completion item(String name, CompletionKind kind, String detail, Completion.Help help) {
        return Completion.of(name, kind, detail, help).inserting(insert.apply(name));
    }

    static CompletionKind sign(Kind kind) {
        return switch (kind) {
            case COMPONENT -> CompletionKind.COMPONENT;
            case COMPONENT_GROUP -> CompletionKind.COMPONENT_GROUP;
            case PACKAGE -> CompletionKind.PACKAGE;
            case PACKAGE_GROUP -> CompletionKind.PACKAGE_GROUP;
            case IMAGE -> CompletionKind.IMAGE;
            case DISTRO -> CompletionKind.DISTRO;
            case REPOSITORY -> CompletionKind.REPOSITORY;
            case TEST_SUITE -> CompletionKind.TEST_SUITE;
        };
    }
}
