package dev.milliner.workbench.welcome;

import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.Optional;

/**
 * A step of the tour.
 *
 * @param title what it is about
 * @param text what there is to see, and what can be tried
 * @param scene what is brought to the front for it
 * @param at the node that it is about, as CSS selects it
 */
record TourStep(String title, String text, Scene scene, String at) {
    /** What can be brought to the front. */
    sealed interface Scene {}

    /** A component's definition in the editor, at its first overlay. */
    record Definition(String component) implements Scene {}

    /** A page. */
    record Page(String id) implements Scene {}

    /** A command on a component that is brought into focus. */
    record Deed(String component, String command) implements Scene {}

    /** The steps through bowler. */
    static final List<TourStep> BOWLER = List.of(
            new TourStep(
                    Wording.of("welcome.tour-step.components"),
                    Wording.of("welcome.tour-step.components.text"),
                    new Definition("greet"),
                    "#sideHolder"),
            new TourStep(
                    Wording.of("welcome.tour-step.effect"),
                    Wording.of("welcome.tour-step.effect.text"),
                    new Definition("greet"),
                    "#bottomTabs"),
            new TourStep(
                    Wording.of("welcome.tour-step.break"),
                    Wording.of("welcome.tour-step.break.text"),
                    new Definition("greet"),
                    "#editors"),
            new TourStep(
                    Wording.of("welcome.tour-step.spec"),
                    Wording.of("welcome.tour-step.spec.text"),
                    new Deed("ribbon", "overlays.edit-result"),
                    "#edited-result"),
            new TourStep(
                    Wording.of("welcome.tour-step.image"),
                    Wording.of("welcome.tour-step.image.text"),
                    new Page("image"),
                    "#image"),
            new TourStep(
                    Wording.of("welcome.tour-step.build"),
                    Wording.of("welcome.tour-step.build.text"),
                    new Page("builds"),
                    "#buildButton"),
            new TourStep(
                    Wording.of("welcome.tour-step.review"),
                    Wording.of("welcome.tour-step.review.text"),
                    new Page("review"),
                    "#review"),
            new TourStep(
                    Wording.of("welcome.tour-step.keys"),
                    Wording.of("welcome.tour-step.keys.text"),
                    new Page("distro"),
                    ".search-box"));

    /** The component that it is about, if any. */
    Optional<String> component() {
        return switch (scene) {
            case Definition definition -> Optional.of(definition.component());
            case Deed deed -> Optional.of(deed.component());
            case Page page -> Optional.empty();
        };
    }
}
