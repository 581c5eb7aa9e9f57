package dev.milliner.workbench.image;

import dev.milliner.distro.Overlay;
import dev.milliner.distro.Problem;
import dev.milliner.image.ClaimStanding;
import dev.milliner.image.ClaimStanding.Verdict;
import dev.milliner.image.ImagePlan;
import dev.milliner.image.Inspection;
import dev.milliner.image.Inspection.Inspected;
import dev.milliner.image.PlannedPackage;
import dev.milliner.solve.Need;
import dev.milliner.solve.SolveProblem;
import dev.milliner.workbench.base.Facts;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What is to be known of one package of an image, or of the image where none is selected. */
final class PackageDetails {
    private static final int MOST_CHAINS = 6;
    private static final int MOST_NAMES = 40;

    private final VBox rows;
    private final ImageActions actions;
    private final Consumer<String> select;
    private final Consumer<String> toEvidence;
    /** Kept, so that a plan that comes meanwhile does not take what is being typed. */
    private final PackageAddition addition;

    private Runnable lost = () -> {};
    private @Nullable ImagePlan planned;
    private Optional<Inspection> built = Optional.empty();
    private ImageDesk.@Nullable Leaving leaving;
    private List<ClaimStanding> claims = List.of();

    /**
     * Makes the panel.
     *
     * @param select brings a package of a name to the front
     * @param toEvidence brings what a built image shows of a package to the front
     * @param typed told what is typed of the name of a package to add
     */
    PackageDetails(
            VBox rows,
            ImageActions actions,
            Consumer<String> select,
            Consumer<String> toEvidence,
            Consumer<String> typed) {
        this.rows = rows;
        this.actions = actions;
        this.select = select;
        this.toEvidence = toEvidence;
        addition = new PackageAddition(typed, this::add);
    }

    /**
     * Takes what else is known.
     *
     * @param inspection what the built image holds
     * @param known what leaves with several packages; null where that was not asked for or is not known yet
     * @param claimed what is claimed of the image
     */
    void take(Optional<Inspection> inspection, ImageDesk.@Nullable Leaving known, List<ClaimStanding> claimed) {
        built = inspection;
        leaving = known;
        claims = claimed;
    }

    void show(@Nullable ImagePlan plan, List<PlannedPackage> selected) {
        List<Node> made = new ArrayList<>();
        if (plan != null && selected.size() > 1) {
            addSeveral(made, selected);
        } else if (plan != null && !selected.isEmpty()) {
            addPackage(made, plan, selected.getFirst());
        } else if (plan != null) {
            addImage(made, plan);
        }
        replace(made);
    }

    /** Says what gets the keyboard when what had it here goes, as a button does whose package was removed. */
    void whenLost(Runnable take) {
        lost = take;
    }

    private void replace(List<Node> made) {
        Scene scene = rows.getScene();
        Node owner = scene != null && rows.isFocusWithin() ? scene.getFocusOwner() : null;
        rows.getChildren().setAll(made);
        if (owner != null && owner.getScene() == null) {
            lost.run();
        }
    }

    /** What leaves with several packages at once, which is often more than with each of them. */
    private void addSeveral(List<Node> made, List<PlannedPackage> selected) {
        made.add(Facts.heading(Wording.counted("count.package", selected.size()).toUpperCase(Locale.ROOT)));
        made.add(Facts.fact(
                Wording.of("image.package-details.size"),
                Words.size(selected.stream().mapToLong(PlannedPackage::size).sum())));
        List<String> pulled = selected.stream()
                .filter(one -> !one.asked())
                .map(PlannedPackage::name)
                .toList();
        if (!pulled.isEmpty()) {
            made.add(Facts.fact(Wording.of("image.package-details.not-asked"), String.join(", ", pulled)));
        }
        ImageDesk.Leaving now = leaving;
        if (now == null || !now.selected().equals(selected)) {
            made.add(Facts.fact(
                    Wording.of("image.package-details.without-them"),
                    pulled.size() == selected.size() ? Wording.of("image.package-details.they-leave-needs") : "…"));
            return;
        }
        if (!now.why().isEmpty()) {
            made.add(Facts.fact(Wording.of("image.package-details.without-them"), now.why()));
            return;
        }
        made.add(Facts.fact(
                Wording.of("image.package-details.without-them"),
                "−"
                        + Words.size(now.leaves().stream()
                                .mapToLong(PlannedPackage::size)
                                .sum()) + ", "
                        + Wording.counted("count.package", now.leaves().size())));
        made.add(Facts.heading(Wording.of("image.package-details.leave")));
        links(made, now.leaves().stream().map(PlannedPackage::name).sorted().toList());
    }

