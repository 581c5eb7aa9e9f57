package dev.milliner.workbench.image;

import dev.milliner.build.history.BuildStore;
import dev.milliner.build.rpm.NotBuiltYet;
import dev.milliner.image.ClaimStanding;
import dev.milliner.image.ImageDifference;
import dev.milliner.image.ImagePlan;
import dev.milliner.image.PlannedFile;
import dev.milliner.image.PlannedPackage;
import dev.milliner.solve.SolveRequest.Detail;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Plans the chosen image, again with every edit. The solver runs in a process of its own that is kept warm; nothing is
 * fetched from the network unless the user asks.
 */
final class ImageDesk implements AutoCloseable {
    private final Planning planning;
    private final Later later = new Later(Wording.of("activity.image"));
    private final Later exact = new Later(Wording.of("activity.image-sizes"));
    private final Later comparing = new Later(Wording.of("activity.image-compare"));
    private final Later headComparing = new Later(Wording.of("activity.image-head"));
    private final Later listing = new Later(Wording.of("activity.image-files"));
    private final Later leaves = new Later(Wording.of("activity.image-without-packages"));
    private final ReadOnlyObjectWrapper<@Nullable Leaving> leaving = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Compared> compared = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Compared> head = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Listed> listed = new ReadOnlyObjectWrapper<>();

    private final ReadOnlyObjectWrapper<PackageOffers.Shown> offered =
            new ReadOnlyObjectWrapper<>(PackageOffers.Shown.NOTHING);
    private final PackageOffers offers;

    ImageDesk(BuildStore builds) {
        planning = new Planning(builds);
        offers = new PackageOffers(planning, offered::set);
    }

    /**
     * What the page shows.
     *
     * @param question what was asked
     * @param plan what the image would hold, or null where that can't be told
     * @param claims what is claimed of the image, and what shows that it holds
     * @param tiles the plan as a map by size
     * @param profiles the description's profiles
     * @param why why it can't be told, or empty
     * @param remote whether repositories were left out because they need the network
     * @param unbuilt whether its packages have to be built first
     */
    record Shown(
            Question question,
            @Nullable ImagePlan plan,
            List<ClaimStanding> claims,
            List<TreemapView.Item> tiles,
            List<String> profiles,
            String why,
            boolean remote,
            boolean unbuilt) {}

    /**
     * A comparison.
     *
     * @param other what the image was compared with
     * @param difference what differs, or null where that can't be told
     * @param why why not, or empty
     */
    record Compared(Other other, @Nullable ImageDifference difference, String why) {}

    /** The files of a plan, or why they can't be listed. */
    record Listed(List<PlannedFile> files, String why) {}

    /**
     * What leaves with several packages.
     *
     * @param selected the packages
     * @param leaves what the image would no longer hold without those of them that are asked for, these included
     * @param why why that cannot be told, or empty
     */
    record Leaving(List<PlannedPackage> selected, List<PlannedPackage> leaves, String why) {}

    /** What could be added by the name that is typed. */
    ReadOnlyObjectProperty<PackageOffers.Shown> offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    /** Finds packages that could be added. */
    void offer(String typed) {
        Shown now = shown.get();
        ImagePlan plan = now == null ? null : now.plan();
        if (now != null && plan != null) {
            offers.find(now.question(), plan, typed);
        }
    }

    /** What is claimed of the image that is shown. */
    List<ClaimStanding> claims() {
        Shown now = shown.get();
        return now == null ? List.of() : now.claims();
    }

    ReadOnlyObjectProperty<@Nullable Leaving> leavingProperty() {
        return leaving.getReadOnlyProperty();
    }

    /** Finds out what leaves with packages; with one alone that is in the plan. */
    void leaving(List<PlannedPackage> selected) {
        Shown now = shown.get();
        ImagePlan plan = now == null ? null : now.plan();
        if (now == null
                || plan == null
                || selected.size() < 2
                || selected.stream().noneMatch(PlannedPackage::asked)) {
            leaves.cancel();
            leaving.set(null);
            return;
        }
        leaves.ask(() -> leaves(now.question(), plan, selected), leaving::set);
    }

