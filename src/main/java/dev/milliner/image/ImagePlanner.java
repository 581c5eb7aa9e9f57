package dev.milliner.image;

import dev.milliner.distro.Distro;
import dev.milliner.distro.Image;
import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.rpm.Nevra;
import dev.milliner.solve.ArchitecturePolicy;
import dev.milliner.solve.SolveAnswer;
import dev.milliner.solve.SolveProblem;
import dev.milliner.solve.SolveRequest;
import dev.milliner.solve.SolveRequest.Detail;
import dev.milliner.solve.SolvedPackage;
import dev.milliner.solve.SolverException;
import dev.milliner.solve.client.PackageSolver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Works out what an image would hold. */
public final class ImagePlanner {
    private final PackageSolver solver;

    /** With a solver, which it does not close. */
    public ImagePlanner(PackageSolver solver) {
        this.solver = solver;
    }

    /** The description of an image, with all its profiles. */
    public static KiwiDocument document(Distro distro, Image image) throws IOException {
        if (!image.type().orElse("").equals("kiwi")) {
            throw new IOException("The image " + image.name() + " is not of the type kiwi, the only one that is read.");
        }
        String path = image.definitionPath()
                .orElseThrow(() -> new IOException("The image " + image.name() + " has no definition path."));
        return KiwiDocument.read(distro.tree(), path);
    }

    /**
     * What of an image's description counts.
     *
     * @param profiles the description's profiles; where there are none, the one the distro names
     */
    public static KiwiSelection selection(Distro distro, Image image, List<String> profiles, String architecture)
            throws IOException {
        return new KiwiSelection(document(distro, image), profiles(image, profiles), hostOf(architecture));
    }

    private static List<String> profiles(Image image, List<String> asked) {
        return asked.isEmpty() ? image.profile().stream().toList() : asked;
    }

    /** An architecture as KIWI calls it: a level is none of its own there. */
    public static String hostOf(String architecture) {
        return architecture.startsWith("x86_64") ? "x86_64" : architecture;
    }

    /**
     * What the solver is asked for a selection.
     *
     * @param left names that are left out although the description has them
     */
    public static SolveRequest request(KiwiSelection selection, PlanOptions options, Set<String> left, Detail detail) {
        return PackageRequest.of(selection, left)
                .solve(options.repositories(), ArchitecturePolicy.of(options.architecture()), detail);
    }

    /**
     * The plan of an image that is not installed by DNF's rules: it holds nothing but problems, the first of which says so.
     * None for others, for which repositories are to be had first.
     *
     * @param profiles the description's profiles; where there are none, the one the distro names
     * @throws IOException when the description cannot be read
     */
    public static Optional<ImagePlan> unplanned(Distro distro, Image image, List<String> profiles, String architecture)
            throws IOException {
        KiwiDocument document = document(distro, image);
        List<String> chosen = profiles(image, profiles);
        return DescriptionCheck.foreignManager(new KiwiSelection(document, chosen, hostOf(architecture)))
                .map(foreign -> new ImagePlan(
                        image.name(),
                        chosen,
                        architecture,
                        List.of(),
                        new PackageGraph(0, List.of(), List.of(), List.of()),
                        Stream.concat(Stream.of(foreign), document.problems().stream())
                                .toList(),
                        List.of(),
                        ""));
    }

    /** Plans an image with all there is to say of it. */
    public ImagePlan plan(Distro distro, Image image, PlanOptions options) throws IOException {
        return plan(distro, image, options, Detail.REMOVALS);
    }

    /**
     * Plans an image. Names that no repository has are problems of the plan, and the rest is planned without them.
     *
     * @param detail how much is found out: reasons take some milliseconds, removals some hundreds
     * @throws SolverException when the solver cannot answer
     * @throws IOException when the description cannot be read; the message says where
     */
    public ImagePlan plan(Distro distro, Image image, PlanOptions options, Detail detail) throws IOException {
        Optional<ImagePlan> foreign = unplanned(distro, image, options.profiles(), options.architecture());
        if (foreign.isPresent()) {
            return foreign.get();
        }
        KiwiDocument document = document(distro, image);
        List<String> profiles = profiles(image, options.profiles());
        KiwiSelection selection = new KiwiSelection(document, profiles, hostOf(options.architecture()));
        List<Problem> problems = new ArrayList<>(document.problems());
        problems.addAll(DescriptionCheck.of(selection, image.place()));
        Set<String> unknown = new HashSet<>();
        PackageRequest request = PackageRequest.of(selection, unknown);
        SolveAnswer answer = solve(request, options, detail);
        // A phase is only looked at when the one before it has an answer.
        for (List<SolveProblem> missing = unmatched(answer); !missing.isEmpty(); missing = unmatched(answer)) {
            for (SolveProblem one : missing) {
                String name = one.unmatched().orElseThrow();
                if (unknown.add(name)) {
                    problems.addAll(DescriptionCheck.unknown(selection, name, one, image.place()));
                }
            }
            request = PackageRequest.of(selection, unknown);
            answer = solve(request, options, detail);
        }
        for (String remark : answer.remarks()) {
            problems.add(new Problem(Severity.WARNING, "kiwi-collection", remark, image.place()));
        }
        PackageFill fill = new PackageFill(distro, selection, request, answer);
        ImagePlan plan = new ImagePlan(
                image.name(),
                profiles,
                options.architecture(),
                fill.packages(),
                fill.graph(),
                List.of(),
                answer.problems(),
                answer.solver());
        problems.addAll(Claims.check(image, selection, plan, hasScripts(distro, image)));
        problems.addAll(FileClaims.check(ClaimsFile.of(distro.tree(), image), selection, plan));
        return plan.with(problems);
    }

