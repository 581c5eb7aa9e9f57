package dev.milliner.image;

import dev.milliner.distro.Problem;
import dev.milliner.image.kiwi.BrokenDescription;
import dev.milliner.image.kiwi.DescriptionTree;
import dev.milliner.image.kiwi.KiwiElement;
import dev.milliner.source.SourceTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A KIWI description with all its profiles, and where everything stands.
 *
 * @param name the image's name in it
 * @param profiles its profiles
 * @param preferences its preferences
 * @param repositories its repositories
 * @param sections its packages sections, in order
 * @param problems what KIWI refuses it for, and what else is wrong with it and could be read over
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
     * Reads a description and what it includes. No entity outside of it is resolved, and nothing but the tree is read.
     *
     * @param tree where it lies
     * @param path its path there
     * @throws BrokenDescription when it is no XML, or no KIWI description
     * @throws IOException when it is missing or cannot be read
     */
    public static KiwiDocument read(SourceTree tree, String path) throws IOException {
        DescriptionTree read = DescriptionTree.read(tree, path);
        KiwiElement image = read.image();
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        List<KiwiRepository> repositories = new ArrayList<>();
        for (KiwiElement repository : image.children("repository")) {
            repositories.add(KiwiRepository.of(
                    repository,
                    repositories.size() + 1,
                    name -> tree.real(name.startsWith("/") ? name : folder + name)));
        }
        return new KiwiDocument(
                image.value("name"),
                image.children("profiles").stream()
                        .flatMap(one -> one.children("profile").stream())
                        .map(KiwiProfile::of)
                        .toList(),
                image.children("preferences").stream().map(KiwiPreferences::of).toList(),
                repositories,
                image.children("packages").stream().map(KiwiSection::of).toList(),
                read.problems());
    }
}
