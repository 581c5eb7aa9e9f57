package dev.milliner.workbench.image;

import dev.milliner.image.Addition;
import dev.milliner.rpm.NamedPackage;
import java.util.Optional;

/**
 * A package that could be added.
 *
 * @param named what it is called
 * @param held whether the image holds it already
 * @param addition what it would bring; empty while that is worked out
 */
record Offer(NamedPackage named, boolean held, Optional<Addition> addition) {
    Offer with(Addition found) {
        return new Offer(named, held, Optional.of(found));
    }
}
