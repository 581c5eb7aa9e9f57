package dev.milliner.image;

import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroDefinition;
import dev.milliner.distro.Image;
import dev.milliner.distro.RpmRepository;
import dev.milliner.rpm.Repositories;
import dev.milliner.rpm.RepositoryException;
import dev.milliner.rpm.RepositoryMetadata;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
     * @param profile the description's profile; where empty, the one the distro names
     * @param architecture such as {@code x86_64}
     * @throws RepositoryException when one of them cannot be used, or there is none
     * @throws IOException when the description cannot be read
     */
    public List<RepositoryMetadata> of(Distro distro, Image image, Optional<String> profile, String architecture)
            throws IOException {
        List<RepositoryMetadata> all = new ArrayList<>();
        for (RpmRepository one : inputs(distro, architecture)) {
            all.add(input(one, distro, architecture));
        }
        if (all.isEmpty()) {
            for (KiwiRepository one :
                    ImagePlanner.selection(distro, image, profile, architecture).repositories()) {
                int priority = one.priority().orElse(RepositoryMetadata.DEFAULT_PRIORITY);
                all.add(repositories.get(one.alias(), one.source(), priority));
            }
        }
        if (all.isEmpty()) {
            throw new RepositoryException("The image " + image.name() + " names no repository.");
        }
        return all;
    }

    private static List<RpmRepository> inputs(Distro distro, String architecture) {
        DistroDefinition definition = distro.distros().get(distro.name());
        List<RpmRepository> found = new ArrayList<>();
        if (definition != null && definition.versions().contains(distro.version())) {
            for (String input : definition.imageInputs(distro.version())) {
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

    private RepositoryMetadata input(RpmRepository one, Distro distro, String architecture) throws RepositoryException {
        String uri = one.baseUri()
                .orElseThrow(() -> new RepositoryException("The repository " + one.name()
                        + " has only a metalink, which is not followed; give it with a base URI."));
        return repositories.get(one.name(), expanded(uri, distro, architecture), RepositoryMetadata.DEFAULT_PRIORITY);
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
