package dev.milliner.language;

import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroDefinition;
import dev.milliner.distro.Kind;
import java.util.List;
import java.util.function.Function;

/** The names that a table of free names has, or could have. */
final class MapNames {
    private MapNames() {}

    static void add(
            TomlContext context, List<String> path, Stand stand, Offer offer, Function<String, Snippet> insert) {
        Distro distro = context.knowledge().distro();
        DefinitionOffers offers = new DefinitionOffers(context.knowledge(), offer, insert);
        switch (stand.member().map(member -> member.field().toml()).orElse("")) {
            case "components" ->
                offers.ownFirst(Kind.COMPONENT, context.document().path());
            case "component-groups" -> offers.all(Kind.COMPONENT_GROUP);
            case "package-groups" -> offers.all(Kind.PACKAGE_GROUP);
            case "images" -> offers.all(Kind.IMAGE);
            case "distros" -> offers.all(Kind.DISTRO);
            case "test-suites" -> offers.all(Kind.TEST_SUITE);
            case "rpm-repos" -> offers.all(Kind.REPOSITORY);
            case "rpm-repo-sets" ->
                offers.names(distro.repositorySets().keySet(), CompletionKind.REPOSITORY_SET, "set");
            case "rpm-repo-set-templates" ->
                offers.names(distro.setTemplates().keySet(), CompletionKind.TEMPLATE, "template");
            case "versions" -> versions(distro, path, offers);
            case "packages" -> offers.packages();
            case "defines" ->
                context.spec(path)
                        .ifPresent(spec -> offers.names(
                                spec.macros().stream()
                                        .map(SpecFacts.Definition::name)
                                        .toList(),
                                CompletionKind.MACRO,
                                "set by the spec"));
            default -> {
                // Nobody can know the names of others.
            }
        }
    }

    private static void versions(Distro distro, List<String> path, DefinitionOffers offers) {
        DistroDefinition definition = path.size() < 2 ? null : distro.distros().get(path.get(1));
        if (definition != null) {
            offers.names(definition.versions(), CompletionKind.VERSION, "version");
        }
    }
}
