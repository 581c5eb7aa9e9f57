package dev.milliner.image;

import dev.milliner.distro.Problem;
import dev.milliner.source.SourceTree;
import java.io.IOException;
import java.util.List;

/**
 * A KIWI description with all its profiles, and where everything stands.
 *
 * @param name the image's name in it
 * @param profiles its profiles
 * @param preferences its preferences
 * @param repositories its repositories
 * @param sections its packages sections, in order
 * @param problems what is wrong with it and could be read over
 */
public record KiwiDocument(
        String name,
        List<KiwiProfile> profiles,
        List<KiwiPreferences> preferences,
        List<KiwiRepository> repositories,
        List<KiwiSection> sections,
        List<Problem> problems) {
    /** With lists that nobody changes. */
    public KiwiDocument {
        profiles = List.copyOf(profiles);
        preferences = List.copyOf(preferences);
        repositories = List.copyOf(repositories);
        sections = List.copyOf(sections);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a description and what it includes. No entity of it is resolved and nothing but the tree is read.
     *
     * @param tree where it lies
     * @param path its path there
     * @throws IOException when it is missing, no XML, or no KIWI description; the message says where
     */
    public static KiwiDocument read(SourceTree tree, String path) throws IOException {
        return new KiwiDocumentReader(tree).read(path);
    }
}
