package dev.milliner.workbench.image;

import dev.milliner.distro.Distro;
import dev.milliner.distro.Image;
import dev.milliner.image.ImagePlan;
import dev.milliner.image.ImagePlanner;
import dev.milliner.image.KiwiItem;
import dev.milliner.image.KiwiRepository;
import dev.milliner.image.PlanOptions;
import dev.milliner.image.PlannedPackage;
import dev.milliner.rpm.Repositories;
import dev.milliner.rpm.RepositoryMetadata;
import dev.milliner.solve.PackageSolver;
import dev.milliner.solve.SolveRequest.Detail;
import dev.milliner.source.Place;
import dev.milliner.workbench.Later;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Plans the chosen image, again with every edit. The solver runs in a process of its own that is kept warm; nothing is
 * fetched from the network unless the user asks.
 */
final class ImageDesk implements AutoCloseable {
    private static final String ARCHITECTURE = "x86_64";

    private final PackageSolver solver = new PackageSolver();
    private final Repositories repositories = new Repositories();
    private final Later later = new Later("image");
    private final Later exact = new Later("image sizes");
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private List<Named> given = List.of();
    private boolean mayFetch;

    /** A repository that the user names in place of the image's own. */
    record Named(String id, String uri) {
        boolean isRemote() {
            return uri.startsWith("http://") || uri.startsWith("https://");
        }
    }

    /**
     * What the page shows.
     *
     * @param image the image's name
     * @param plan what it would hold, or null where that can't be told
     * @param why why it can't be told, or empty
     * @param remote whether repositories were left out because they need the network
     * @param took how long it took
     */
    record Shown(String image, @Nullable ImagePlan plan, String why, boolean remote, Duration took) {}

    ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Takes repositories in place of the image's own; empty for the image's own. */
    void use(List<Named> named) {
        given = List.copyOf(named);
    }

    /** Allows repositories to be fetched from the network, from now on. */
    void allowFetching() {
        mayFetch = true;
    }

    void plan(Distro distro, Image image) {
        List<Named> named = given;
        boolean fetch = mayFetch;
        exact.cancel();
        later.ask(() -> work(distro, image, named, fetch, Detail.REASONS), first -> {
            shown.set(first);
            // What exactly leaves with each package takes a solution for each, so it comes a moment later.
            if (first.plan() != null) {
                exact.ask(() -> work(distro, image, named, fetch, Detail.REMOVALS), shown::set);
            }
        });
    }

    private Shown work(Distro distro, Image image, List<Named> named, boolean fetch, Detail detail) {
        long start = System.nanoTime();
        boolean[] remote = new boolean[1];
        try {
            List<RepositoryMetadata> from = new ArrayList<>();
            for (Named each : named.isEmpty() ? own(distro, image) : named) {
                if (each.isRemote() && !fetch) {
                    remote[0] = true;
                } else {
                    from.add(repositories.get(each.id(), each.uri(), RepositoryMetadata.DEFAULT_PRIORITY));
                }
            }
            if (from.isEmpty()) {
                return new Shown(image.name(), null, nothing(remote[0]), remote[0], since(start));
            }
            ImagePlan plan = new ImagePlanner(solver)
                    .plan(distro, image, new PlanOptions(from, Optional.empty(), ARCHITECTURE), detail);
            return new Shown(image.name(), plan, "", remote[0], since(start));
        } catch (IOException unavailable) {
            return new Shown(image.name(), null, String.valueOf(unavailable.getMessage()), remote[0], since(start));
        }
    }

    private static String nothing(boolean remote) {
        return remote
                ? "The image's repositories lie on the network and were not fetched yet."
                : "The image names no repository. Name one above, as ID=URI.";
    }

    private static List<Named> own(Distro distro, Image image) throws IOException {
        List<Named> own = new ArrayList<>();
        for (KiwiRepository repository : ImagePlanner.selection(distro, image, Optional.empty(), ARCHITECTURE)
                .repositories()) {
            own.add(new Named(
                    repository.alias().isEmpty() ? "repository-" + (own.size() + 1) : repository.alias(),
                    repository.source()));
        }
        return own;
    }

    /** Where an image's description asks for a package. */
    static Optional<Place> placeOf(Distro distro, Image image, PlannedPackage one) {
        try {
            return ImagePlanner.selection(distro, image, Optional.empty(), ARCHITECTURE)
                    .items(one.phase(), KiwiItem.Kind.PACKAGE)
                    .stream()
                    .filter(item -> item.name().equals(one.name()))
                    .map(KiwiItem::place)
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    boolean isSettled() {
        return later.isSettled() && exact.isSettled();
    }

    @Override
    public void close() {
        solver.close();
    }
}
