package dev.milliner.workbench.image;

import dev.milliner.build.history.BuildStore;
import dev.milliner.build.rpm.BuiltPackages;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Image;
import dev.milliner.image.Addition;
import dev.milliner.image.ClaimStanding;
import dev.milliner.image.ClaimStandings;
import dev.milliner.image.ImageDifference;
import dev.milliner.image.ImageDifference.Held;
import dev.milliner.image.ImagePlan;
import dev.milliner.image.ImagePlanner;
import dev.milliner.image.ImageRepositories;
import dev.milliner.image.Inspector;
import dev.milliner.image.KiwiDocument;
import dev.milliner.image.KiwiProfile;
import dev.milliner.image.PlanOptions;
import dev.milliner.image.PlannedFile;
import dev.milliner.image.PlannedPackage;
import dev.milliner.rpm.NamedPackage;
import dev.milliner.rpm.Repositories;
import dev.milliner.rpm.RepositoryMetadata;
import dev.milliner.rpm.RepositorySource;
import dev.milliner.solve.SolveRequest.Detail;
import dev.milliner.solve.client.PackageSolver;
import dev.milliner.source.CommitTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the answers of the image page; all of it runs off the JavaFX thread. */
final class Planning implements AutoCloseable {
    private final PackageSolver solver = new PackageSolver();
    private final Repositories repositories = new Repositories();
    private final BuildStore builds;
    private @Nullable Committed committed;
    private @Nullable Named named;

    /**
     * Starts with nothing known.
     *
     * @param builds where the packages lie that builds made
     */
    Planning(BuildStore builds) {
        this.builds = builds;
    }

    /** The distro of a commit, kept as long as the name means that commit. */
    private record Committed(String commit, Distro distro) {}

    /** What repositories have, by their checksums. */
    private record Named(List<String> checksums, List<NamedPackage> packages) {}

    /**
     * A question's repositories.
     *
     * @param metadata those that can be used
     * @param leftOut whether some were left out because they need the network
     */
    record Sources(List<RepositoryMetadata> metadata, boolean leftOut) {}

    Sources sources(Question question) throws IOException {
        boolean leftOut = false;
        List<RepositoryMetadata> metadata = new ArrayList<>(built(question));
        for (RepositorySource each : wanted(question)) {
            if (each.isRemote() && !question.fetch()) {
                leftOut = true;
            } else {
                metadata.add(repositories.get(each));
            }
        }
        return new Sources(metadata, leftOut);
    }

    /** What builds of this distro made, laid over the image's own repositories. */
    private List<RepositoryMetadata> built(Question question) throws IOException {
        return question.repositories().isEmpty()
                ? BuiltPackages.of(builds, question.distro()).of(question.distro(), question.image(), repositories)
                : List.of();
    }

    private List<RepositorySource> wanted(Question question) throws IOException {
        boolean standIns = question.repositories().isEmpty()
                && BuiltPackages.areStandIns(
                        question.distro(), question.image(), question.profiles(), question.architecture());
        if (standIns && built(question).isEmpty()) {
            throw BuiltPackages.nothingFor(question.distro(), question.image());
        }
        if (standIns) {
            return List.of();
        }
        return question.repositories().isEmpty()
                ? ImageRepositories.sources(
                        question.distro(), question.image(), question.profiles(), question.architecture())
                : question.repositories();
    }

    ImagePlan plan(Question question, List<RepositoryMetadata> from, Detail detail) throws IOException {
        PlanOptions options = new PlanOptions(from, question.profiles(), question.architecture());
        return new ImagePlanner(solver).plan(question.distro(), question.image(), options, detail);
    }

    /** What an image would no longer hold without those packages that are asked for. */
    List<PlannedPackage> leaves(Question question, ImagePlan plan, List<PlannedPackage> packages) throws IOException {
        PlanOptions options =
                new PlanOptions(sources(question).metadata(), question.profiles(), question.architecture());
        Set<String> names = packages.stream()
                .filter(PlannedPackage::asked)
                .map(PlannedPackage::name)
                .collect(Collectors.toSet());
        return new ImagePlanner(solver).leaves(question.distro(), question.image(), options, plan, names);
    }

