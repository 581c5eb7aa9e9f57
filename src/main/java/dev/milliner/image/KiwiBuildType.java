package dev.milliner.image;

import dev.milliner.image.kiwi.KiwiElement;
import dev.milliner.text.Place;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A {@code <type>} of a description.
 *
 * @param element all that it says
 */
public record KiwiBuildType(KiwiElement element) {
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
        return List.of("efi", "uefi").contains(element.value("firmware").strip());
    }

    /** The kinds of file systems that it has: the root's, that laid below it, and that of /boot. */
    Set<String> fileSystems() {
        Set<String> kinds = new TreeSet<>(List.of(
                element.value("filesystem").strip(),
                element.value("bootfilesystem").strip()));
        if (element.isTrue("overlayroot")) {
            String below = element.value("overlayroot_readonly_filesystem").strip();
            kinds.add(below.isEmpty() ? "squashfs" : below);
        }
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
