package dev.milliner.command;

import dev.milliner.distro.Causes;
import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Faults;
import dev.milliner.distro.Image;
import dev.milliner.distro.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The parts of a tree that something can be made of. Where {@code check} finds an error in what a part needs, the part is
 * refused in {@code check}'s own words.
 *
 * @param distro the tree
 */
record SoundParts(Distro distro) {
    /**
     * A component.
     *
     * @throws InputException where there is none of that name, or it is faulty
     */
    Component component(String name) {
        Component component = distro.components().get(name);
        if (component == null) {
            throw new InputException(
                    missing("component", name, distro.components().keySet()));
        }
        demand(name, Faults.of(distro, component));
        return component;
    }

    /**
     * An image; its components are not looked at.
     *
     * @throws InputException where there is none of that name, or it is faulty
     */
    Image image(String name) {
        Image image = distro.images().get(name);
        if (image == null) {
            throw new InputException(missing("image", name, distro.images().keySet()));
        }
        demand(name, Faults.of(distro, image));
        return image;
    }

    /**
     * Refuses what has errors.
     *
     * @param what what they stand in the way of
     * @throws InputException where there are some
     */
    void demand(String what, List<Problem> errors) {
        if (!errors.isEmpty()) {
            throw new InputException("There are errors in what " + TerminalOutput.oneLine(what)
                    + " needs, so nothing was done. Correct them:\n" + lines(errors));
        }
    }

    /** Why a component, which is there, is refused; empty where it is sound. */
    Optional<String> fault(Component component) {
        List<Problem> errors = Faults.of(distro, component);
        return errors.isEmpty() ? Optional.empty() : Optional.of(lines(errors));
    }

    /** Says that a name stands for nothing, and which faults of the tree may be why. */
    String missing(String what, String name, Collection<String> known) {
        List<Problem> errors = Faults.ofTree(distro);
        return new NameAsked(what, name).missing(known)
                + (errors.isEmpty() ? "" : " Errors in the tree may be why:\n" + lines(errors));
    }

    private String lines(List<Problem> errors) {
        return Causes.of(errors, distro.tree()).stream().map(ProblemText::lines).collect(Collectors.joining("\n"));
    }
}