    /**
     * What an image would no longer hold, were some packages not asked for; the solver is asked again, so that what comes in
     * their place stays.
     *
     * @param plan what it would hold with them
     * @param names what is left out of the description's packages
     * @throws IOException when there is no set without them, the solver cannot answer, or the description cannot be read
     */
    public List<PlannedPackage> leaves(
            Distro distro, Image image, PlanOptions options, ImagePlan plan, Set<String> names) throws IOException {
        KiwiSelection selection = selection(distro, image, options.profiles(), options.architecture());
        Set<String> left = new HashSet<>(names);
        SolveAnswer answer = answer(() -> PackageRequest.of(selection, left), left, "", options);
        if (!answer.problems().isEmpty()) {
            throw new IOException("There is no set without them: "
                    + answer.problems().getFirst().message());
        }
        Set<Nevra> kept = answer.packages().stream().map(SolvedPackage::nevra).collect(Collectors.toSet());
        return plan.packages().stream()
                .filter(one -> !kept.contains(one.nevra()))
                .toList();
    }

    /**
     * What an image would hold more, were one more package asked for in the phase that installs the image.
     *
     * @param plan what it would hold without
     * @throws IOException when the solver cannot answer, or the description cannot be read
     */
    public Addition addition(Distro distro, Image image, PlanOptions options, ImagePlan plan, String name)
            throws IOException {
        KiwiSelection selection = selection(distro, image, options.profiles(), options.architecture());
        Set<String> left = new HashSet<>();
        SolveAnswer answer = answer(() -> PackageRequest.of(selection, left).with(name), left, name, options);
        if (!answer.problems().isEmpty()) {
            return new Addition(List.of(), 0, answer.problems().getFirst().message());
        }
        Set<Nevra> held = plan.packages().stream().map(PlannedPackage::nevra).collect(Collectors.toSet());
        List<SolvedPackage> coming = answer.packages().stream()
                .filter(one -> !held.contains(one.nevra()))
                .toList();
        return new Addition(
                coming, held.size() + coming.size() - answer.packages().size(), "");
    }

    /**
     * The answer to a request once it is made without the names that nothing matches.
     *
     * @param left gets those names; the request is made without them
     * @param kept a name that the request always has
     */
    private SolveAnswer answer(Supplier<PackageRequest> request, Set<String> left, String kept, PlanOptions options)
            throws SolverException {
        SolveAnswer answer = solve(request.get(), options, Detail.SET);
        for (List<SolveProblem> missing = unmatched(answer); !missing.isEmpty(); missing = unmatched(answer)) {
            boolean more = false;
            for (SolveProblem one : missing) {
                String name = one.unmatched().orElseThrow();
                more |= !name.equals(kept) && left.add(name);
            }
            if (!more) {
                break;
            }
            answer = solve(request.get(), options, Detail.SET);
        }
        return answer;
    }

    /** Tells whether scripts beside the description run once the packages are installed. */
    private static boolean hasScripts(Distro distro, Image image) throws IOException {
        String path = image.definitionPath().orElse("");
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        for (String script : List.of("config.sh", "images.sh", "post_bootstrap.sh")) {
            if (distro.tree().read(folder + script).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private SolveAnswer solve(PackageRequest request, PlanOptions options, Detail detail) throws SolverException {
        if (request.installs().isEmpty()) {
            return new SolveAnswer(List.of(), List.of(), List.of(), List.of(), List.of(), "");
        }
        return solver.solve(
                request.solve(options.repositories(), ArchitecturePolicy.of(options.architecture()), detail));
    }

    /** The names that nothing matches, where that is all that stands in the way. */
    private static List<SolveProblem> unmatched(SolveAnswer answer) {
        boolean all = answer.problems().stream().allMatch(one -> one.unmatched().isPresent());
        return all ? answer.problems() : List.of();
    }
}