    /** What an image would hold more with one more package. */
    Addition addition(Question question, ImagePlan plan, String name) throws IOException {
        PlanOptions options =
                new PlanOptions(sources(question).metadata(), question.profiles(), question.architecture());
        return new ImagePlanner(solver).addition(question.distro(), question.image(), options, plan, name);
    }

    /** The packages that its repositories have, by name; kept as long as the repositories are the same. */
    synchronized List<NamedPackage> names(Question question) throws IOException {
        List<RepositoryMetadata> metadata = sources(question).metadata();
        List<String> checksums =
                metadata.stream().map(RepositoryMetadata::checksum).toList();
        Named known = named;
        if (known == null || !known.checksums().equals(checksums)) {
            known = new Named(checksums, NamedPackage.of(metadata));
            named = known;
        }
        return known.packages();
    }

    List<PlannedFile> files(Question question, ImagePlan plan) throws IOException {
        return PlannedFile.of(plan, sources(question).metadata(), repositories.fileListCache());
    }

    /** Why there is no plan of an image, whatever its repositories hold; empty where there can be one. */
    static Optional<String> unplanned(Question question) throws IOException {
        return ImagePlanner.unplanned(question.distro(), question.image(), question.profiles(), question.architecture())
                .map(plan -> plan.problems().getFirst())
                .map(problem ->
                        problem.place().file() + ":" + problem.place().range().line() + ": " + problem.message());
    }

    /** The names of the profiles that the image's description has. */
    static List<String> profiles(Distro distro, Image image) {
        try {
            KiwiDocument document = ImagePlanner.document(distro, image);
            return document.profiles().stream().map(KiwiProfile::name).toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** What is claimed of the image of a plan. */
    List<ClaimStanding> claims(Question question, ImagePlan plan) throws IOException {
        return ClaimStandings.of(question.distro(), question.image(), plan);
    }

    /** What differs between something else, taken as the state before, and a plan. */
    ImageDifference compare(Question question, ImagePlan plan, Other other) throws IOException {
        return ImageDifference.of(held(question, other), ImageDifference.held(plan));
    }

    private List<Held> held(Question question, Other other) throws IOException {
        return switch (other) {
            case Other.Commit commit -> {
                Distro then = at(question.distro().tree().root(), commit.reference());
                yield planned(question.of(then, image(then, question.image().name())));
            }
            case Other.OtherImage image -> planned(question.of(image(question.distro(), image.name())));
            case Other.OtherProfile profile -> planned(question.withProfile(profile.name()));
            case Other.OtherArchitecture one -> planned(question.withArchitecture(one.architecture()));
            case Other.Artifact artifact -> ImageDifference.held(Inspector.inspect(artifact.file()));
        };
    }

    private List<Held> planned(Question question) throws IOException {
        ImagePlan plan = plan(question, sources(question).metadata(), Detail.REASONS);
        if (plan.packages().isEmpty() && !plan.unsolved().isEmpty()) {
            throw new IOException(
                    "It cannot be solved there: " + plan.unsolved().getFirst().message());
        }
        return ImageDifference.held(plan);
    }

    private static Image image(Distro distro, String name) throws IOException {
        Image image = distro.images().get(name);
        if (image == null) {
            throw new IOException("There is no image " + name + " there.");
        }
        return image;
    }

    private synchronized Distro at(Path root, String reference) throws IOException {
        CommitTree tree = CommitTree.open(root, reference);
        Committed known = committed;
        if (known != null && known.commit().equals(tree.commit())) {
            tree.close();
            return known.distro();
        }
        Distro distro = new DistroLoader().load(tree);
        committed = new Committed(tree.commit(), distro);
        return distro;
    }

    @Override
    public void close() {
        solver.close();
    }
}
