package dev.milliner.image;

import dev.milliner.image.kiwi.KiwiElement;
import dev.milliner.text.Place;
import java.util.Set;
import java.util.TreeSet;

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

    /** The kinds of file systems that it has: the root's, that laid below it, and that of /boot. */
    Set<String> fileSystems() {
        Set<String> kinds = new TreeSet<>();
        String below = element.value("overlayroot_readonly_filesystem").strip();
        if (element.isTrue("overlayroot")) {
            kinds.add(below.isEmpty() ? "squashfs" : below);
        }
        kinds.add(element.value("filesystem").strip());
        kinds.add(element.value("bootfilesystem").strip());
        kinds.remove("");
        return kinds;
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
