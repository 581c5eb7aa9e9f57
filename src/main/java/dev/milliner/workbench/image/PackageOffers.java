package dev.milliner.workbench.image;

import dev.milliner.image.Addition;
import dev.milliner.image.ImagePlan;
import dev.milliner.image.PlannedPackage;
import dev.milliner.rpm.NamedPackage;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds packages by what is typed of their names, and then what each would bring, one after the other. */
final class PackageOffers implements AutoCloseable {
    private static final int MOST = 6;

    /**
     * What is offered.
     *
     * @param offers the packages; none where nothing is typed
     * @param words what is to be said beside, or empty
     */
    record Shown(List<Offer> offers, String words) {
        static final Shown NOTHING = new Shown(List.of(), "");

        /** With a list that nobody changes. */
        Shown {
            offers = List.copyOf(offers);
        }
    }

    private final Planning planning;
    private final Consumer<Shown> show;
    private final Later names = new Later(Wording.of("activity.names-packages"));
    private final Later costs = new Later(Wording.of("activity.package-brings"));

    PackageOffers(Planning planning, Consumer<Shown> show) {
        this.planning = planning;
        this.show = show;
    }

    /** Finds what is meant; an empty text means nothing. */
    void find(Question question, ImagePlan plan, String typed) {
        costs.cancel();
        if (typed.isEmpty()) {
            names.cancel();
            show.accept(Shown.NOTHING);
            return;
        }
        names.ask(() -> found(question, plan, typed), found -> {
            show.accept(found);
            price(question, plan, found);
        });
    }

    private Shown found(Question question, ImagePlan plan, String typed) {
        try {
            List<NamedPackage> all = planning.names(question);
            Set<String> held =
                    plan.packages().stream().map(PlannedPackage::name).collect(Collectors.toSet());
            List<Offer> offers = meant(all, typed.toLowerCase(Locale.ROOT))
                    .map(one -> new Offer(one, held.contains(one.name()), Optional.empty()))
                    .toList();
            return new Shown(
                    offers, offers.isEmpty() ? Wording.of("image.package-offers.no-repository-package", typed) : "");
        } catch (IOException unavailable) {
            return new Shown(List.of(), String.valueOf(unavailable.getMessage()));
        }
    }

    /** The name itself first, then those that begin so, then those that hold it. */
    private static Stream<NamedPackage> meant(List<NamedPackage> all, String typed) {
        List<NamedPackage> beginning = new ArrayList<>();
        List<NamedPackage> holding = new ArrayList<>();
        for (NamedPackage one : all) {
            String name = one.name().toLowerCase(Locale.ROOT);
            if (name.equals(typed)) {
                beginning.addFirst(one);
            } else if (name.startsWith(typed)) {
                beginning.add(one);
            } else if (name.contains(typed)) {
                holding.add(one);
            }
        }
        return Stream.concat(beginning.stream(), holding.stream()).limit(MOST);
    }

    /** Works out the next that is not known. */
    private void price(Question question, ImagePlan plan, Shown known) {
        for (int i = 0; i < known.offers().size(); i++) {
            Offer offer = known.offers().get(i);
            if (!offer.held() && offer.addition().isEmpty()) {
                int index = i;
                costs.ask(() -> addition(question, plan, offer), found -> {
                    List<Offer> more = new ArrayList<>(known.offers());
                    more.set(index, offer.with(found));
                    Shown now = new Shown(more, known.words());
                    show.accept(now);
                    price(question, plan, now);
                });
                return;
            }
        }
    }

    private Addition addition(Question question, ImagePlan plan, Offer offer) {
        try {
            return planning.addition(question, plan, offer.named().name());
        } catch (IOException impossible) {
            return new Addition(List.of(), 0, String.valueOf(impossible.getMessage()));
        }
    }

    boolean isSettled() {
        return names.isSettled() && costs.isSettled();
    }

    @Override
    public void close() {
        names.close();
        costs.close();
    }
}
