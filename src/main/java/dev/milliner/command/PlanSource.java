package dev.milliner.command;

import dev.milliner.build.history.BuildStore;
import dev.milliner.build.rpm.BuiltPackages;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Image;
import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.ground.FileTrouble;
import dev.milliner.image.ImagePlan;
import dev.milliner.image.ImagePlanner;
import dev.milliner.image.PlanOptions;
import dev.milliner.rpm.Repositories;
import dev.milliner.rpm.RepositoryException;
import dev.milliner.rpm.RepositoryMetadata;
import dev.milliner.solve.SolverException;
import dev.milliner.solve.client.PackageSolver;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all commands over a planned image take, and the plan that it makes. */
final class PlanSource {
    @Mixin
    private final RepositoryOption repositories = new RepositoryOption();

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            description = "A profile of the description in place of the distro's; may be given again.")
    private List<String> profiles = new ArrayList<>();

    @Option(
            names = "--arch",
            paramLabel = "ARCH",
            description = "The architecture, with a level if wanted, such as x86_64_v3 (default: x86_64).")
    private String architecture = "x86_64";

    private List<RepositoryMetadata> used = List.of();

    /** The repositories of the last plan. */
    List<RepositoryMetadata> used() {
        return used;
    }

    /** Plans an image of a distro. */
    ImagePlan plan(Distro distro, String name, PackageSolver solver, PrintWriter err) {
        Image image = new NameAsked("image", name).in(distro.images());
        Optional<ImagePlan> foreign = foreign(distro, image);
        if (foreign.isPresent()) {
            return foreign.get();
        }
        List<RepositoryMetadata> from = from(distro, image, profiles, err);
        used = from;
        try {
            return new ImagePlanner(solver).plan(distro, image, new PlanOptions(from, profiles, architecture));
        } catch (SolverException failure) {
            throw new UnavailableException(FileTrouble.words(failure));
        } catch (IOException broken) {
            throw new InputException(FileTrouble.words(broken));
        }
    }

    /** What there is to say of an image that has no plan, so that no repository is fetched for it. */
    private Optional<ImagePlan> foreign(Distro distro, Image image) {
        try {
            return ImagePlanner.unplanned(distro, image, profiles, architecture);
        } catch (IOException broken) {
            throw new InputException(FileTrouble.words(broken));
        }
    }

    /** The repositories given, else the image's own. */
    List<RepositoryMetadata> from(Distro distro, Image image, List<String> chosen, PrintWriter err) {
        if (repositories.isGiven()) {
            return repositories.get(err);
        }
        try {
            List<RepositoryMetadata> all = BuiltPackages.of(BuildStore.ofUser(), distro)
                    .over(distro, image, chosen, architecture, new Repositories());
            all.forEach(one -> one.remarks().forEach(remark -> err.println("milliner: " + remark)));
            return all;
        } catch (RepositoryException unusable) {
            throw new UnavailableException(
                    unusable.getMessage() + " Another repository can be given with --repo ID=URI.");
        } catch (IOException broken) {
            throw new InputException(FileTrouble.words(broken));
        }
    }

    /** Lists a plan's problems for people; gives the exit status they mean. */
    static int report(ImagePlan plan, PrintWriter err) {
        plan.problems().forEach(problem -> err.println(ProblemText.line(problem)));
        SolveJson.lines(plan.unsolved()).forEach(err::println);
        return status(plan);
    }

    static int status(ImagePlan plan) {
        boolean sound = plan.unsolved().isEmpty()
                && plan.problems().stream().map(Problem::severity).noneMatch(Severity.ERROR::equals);
        return sound ? CommandLineEntry.DONE : CommandLineEntry.AT_FAULT;
    }
}
