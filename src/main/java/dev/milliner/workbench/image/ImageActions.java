package dev.milliner.workbench.image;

import dev.milliner.distro.Distro;
import dev.milliner.image.ImagePlan;
import dev.milliner.image.PlanFormat;
import dev.milliner.image.PlannedPackage;
import dev.milliner.text.Place;
import java.nio.file.Path;
import java.util.Optional;

/** What the image page has others do for it. */
public interface ImageActions {
    /** Goes to a place in the editor. */
    void goTo(Place place);

    /** Takes a package out of the description that asks for it. */
    void remove(ImagePlan plan, PlannedPackage one);

    /** Adds a package to the description. */
    void add(ImagePlan plan, String name);

    /** Takes back the newest change of a description that was made here, and not yet taken back. */
    void undo();

    /** Saves a plan where the user says. */
    void export(Distro distro, ImagePlan plan, PlanFormat format);

    /** Asks for a built image. */
    Optional<Path> chooseArtifact();
}
