package dev.milliner.image;

import dev.milliner.distro.Distro;
import dev.milliner.distro.Image;
import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.ground.Amount;
import dev.milliner.image.ClaimStanding.Verdict;
import dev.milliner.image.ClaimedContents.Finding;
import dev.milliner.image.ClaimedContents.Planned;
import dev.milliner.image.ClaimsFile.Written;
import dev.milliner.image.kiwi.KiwiElement;
import dev.milliner.text.Place;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is claimed of an image that is planned, whether each claim holds, and what shows it. */
public final class ClaimStandings {
    private static final String AS_BUILT = "what was built tells";

    private final ImagePlan plan;
    private final KiwiSelection selection;
    private final ClaimedContents contents;

    private ClaimStandings(ImagePlan plan, KiwiSelection selection) {
        this.plan = plan;
        this.selection = selection;
        this.contents = new Planned(plan, selection, false);
    }

    /**
     * The claims of an image, its {@code capabilities} first.
     *
     * @param plan with the problems that were found
     * @throws IOException when its description can't be read
     */
    public static List<ClaimStanding> of(Distro distro, Image image, ImagePlan plan) throws IOException {
        KiwiSelection selection =
                new KiwiSelection(ImagePlanner.document(distro, image), plan.profiles(), plan.architecture());
        ClaimStandings standings = new ClaimStandings(plan, selection);
        ClaimsFile file = ClaimsFile.of(distro.tree(), image);
        Stream<ClaimStanding> capabilities = Claims.of(image).stream()
                .map(claim -> standings.standing(
                        claim.name(), claim.holds(), standings.capability(claim.name()), claim.place()));
        Stream<ClaimStanding> written = Stream.of(
                        file.maxSize()
                                .map(claim -> standings.standing(
                                        claim, Optional.of("its packages come to " + Amount.of(plan.size(), "byte")))),
                        file.readOnlyRoot().map(claim -> standings.standing(claim, standings.root())),
                        file.writable().map(claim -> standings.standing(claim, Optional.empty())),
                        file.verity().map(claim -> standings.standing(claim, standings.hashTree())))
                .flatMap(Optional::stream);
        return Stream.concat(capabilities, written).toList();
    }

    private ClaimStanding standing(Written<?> claim, Optional<String> proof) {
        return standing(claim.key(), claim.value(), proof, claim.place());
    }

    /** What was found against a claim is a problem at its place that names it; claims that stand nowhere share the image's place. */
    private ClaimStanding standing(String name, Object value, Optional<String> proof, Place place) {
        String words = name + " = " + value;
        return plan.problems().stream()
                .filter(problem -> problem.place().equals(place))
                .filter(problem -> problem.code().equals(FileClaims.SIZE)
                        || problem.message().contains("'" + name + " = "))
                .findFirst()
                .map(problem -> new ClaimStanding(words, verdict(problem), problem.message(), place))
                .orElseGet(() -> new ClaimStanding(
                        words, proof.isPresent() ? Verdict.HOLDS : Verdict.OPEN, proof.orElse(AS_BUILT) + ".", place));
    }

    private static Verdict verdict(Problem problem) {
        return problem.severity() == Severity.NOTE ? Verdict.OPEN : Verdict.FAILS;
    }

    private Optional<String> capability(String name) {
        return switch (name) {
            case "runtime-package-management" -> Optional.of("it " + found(Claims::isManager, "package manager"));
            case "systemd" -> Optional.of("it " + found("systemd"::equals, "systemd"));
            case "container" ->
                Optional.of("its KIWI type is " + selection.type() + ", and it " + found(Claims::isKernel, "kernel"));
            case "machine-bootable" ->
                Optional.of("it " + found(Claims::isKernel, "kernel") + ", and it "
                        + (contents.hasLoaderFile()
                                ? "brings a loader of its own"
                                : found(Claims::isLoader, "boot loader")));
            default -> Optional.empty();
        };
    }

    private String found(Predicate<String> packages, String what) {
        return contents.holds() + " "
                + contents.find(packages)
                        .map(Finding::words)
                        .orElse("no " + what + " among "
                                + Amount.of(plan.packages().size(), "package"));
    }

    private Optional<String> root() {
        return selection.buildType().map(type -> {
            KiwiElement element = type.element();
            return element.isTrue("overlayroot")
                    ? "overlayroot lays "
                            + (element.value("overlayroot_write_partition")
                                            .strip()
                                            .equals("false")
                                    ? "nothing"
                                    : "a partition")
                            + " over the root that takes what is written"
                    : "the root is of " + element.value("filesystem").strip();
        });
    }

    /** What a script does to the finished disk is not told before it is built. */
    private Optional<String> hashTree() {
        return selection
                .buildType()
                .map(type -> type.element().value("verity_blocks").strip())
                .filter(blocks -> !blocks.isEmpty())
                .map(blocks -> "the type has verity_blocks");
    }
}
