package dev.milliner.language;

import dev.milliner.distro.Definition;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Kind;
import dev.milliner.source.TreePaths;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that has a name which texts mention.
 *
 * @param kind what it is
 * @param name its name; of a file, its path relative to the tree's root
 * @param owner what the name is unique in, such as the distro of a version; empty where it is unique in all
 */
record Entity(CompletionKind kind, String name, String owner) {
    static Entity of(CompletionKind kind, String name) {
        return new Entity(kind, name, "");
    }

    /** What a free name of a map stands for, by the key of the map and the keys that lead to it. */
    static Optional<Entity> inMap(String map, List<String> path, String name) {
        return switch (map) {
            case "components" -> Optional.of(of(CompletionKind.COMPONENT, name));
            case "component-groups" -> Optional.of(of(CompletionKind.COMPONENT_GROUP, name));
            case "package-groups" -> Optional.of(of(CompletionKind.PACKAGE_GROUP, name));
            case "packages" -> Optional.of(of(CompletionKind.PACKAGE, name));
            case "images" -> Optional.of(of(CompletionKind.IMAGE, name));
            case "distros" -> Optional.of(of(CompletionKind.DISTRO, name));
            case "test-suites" -> Optional.of(of(CompletionKind.TEST_SUITE, name));
            case "rpm-repos" -> Optional.of(of(CompletionKind.REPOSITORY, name));
            case "rpm-repo-sets" -> Optional.of(of(CompletionKind.REPOSITORY_SET, name));
            case "rpm-repo-set-templates" -> Optional.of(of(CompletionKind.TEMPLATE, name));
            case "versions" ->
                path.size() < 2 ? Optional.empty() : Optional.of(new Entity(CompletionKind.VERSION, name, path.get(1)));
            default -> Optional.empty();
        };
    }

    /**
     * What a text stands for.
     *
     * @param subject what texts of its key name
     * @param owner the distro that is named beside it, or around it; of a profile, the description that is named beside it
     */
    static Optional<Entity> named(Subject subject, String text, String owner) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (subject) {
            case COMPONENT -> Optional.of(of(CompletionKind.COMPONENT, text));
            case PACKAGE -> Optional.of(of(CompletionKind.PACKAGE, text));
            case DISTRO -> Optional.of(of(CompletionKind.DISTRO, text));
            case VERSION, OWN_VERSION -> Optional.of(new Entity(CompletionKind.VERSION, text, owner));
            case REPOSITORY -> Optional.of(of(CompletionKind.REPOSITORY, text));
            case REPOSITORY_SET -> Optional.of(of(CompletionKind.REPOSITORY_SET, text));
            case TEMPLATE -> Optional.of(of(CompletionKind.TEMPLATE, text));
            case TEST_SUITE -> Optional.of(of(CompletionKind.TEST_SUITE, text));
            case CHANNEL -> Optional.of(of(CompletionKind.CHANNEL, text));
            case PROFILE -> Optional.of(new Entity(CompletionKind.PROFILE, text, owner));
            case SUBREPOSITORY,
                    ARCHITECTURE,
                    TREE_GLOB,
                    OVERLAY_GLOB,
                    SPEC_GLOB,
                    SPEC_FILE,
                    KIWI_FILE,
                    TREE_FILE,
                    FOLDER,
                    SOURCE_GLOB,
                    ARCHIVE,
                    SECTION,
                    SUBPACKAGE,
                    TAG,
                    TAG_VALUE,
                    REGEX,
                    CONDITIONAL,
                    MACRO,
                    SOURCE_FILE,
                    SNAPSHOT -> Optional.empty();
        };
    }

    /** Its definition, where the distro has one of this kind and name. */
    Optional<Definition> definition(Distro distro) {
        return switch (kind) {
            case COMPONENT -> distro.definition(Kind.COMPONENT, name);
            case COMPONENT_GROUP -> distro.definition(Kind.COMPONENT_GROUP, name);
            case PACKAGE -> distro.definition(Kind.PACKAGE, name);
            case PACKAGE_GROUP -> distro.definition(Kind.PACKAGE_GROUP, name);
            case IMAGE -> distro.definition(Kind.IMAGE, name);
            case DISTRO -> distro.definition(Kind.DISTRO, name);
            case REPOSITORY -> distro.definition(Kind.REPOSITORY, name);
            case TEST_SUITE -> distro.definition(Kind.TEST_SUITE, name);
            default -> Optional.empty();
        };
    }

    /** A file that a text of a document names by its path from the document's folder; empty where it is a glob or a URI. */
    static Optional<Entity> file(Subject subject, String text, String document) {
        boolean path = subject.isTreePath() && !text.isEmpty() && !text.contains("://") && !isGlob(text);
        return path ? Optional.of(of(CompletionKind.FILE, beside(document, text))) : Optional.empty();
    }

    /** A path from a document's folder as one from the tree's root. */
    static String beside(String document, String path) {
        String folder = TreePaths.folder(document);
        return TreePaths.join(folder, path).replaceFirst("^\\./", "");
    }

    private static boolean isGlob(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf('[') >= 0;
    }

    /** What it is, in the field's words. */
    String label() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
