package dev.milliner.image;

import dev.milliner.image.kiwi.KiwiElement;
import dev.milliner.text.Place;
import java.util.Set;

/**
 * A {@code <type>} of a description.
 *
 * @param element all that it says
 */
public record KiwiBuildType(KiwiElement element) {
    /** The firmwares that need an EFI system partition. */
    private static final Set<String> UEFI = Set.of("efi", "uefi");

    /** The kind of image, such as {@code oci}. */
    public String image() {
        return element.value("image").strip();
    }

    /** Tells whether it is built where several count. */
    boolean primary() {
        return element.isTrue("primary");
    }

    /** Tells whether a script of the description installs the boot loader. */
    boolean ownLoader() {
        return !element.value("editbootinstall").isEmpty();
    }

    /** Tells whether it starts by UEFI. */
    boolean uefi() {
        return UEFI.contains(element.value("firmware").strip());
    }

    /** What makes its initial file system: {@code dracut}, {@code kiwi} or {@code none}. */
    String initrdSystem() {
        String written = element.value("initrd_system").strip();
        return switch (image()) {
            case "iso" -> "dracut";
            case "oem", "kis" -> written.isEmpty() ? "dracut" : written;
            case "pxe" -> written.isEmpty() ? "kiwi" : written;
            default -> written.isEmpty() ? "none" : written;
        };
    }

    /** Where its opening tag stands. */
    public Place place() {
        return element.place();
    }
}
