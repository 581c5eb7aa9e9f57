package dev.milliner.review;

import dev.milliner.distro.Distro;
import dev.milliner.distro.Image;
import dev.milliner.image.ImageDifference;
import dev.milliner.image.ImagePlan;
import dev.milliner.image.ImagePlanner;
import dev.milliner.image.PlanOptions;
import dev.milliner.solve.SolveProblem;
import dev.milliner.solve.SolverException;
import dev.milliner.solve.client.PackageSolver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an image that is described otherwise would hold, of the same repositories before and after. */
public sealed interface ImageContent {
    /**
     * Packages that differ.
     *
     * @param image the image's name
     * @param difference the packages and sizes
     */
    record Known(String image, ImageDifference difference) implements ImageContent {}

    /**
     * Nobody can tell.
     *
     * @param image the image's name
     * @param why why, in words
     */
    record Unknown(String image, String why) implements ImageContent {}

    /** The image's name. */
    String image();

    /**
     * Works it out for all images that both states have and that are described otherwise.
     *
     * @param review what differs
     * @param options the repositories, and for which machine
     * @throws SolverException where the solver can't be had
     */
    static List<ImageContent> of(Review review, PlanOptions options, PackageSolver solver) throws SolverException {
        List<ImageContent> contents = new ArrayList<>();
        for (String name : review.describedOtherwise()) {
            Image before = review.from().distro().images().get(name);
            Image after = review.to().distro().images().get(name);
            if (before != null && after != null) {
                try {
                    contents.add(new Known(
                            name,
                            ImageDifference.of(
                                    held(review.from().distro(), before, options, solver),
                                    held(review.to().distro(), after, options, solver))));
                } catch (SolverException missing) {
                    throw missing;
                } catch (IOException unreadable) {
                    contents.add(new Unknown(name, String.valueOf(unreadable.getMessage())));
                }
            }
        }
        return List.copyOf(contents);
    }

    private static List<ImageDifference.Held> held(
            Distro distro, Image image, PlanOptions options, PackageSolver solver) throws IOException {
        ImagePlan plan = new ImagePlanner(solver).plan(distro, image, options);
        Optional<String> unsolved = plan.unsolved().stream().findFirst().map(SolveProblem::message);
        if (plan.packages().isEmpty() && unsolved.isPresent()) {
            throw new IOException("The solver finds no set of packages for it: " + unsolved.get());
        }
        return ImageDifference.held(plan);
    }
}
