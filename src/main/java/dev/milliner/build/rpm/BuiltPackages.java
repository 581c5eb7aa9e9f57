package dev.milliner.build.rpm;

import dev.milliner.build.history.BuildStore;
import dev.milliner.build.host.PackageArchitecture;
import dev.milliner.build.run.BuildRun;
import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroDefinition;
import dev.milliner.distro.Image;
import dev.milliner.image.ImagePlanner;
import dev.milliner.image.ImageRepositories;
import dev.milliner.image.KiwiDescription;
import dev.milliner.rpm.Repositories;
import dev.milliner.rpm.RepositoryException;
import dev.milliner.rpm.RepositoryMetadata;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The packages that builds of a distro made last, kept as a small repository for each component. A preview lays those of
 * an image's components over the image's repositories, as the build of the image does.
 *
 * @param folder holds one folder for each component
 */
public record BuiltPackages(Path folder) {
    /** DNF's priority of what the build hands to KIWI. */
    static final int PRIORITY = 1;

    /** Those of the distro that a build is of. */
    public static BuiltPackages of(BuildRun run) {
        return of(BuildStore.holding(run.folder()), run.request().distro());
    }

    /** Those of a distro. */
    public static BuiltPackages of(BuildStore store, Distro distro) {
        Path root = distro.tree().root();
        String path;
        try {
            path = root.toRealPath().toString();
        } catch (IOException gone) {
            path = root.toString();
        }
        String id =
                UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)).toString();
        return new BuiltPackages(store.folder().resolve(".packages").resolve(id));
    }

    /**
     * The repositories that a build of an image would make, as far as their packages were built before.
     *
     * @throws RepositoryException when one is damaged
     */
    public List<RepositoryMetadata> of(Distro distro, Image image, Repositories repositories)
            throws RepositoryException {
        List<RepositoryMetadata> all = new ArrayList<>();
        for (Component component : components(distro, image)) {
            Path kept = of(component.name());
            if (Files.isRegularFile(kept.resolve("repodata/repomd.xml"))) {
                all.add(repositories.get("milliner-" + component.name(), kept.toString(), PRIORITY));
            }
        }
        return all;
    }

    /**
     * An image's repositories with those of its built packages laid over them.
     *
     * @param profiles the description's profiles; where there are none, the one the distro names
     * @param architecture such as {@code x86_64}
     * @throws RepositoryException when one of them cannot be used, or there is none
     * @throws IOException when the description cannot be read
     */
    public List<RepositoryMetadata> over(
            Distro distro, Image image, List<String> profiles, String architecture, Repositories repositories)
            throws IOException {
        List<RepositoryMetadata> all = new ArrayList<>(of(distro, image, repositories));
        if (!areStandIns(distro, image, profiles, architecture)) {
            all.addAll(new ImageRepositories(repositories).of(distro, image, profiles, architecture));
        } else if (all.isEmpty()) {
            throw nothingFor(distro, image);
        }
        return all;
    }

    /** Why there is nothing where an image's repositories are folders that do not exist. */
    public static RepositoryException nothingFor(Distro distro, Image image) {
        return components(distro, image).isEmpty()
                ? new RepositoryException("The repositories of " + image.name()
                        + " are folders that do not exist. Give one that holds repodata.")
                : new NotBuiltYet(image);
    }

    /**
     * Tells whether an image's repositories are folders that do not exist. They only stand for what is built here, and
     * the build leaves them out.
     *
     * @param profiles the description's profiles; where there are none, the one the distro names
     * @param architecture such as {@code x86_64}
     * @throws IOException when the description cannot be read
     */
    public static boolean areStandIns(Distro distro, Image image, List<String> profiles, String architecture)
            throws IOException {
        DistroDefinition definition = distro.distros().get(distro.name());
        boolean inputs = definition != null
                && definition.versions().contains(distro.version())
                && !definition.imageInputs(distro.version()).isEmpty();
        return !inputs
                && ImagePlanner.selection(distro, image, profiles, architecture).repositories().stream()
                        .allMatch(one -> isMissingFolder(one.source()));
    }

    private static boolean isMissingFolder(String source) {
        boolean local = source.startsWith("dir:") || source.startsWith("file:") || source.startsWith("/");
        return local && !Files.isDirectory(Path.of(source.replaceFirst("^(dir|file):/*", "/")));
    }

    /** The components that are built for an image; none where its description cannot be read. */
    public static List<Component> components(Distro distro, Image image) {
        try {
            return ComponentChoice.of(
                    distro,
                    KiwiDescription.read(
                            distro.tree(),
                            image.definitionPath().orElse(""),
                            image.profile(),
                            PackageArchitecture.HOST));
        } catch (IOException unreadable) {
            // Whoever plans the image says what is wrong with its description.
            return List.of();
        }
    }

    /** The repository of a component. */
    Path of(String component) {
        return folder.resolve(component);
    }
}
