package dev.milliner.language;

import dev.milliner.distro.Distro;
import dev.milliner.distro.Kind;
import java.util.Collection;
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
        for (String name : kind == Kind.PACKAGE ? distro.listedPackages() : distro.names(kind)) {
            offer.add(
                    name,
                    () -> item(name, sign(kind), detail(kind, name), () -> distro.definition(kind, name)
                            .map(definition -> DefinitionHelp.parts(knowledge, definition))
                            .orElse(java.util.List.of())));
        }
    }

    private String detail(Kind kind, String name) {
        return kind == Kind.COMPONENT
                ? String.join(
                        ", ",
                        java.util.Objects.requireNonNull(
                                        knowledge.distro().components().get(name))
                                .groups())
                : kind == Kind.PACKAGE ? String.join(", ", knowledge.distro().groupsOfPackage(name)) : kind.label();
    }

    /** Packages that repositories have, then those that the tree names. */
    void packages() {
        PackageFacts facts = knowledge.surroundings().packages();
        for (String name : facts.names()) {
            offer.add(
                    name,
                    () -> item(
                            name,
                            CompletionKind.PACKAGE,
                            facts.of(name).map(DefinitionHelp::shortly).orElse(""),
                            () -> DefinitionHelp.packageParts(knowledge, name)));
        }
        all(Kind.PACKAGE);
    }

    /** Other names. */
    void names(Collection<String> names, CompletionKind kind, String detail) {
        names.forEach(name -> offer.add(name, () -> item(name, kind, detail, Completion.Help.NONE)));
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
