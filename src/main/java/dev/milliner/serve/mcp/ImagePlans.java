package dev.milliner.serve.mcp;

import dev.milliner.distro.Distro;
import dev.milliner.distro.Image;
import dev.milliner.ground.FileTrouble;
import dev.milliner.image.ImagePlan;
import dev.milliner.image.ImagePlanner;
import dev.milliner.image.ImageRepositories;
import dev.milliner.image.PlanOptions;
import dev.milliner.rpm.Repositories;
import dev.milliner.rpm.RepositoryException;
import dev.milliner.rpm.RepositoryMetadata;
import dev.milliner.rpm.RepositorySource;
import dev.milliner.solve.client.PackageSolver;
import dev.milliner.source.SourceTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Plans images for tools, with the repositories that the server's user named, else with those of the tree that lie in it or on servers. */
final class ImagePlans {
    private static final String USUAL = "x86_64";

    private ImagePlans() {}

    /** What the tools over images take besides others. */
    static List<Parameter> parameters(Parameter... others) {
        List<Parameter> all = new ArrayList<>();
        all.add(Parameter.required("image", "The image's name."));
        all.addAll(List.of(others));
        all.add(Parameter.text("profile", "A profile of the description; the image's own if not given."));
        all.add(Parameter.text(
                "arch", "The architecture, with a level if wanted, such as x86_64_v3; " + USUAL + " if not given."));
        return all;
    }

    static ImagePlan of(Arguments arguments, ServedTree tree) throws RefusedCall {
        Distro distro = tree.distro();
        Image image = ServedTree.image(distro, arguments.text("image"));
        List<String> profiles = arguments.optional("profile").stream().toList();
        String architecture = arguments.optional("arch").orElse(USUAL);
        try (PackageSolver solver = new PackageSolver()) {
            Optional<ImagePlan> foreign = ImagePlanner.unplanned(distro, image, profiles, architecture);
            if (foreign.isPresent()) {
                return foreign.get();
            }
            List<RepositoryMetadata> repositories = repositories(distro, image, profiles, architecture, tree);
            return new ImagePlanner(solver).plan(distro, image, new PlanOptions(repositories, profiles, architecture));
        } catch (IOException failure) {
            throw new RefusedCall(FileTrouble.words(failure));
        }
    }

    private static List<RepositoryMetadata> repositories(
            Distro distro, Image image, List<String> profiles, String architecture, ServedTree tree)
            throws IOException, RefusedCall {
        boolean named = !tree.repositories().isEmpty();
        List<RepositorySource> sources =
                named ? tree.repositories() : ImageRepositories.sources(distro, image, profiles, architecture);
        List<RepositoryMetadata> all = new ArrayList<>();
        for (RepositorySource source : sources) {
            if (!named) {
                demandWithin(source, tree.tree());
            }
            all.add(new Repositories().get(source));
        }
        if (all.isEmpty()) {
            throw new RepositoryException("The image " + image.name() + " names no repository.");
        }
        return all;
    }

    /** A tree may name any folder of this host. */
    private static void demandWithin(RepositorySource source, SourceTree tree) throws RefusedCall {
        boolean within = (source.isRemote() || tree.holds(path(source.uri())))
                && source.keys().stream().allMatch(key -> isRemote(key) || tree.holds(path(key)));
        if (!within) {
            throw new RefusedCall("The repository " + source.id() + " (" + source.uri()
                    + "), or a key of it, lies outside of the tree, so it is not read. Whoever starts the server can name"
                    + " repositories: milliner mcp --repo ID=URI.");
        }
    }

    private static boolean isRemote(String uri) {
        String lower = uri.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }

    private static String path(String uri) {
        return uri.replaceFirst("(?i)^(dir|file):/*", "/");
    }
}