    private void addImage(List<Node> made, ImagePlan plan) {
        made.add(Facts.heading(plan.image().toUpperCase(Locale.ROOT)));
        plan.profile().ifPresent(profile -> made.add(Facts.fact(Wording.of("image.package-details.profile"), profile)));
        made.add(Facts.fact(Wording.of("image.package-details.architecture"), plan.architecture()));
        made.add(Facts.fact(Wording.of("image.package-details.solver"), plan.solver()));
        planned = plan;
        made.add(addition.node());
        if (!plan.problems().isEmpty() || !plan.unsolved().isEmpty()) {
            made.add(Facts.heading(Wording.of("image.package-details.problems")));
        }
        for (Problem problem : plan.problems()) {
            HBox row = Facts.fact(problem.severity().name().toLowerCase(Locale.ROOT), problem.message());
            row.setAccessibleText(problem.message());
            made.add(Facts.pressable(row, () -> actions.goTo(problem.place())));
        }
        addUnsolved(made, plan);
        addClaims(made);
    }

    /** Claims that do not hold stand among the problems. */
    private void addClaims(List<Node> made) {
        List<ClaimStanding> standing = claims.stream()
                .filter(claim -> claim.verdict() != Verdict.FAILS)
                .toList();
        if (!standing.isEmpty()) {
            made.add(Facts.heading(Wording.of("image.package-details.claims")));
        }
        for (ClaimStanding claim : standing) {
            HBox row = Facts.fact(
                    claim.verdict() == Verdict.HOLDS
                            ? "✓ " + Wording.of("image.package-details.holds")
                            : "? " + Wording.of("image.package-details.open"),
                    claim.claim() + ": " + claim.proof());
            row.setAccessibleText(claim.claim() + ": " + claim.proof());
            made.add(Facts.pressable(row, () -> actions.goTo(claim.place())));
        }
    }

    private static void addUnsolved(List<Node> made, ImagePlan plan) {
        for (SolveProblem problem : plan.unsolved()) {
            String solutions = problem.solutions().isEmpty() ? "" : "\n" + String.join("\n", problem.solutions());
            made.add(Facts.fact(Wording.of("image.package-details.unsolved"), problem.message() + solutions));
        }
    }

    private void add(String name) {
        ImagePlan plan = planned;
        if (plan != null) {
            actions.add(plan, name);
        }
    }

    /** Shows what could be added by the name that is typed. */
    void offer(PackageOffers.Shown offered) {
        addition.show(offered);
    }

    private void addPackage(List<Node> made, ImagePlan plan, PlannedPackage one) {
        made.add(Facts.heading(
                one.name().toUpperCase(Locale.ROOT) + " " + one.nevra().version()));
        made.add(Facts.fact(Wording.of("image.package-details.summary"), one.summary()));
        made.add(Facts.fact(Wording.of("image.package-details.because"), one.reason()));
        made.add(Facts.fact(
                Wording.of("image.package-details.phase"), one.phase().label()));
        made.add(Facts.fact(Wording.of("image.package-details.size"), Words.size(one.size())));
        made.add(Facts.fact(
                one.asked()
                        ? Wording.of("image.package-details.remove-it")
                        : Wording.of("image.package-details.leads-to"),
                "−" + Words.size(one.addedSize())));
        made.add(Facts.fact(Wording.of("image.package-details.repository"), one.repository()));
        made.add(Facts.fact(Wording.of("image.package-details.licence"), one.license()));
        made.add(Facts.fact(Wording.of("image.package-details.source"), one.source()));
        addComponent(made, one);
        addLevel(made, one);
        if (one.asked()) {
            Button button = new Button(Wording.of("image.package-details.remove-from-description"));
            button.getStyleClass().setAll("button", "plain-button", "small-button");
            button.setOnAction(event -> actions.remove(plan, one));
            made.add(Facts.row(button));
        }
        int index = plan.packages().indexOf(one);
        addChains(made, plan, index);
        made.add(Facts.heading(Wording.of("image.package-details.needs")));
        names(made, plan, plan.graph().needsOf(index).stream().map(Need::to).toList());
        made.add(Facts.heading(Wording.of("image.package-details.needed-by")));
        names(made, plan, plan.graph().neededBy(index).stream().map(Need::from).toList());
    }

