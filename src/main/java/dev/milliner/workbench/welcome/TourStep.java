package dev.milliner.workbench.welcome;

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
                    "Seven components make bowler",
                    "Some come from Felt, its upstream, and some lie in the tree. The explorer lists them with what changes them; type into its"
                            + " field to filter, such as has:overlays.",
                    new Definition("greet"),
                    "#sideHolder"),
            new TourStep(
                    "What an overlay really does",
                    "This one makes greet a static program. The panel below shows the line that it changes in Felt's spec, and the remark behind"
                            + " the overlay says it too.",
                    new Definition("greet"),
                    "#bottomTabs"),
            new TourStep(
                    "Break it",
                    "Click into the line regex and change ^gcc to ^gccc. At once the panel, the remark and the problems say that it matches nothing, and what line"
                            + " is nearest. Ctrl+Z takes it back.",
                    new Definition("greet"),
                    "#editors"),
            new TourStep(
                    "Change the spec, not the overlay",
                    "Here is ribbon's spec as it will be built. Click below %install and type, such as a line echo Bowler: the overlay that does that is written"
                            + " at the right, and applied again to prove it.",
                    new Deed("ribbon", "overlays.edit-result"),
                    "#edited-result"),
            new TourStep(
                    "What an image will hold, and why",
                    "Before anything is built: every package with its size, who asked for it, and what would go with it. DNF's own solver tells.",
                    new Page("image"),
                    "#image"),
            new TourStep(
                    "Build it",
                    "F9 builds the container for x86-64-v3, as you and without the network. The log is live; in the end what was built is held against what"
                            + " was promised here.",
                    new Page("builds"),
                    "#buildButton"),
            new TourStep(
                    "What did I change?",
                    "The review says what your edits change in effect: components, packages, images, and what would have to be built again. The"
                            + " status line has it in a word all the time.",
                    new Page("review"),
                    "#review"),
            new TourStep(
                    "All of it by keys",
                    "Ctrl+P finds anything, Ctrl+Shift+P runs any command, Ctrl+, has the settings and all keys. Your own distro: Ctrl+O.",
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