    private Leaving leaves(Question question, ImagePlan plan, List<PlannedPackage> selected) {
        try {
            return new Leaving(selected, planning.leaves(question, plan, selected), "");
        } catch (IOException impossible) {
            return new Leaving(selected, List.of(), String.valueOf(impossible.getMessage()));
        }
    }

    ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The comparison that the user asked for. */
    ReadOnlyObjectProperty<@Nullable Compared> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /** The comparison with HEAD that is always made. */
    ReadOnlyObjectProperty<@Nullable Compared> headProperty() {
        return head.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Listed> listedProperty() {
        return listed.getReadOnlyProperty();
    }

    void plan(Question question) {
        exact.cancel();
        later.ask(() -> work(question, Detail.REASONS), first -> {
            shown.set(first);
            ImagePlan plan = first.plan();
            if (plan == null) {
                return;
            }
            headComparing.ask(() -> difference(question, plan, Other.Commit.HEAD), head::set);
            // What exactly leaves with each package takes a solution for each, so it comes a moment later.
            exact.ask(() -> work(question, Detail.REMOVALS), shown::set);
        });
    }

    private Shown work(Question question, Detail detail) {
        boolean remote = false;
        try {
            Optional<String> why = Planning.unplanned(question);
            if (why.isPresent()) {
                return unknown(question, why.get(), false);
            }
            Planning.Sources sources = planning.sources(question);
            remote = sources.leftOut();
            if (sources.metadata().isEmpty()) {
                return unknown(question, nothing(remote), remote);
            }
            ImagePlan plan = planning.plan(question, sources.metadata(), detail);
            return new Shown(
                    question,
                    plan,
                    planning.claims(question, plan),
                    SizeMap.of(plan),
                    profiles(question),
                    "",
                    remote,
                    false);
        } catch (NotBuiltYet nothing) {
            return new Shown(
                    question,
                    null,
                    List.of(),
                    List.of(),
                    profiles(question),
                    String.valueOf(nothing.getMessage()),
                    remote,
                    true);
        } catch (IOException unavailable) {
            return unknown(question, String.valueOf(unavailable.getMessage()), remote);
        }
    }

    private static Shown unknown(Question question, String why, boolean remote) {
        return new Shown(question, null, List.of(), List.of(), profiles(question), why, remote, false);
    }

    private static List<String> profiles(Question question) {
        return Planning.profiles(question.distro(), question.image());
    }

    private static String nothing(boolean remote) {
        return remote ? Wording.of("image.desk.repositories-remote") : Wording.of("image.desk.image-names-no");
    }

    /** Compares what is shown with something else. */
    void compare(Other other) {
        Shown now = shown.get();
        ImagePlan plan = now == null ? null : now.plan();
        if (now != null && plan != null) {
            comparing.ask(() -> difference(now.question(), plan, other), compared::set);
        }
    }

    private Compared difference(Question question, ImagePlan plan, Other other) {
        try {
            return new Compared(other, planning.compare(question, plan, other), "");
        } catch (IOException impossible) {
            return new Compared(other, null, String.valueOf(impossible.getMessage()));
        }
    }

    /** Lists the files of what is shown. */
    void list() {
        Shown now = shown.get();
        ImagePlan plan = now == null ? null : now.plan();
        if (now != null && plan != null) {
            listing.ask(() -> files(now.question(), plan), listed::set);
        }
    }

    private Listed files(Question question, ImagePlan plan) {
        try {
            return new Listed(planning.files(question, plan), "");
        } catch (IOException unavailable) {
            return new Listed(List.of(), String.valueOf(unavailable.getMessage()));
        }
    }

    /** What is shown, where it is the plan of an image. */
    Optional<ImagePlan> planned(String image) {
        return Optional.ofNullable(shown.get())
                .filter(one -> one.question().image().name().equals(image))
                .map(Shown::plan)
                .filter(Objects::nonNull);
    }

    boolean isSettled() {
        return later.isSettled()
                && exact.isSettled()
                && comparing.isSettled()
                && headComparing.isSettled()
                && listing.isSettled()
                && leaves.isSettled()
                && offers.isSettled();
    }

    @Override
    public void close() {
        List.of(later, exact, comparing, headComparing, listing, leaves).forEach(Later::close);
        offers.close();
        planning.close();
    }
}
