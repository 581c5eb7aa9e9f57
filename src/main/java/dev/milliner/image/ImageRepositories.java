package dev.milliner.image;

import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroDefinition;
import dev.milliner.distro.Image;
import dev.milliner.distro.RpmRepository;
import dev.milliner.rpm.Repositories;
import dev.milliner.rpm.RepositoryException;
import dev.milliner.rpm.RepositoryMetadata;
import dev.milliner.rpm.RepositorySource;
import dev.milliner.rpm.RepositorySource.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Where an image's packages come from: what the distro's inputs name, else what its description names. */
public final class ImageRepositories {
    private final Repositories repositories;

    /** Gets metadata through these. */
    public ImageRepositories(Repositories repositories) {
        this.repositories = repositories;
    }

    /**
     * Gets the metadata of an image's repositories.
     *
     * @param profiles the description's profiles; where there are none, the one the distro names
     * @param architecture such as {@code x86_64}
     * @throws RepositoryException when one of them cannot be used, or there is none
     * @throws IOException when the description cannot be read
     */
    public List<RepositoryMetadata> of(Distro distro, Image image, List<String> profiles, String architecture)
            throws IOException {
        List<RepositoryMetadata> all = new ArrayList<>();
        for (RepositorySource source : sources(distro, image, profiles, architecture)) {
            all.add(repositories.get(source));
        }
        if (all.isEmpty()) {
            throw new RepositoryException("The image " + image.name() + " names no repository.");
        }
        return all;
    }

    /**
     * Where an image's repositories are found; nothing is fetched.
     *
     * @param profiles the description's profiles; where there are none, the one the distro names
     * @param architecture such as {@code x86_64}
     * @throws IOException when the description cannot be read
     */
    public static List<RepositorySource> sources(Distro distro, Image image, List<String> profiles, String architecture)
            throws IOException {
        List<RepositorySource> all = new ArrayList<>();
        for (RpmRepository one : inputs(distro, ImagePlanner.hostOf(architecture), DistroDefinition::imageInputs)) {
            all.add(input(one, distro, architecture));
        }
        if (all.isEmpty()) {
            for (KiwiRepository one : ImagePlanner.selection(distro, image, profiles, architecture)
                    .repositories()) {
                all.add(one.location());
            }
        }
        return all;
    }

    /**
     * Where the packages are found that the distro's own are built with; nothing is fetched. None where the distro names
     * none.
     *
     * @param architecture such as {@code x86_64}
     * @throws RepositoryException when one has no address
     */
    public static List<RepositorySource> ofBuilds(Distro distro, String architecture) throws RepositoryException {
        List<RepositorySource> all = new ArrayList<>();
        for (RpmRepository one : inputs(distro, ImagePlanner.hostOf(architecture), DistroDefinition::packageInputs)) {
            all.add(input(one, distro, architecture));
        }
        return all;
    }

    private static List<RpmRepository> inputs(
            Distro distro, String architecture, BiFunction<DistroDefinition, String, List<String>> use) {
        DistroDefinition definition = distro.distros().get(distro.name());
        List<RpmRepository> found = new ArrayList<>();
        if (definition != null && definition.versions().contains(distro.version())) {
            for (String input : use.apply(definition, distro.version())) {
                distro.repositories().values().stream()
                        .filter(one -> one.name().equals(input)
                                || one.set().filter(input::equals).isPresent())
                        .filter(one -> one.arches().isEmpty() || one.arches().contains(architecture))
                        .filter(one -> !found.contains(one))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** A base is taken before a metalink, as DNF does. */
    private static RepositorySource input(RpmRepository one, Distro distro, String architecture)
            throws RepositoryException {
        Kind kind = one.baseUri().isPresent() ? Kind.BASE : Kind.METALINK;
        String uri = one.baseUri()
                .or(one::metalink)
                .orElseThrow(() -> new RepositoryException(
                        "The repository " + one.name() + " has neither a base URI nor a metalink."));
        List<String> keys = one.isGpgCheckDisabled()
                ? List.of()
                : one.gpgKey().stream()
                        .map(key -> key(expanded(key, distro, architecture), distro))
                        .toList();
        return new RepositorySource(
                one.name(),
                kind,
                expanded(uri, distro, architecture),
                RepositoryMetadata.DEFAULT_PRIORITY,
                keys,
                false);
    }

    private static String key(String uri, Distro distro) {
        return uri.contains("://") ? uri : distro.tree().root().resolve(uri).toString();
    }

    /** With DNF's variables replaced. */
    private static String expanded(String uri, Distro distro, String architecture) {
        DistroDefinition definition = distro.distros().get(distro.name());
        String release = definition == null
                ? distro.version()
                : definition.releaseVersion(distro.version()).orElse(distro.version());
        return uri.replace("$releasever", release)
                .replace("${releasever}", release)
                .replace("$basearch", architecture.startsWith("x86_64") ? "x86_64" : architecture)
                .replace("$arch", architecture);
    }
}
