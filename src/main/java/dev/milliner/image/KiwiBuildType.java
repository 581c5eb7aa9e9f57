package dev.milliner.image;

import dev.milliner.image.kiwi.KiwiElement;
import dev.milliner.text.Place;
import java.util.Set;

/**
 * A {@code <type>} of a description.
 *
 * @param image the kind of image, such as {@code oci}
 * @param primary whether it is built where several count
 * @param ownLoader whether a script of the description installs the boot loader
 * @param uefi whether it starts by UEFI
 * @param place where its opening tag stands
 */
public record KiwiBuildType(String image, boolean primary, boolean ownLoader, boolean uefi, Place place) {
    /** The firmwares that need an EFI system partition. */
    private static final Set<String> UEFI = Set.of("efi", "uefi");

    static KiwiBuildType of(KiwiElement type) {
        return new KiwiBuildType(
                type.value("image").strip(),
                type.isTrue("primary"),
                !type.value("editbootinstall").isEmpty(),
                UEFI.contains(type.value("firmware")),
                type.place());
    }
}
