package dev.milliner.build.kiwi;

import dev.milliner.build.host.PackageArchitecture;
import dev.milliner.build.log.LogSeverity;
import dev.milliner.build.rpm.BuiltPackages;
import dev.milliner.build.run.BuildRun;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Image;
import dev.milliner.distro.Problem;
import dev.milliner.ground.FileTrouble;
import dev.milliner.image.Claims;
import dev.milliner.image.ClaimsFile;
import dev.milliner.image.FileClaims;
import dev.milliner.image.ImagePlan;
import dev.milliner.image.ImagePlanner;
import dev.milliner.image.Inspection;
import dev.milliner.image.PlanOptions;
import dev.milliner.rpm.Repositories;
import dev.milliner.rpm.RepositoryMetadata;
import dev.milliner.solve.SolveRequest.Detail;
import dev.milliner.solve.client.PackageSolver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds a built image against its preview, and against what the distro says of it. */
public final class PreviewCheck {
    private static final String ARCHITECTURE = PackageArchitecture.HOST;

    private final BuiltPackages built;
    private final Repositories repositories;

    /** With what was built before. */
    public PreviewCheck(BuiltPackages built, Repositories repositories) {
        this.built = built;
        this.repositories = repositories;
    }

    /**
     * What an image would hold, with the distro's own packages as they were built last.
     *
     * @throws IOException when that cannot be told; the message says why
     */
    public ImagePlan preview(Distro distro, Image image) throws IOException {
        List<RepositoryMetadata> all = built.over(distro, image, List.of(), ARCHITECTURE, repositories);
        try (PackageSolver solver = new PackageSolver()) {
            return new ImagePlanner(solver)
                    .plan(distro, image, new PlanOptions(all, List.of(), ARCHITECTURE), Detail.REASONS);
        }
    }

    /**
     * What was found out.
     *
     * @param difference how the image differs from its preview; empty where that cannot be told
     * @param why why it cannot be told, or empty
     * @param claims what of the distro's claims does not hold
     */
    public record Findings(Optional<PreviewDifference> difference, String why, List<Problem> claims) {
        /** With a list that nobody changes. */
        public Findings {
            claims = List.copyOf(claims);
        }
    }

    /** Holds an image against its preview and its claims. */
    public Findings check(Distro distro, Image image, Inspection inspection) {
        Optional<ImagePlan> preview = Optional.empty();
        String why = "";
        try {
            preview = Optional.of(preview(distro, image));
        } catch (IOException impossible) {
            why = FileTrouble.words(impossible);
        }
        List<Problem> claims = new ArrayList<>(Claims.check(image, inspection, preview));
        claims.addAll(FileClaims.check(ClaimsFile.of(distro.tree(), image), inspection));
        return new Findings(preview.map(plan -> PreviewDifference.of(plan, inspection)), why, claims);
    }

    /** Tells a run of what is not as it should be. A preview that cannot be made is only worth a line of the log. */
    void work(BuildRun run, Inspection inspection) {
        Image image = run.request().distro().images().get(run.request().name());
        if (image == null) {
            return;
        }
        Findings findings = check(run.request().distro(), image, inspection);
        findings.difference()
                .ifPresentOrElse(
                        difference -> compared(run, difference),
                        () -> run.log(
                                LogSeverity.WARNING, "The image is not held against its preview: " + findings.why()));
        findings.claims().forEach(problem -> run.doubt(problem.message(), "see " + place(problem)));
    }

    private static void compared(BuildRun run, PreviewDifference difference) {
        if (difference.isNone()) {
            run.log(LogSeverity.INFO, "The image holds exactly the packages of its preview");
        } else {
            run.doubt(
                    difference.words(),
                    "see whether a script of the description changes packages, and what changed in the repositories");
        }
    }

    private static String place(Problem problem) {
        return problem.place().file() + ":" + problem.place().range().line();
    }
}