    /** What the built image shows of its level, or the way there where none was read yet. */
    private void addLevel(List<Node> made, PlannedPackage one) {
        Optional<Inspected> shown = built.flatMap(inspection -> inspection.packages().stream()
                .filter(each -> each.installed().name().equals(one.name()))
                .findFirst());
        if (built.isPresent() && shown.isEmpty()) {
            made.add(Facts.fact(
                    Wording.of("image.package-details.as-built"),
                    Wording.of("image.package-details.built-image-does")));
            return;
        }
        Hyperlink link =
                new Hyperlink(shown.map(each -> Words.capital(each.level().words()))
                        .orElse(Wording.of("image.package-details.see-built-image")));
        link.setId("level-as-built");
        link.setAlignment(Pos.CENTER_LEFT);
        link.setOnAction(event -> toEvidence.accept(one.name()));
        made.add(Facts.row(Wording.of("image.package-details.as-built"), link));
        shown.ifPresent(each -> made.add(Facts.fact(
                Wording.of("image.package-details.shown-by"), each.shown().reason())));
    }

    private void addComponent(List<Node> made, PlannedPackage one) {
        one.component()
                .ifPresent(component -> made.add(Facts.fact(Wording.of("image.package-details.component"), component)));
        for (Overlay overlay : one.overlays()) {
            Hyperlink link = new Hyperlink(overlay.type());
            link.setOnAction(event -> actions.goTo(overlay.place()));
            made.add(Facts.row(Wording.of("image.package-details.overlay"), link));
        }
    }

    private static void addChains(List<Node> made, ImagePlan plan, int index) {
        List<List<Integer>> chains = plan.graph().chains(index, MOST_CHAINS);
        if (chains.stream().allMatch(chain -> chain.size() < 2)) {
            return;
        }
        made.add(Facts.heading(Wording.of("image.package-details.why")));
        for (List<Integer> chain : chains) {
            Label text = new Label(
                    chain.stream().map(step -> plan.packages().get(step).name()).collect(Collectors.joining(" → ")));
            text.setWrapText(true);
            made.add(Facts.row(text));
        }
    }

    private void names(List<Node> made, ImagePlan plan, List<Integer> indexes) {
        links(
                made,
                indexes.stream()
                        .distinct()
                        .map(each -> plan.packages().get(each).name())
                        .sorted()
                        .toList());
    }

    private void links(List<Node> made, List<String> names) {
        if (names.isEmpty()) {
            Label nothing = new Label(Wording.of("image.package-details.nothing"));
            nothing.getStyleClass().add("second");
            made.add(Facts.row(nothing));
            return;
        }
        FlowPane links = new FlowPane(8, 2);
        for (String name : names.subList(0, Math.min(MOST_NAMES, names.size()))) {
            Hyperlink link = new Hyperlink(name);
            link.setOnAction(event -> select.accept(name));
            links.getChildren().add(link);
        }
        if (names.size() > MOST_NAMES) {
            links.getChildren().add(new Label(Wording.of("image.package-details.more", names.size() - MOST_NAMES)));
        }
        HBox.setHgrow(links, Priority.ALWAYS);
        made.add(Facts.row(links));
    }
}
