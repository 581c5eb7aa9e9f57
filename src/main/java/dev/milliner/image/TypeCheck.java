package dev.milliner.image;

import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.image.kiwi.KiwiAttribute;
import dev.milliner.image.kiwi.KiwiElement;
import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what KIWI refuses of the type that it is to build, before its first step (its runtime_checker.py). */
final class TypeCheck {
    /** What only a build is refused for: the description itself is sound, and can be previewed. */
    static final String MODULE = "kiwi-dracut-module";

    private static final String CODE = "kiwi-type";

    /** The size of an ISO's EFI image that can still be loaded, in MiB. */
    private static final int LARGEST_EFI_IMAGE = 31;

    private static final Set<String> LOADERS_WITH_VARIABLES = Set.of("grub2", "grub2_s390x_emu", "custom");

    private final KiwiSelection selection;
    private final KiwiBuildType type;
    private final List<Problem> problems = new ArrayList<>();

    private TypeCheck(KiwiSelection selection, KiwiBuildType type) {
        this.selection = selection;
        this.type = type;
    }

    static List<Problem> of(KiwiSelection selection, KiwiBuildType type) {
        TypeCheck check = new TypeCheck(selection, type);
        check.bootDescription();
        check.efiImage();
        check.volumes();
        check.dracutModules();
        check.xen();
        check.loaderVariables();
        check.hashTree();
        return check.problems;
    }

    private void error(String message, Place place) {
        problems.add(new Problem(Severity.ERROR, CODE, message, place));
    }

    private Stream<KiwiElement> within(String... path) {
        Stream<KiwiElement> found = Stream.of(type.element());
        for (String name : path) {
            found = found.flatMap(one -> one.children(name).stream());
        }
        return found;
    }

    private void bootDescription() {
        Optional<KiwiAttribute> boot =
                type.element().attribute("boot").filter(one -> !one.value().isEmpty());
        boolean own = type.initrdSystem().equals("kiwi");
        boot.filter(one -> !own)
                .ifPresent(one -> error(
                        "'boot' names a boot image of KIWI's own, and the initial file system is made by "
                                + type.initrdSystem() + ". Remove 'boot', or write initrd_system=\"kiwi\".",
                        one.place()));
        if (own && boot.isEmpty() && Set.of("oem", "pxe").contains(type.image())) {
            error("initrd_system=\"kiwi\" needs 'boot', the description of the boot image. Add it.", type.place());
        }
    }

    private void efiImage() {
        type.element()
                .attribute("efifatimagesize")
                .filter(one -> one.value().strip().matches("\\+?[0-9]{1,9}"))
                .filter(one -> Integer.parseInt(one.value().strip()) > LARGEST_EFI_IMAGE)
                .ifPresent(one -> error(
                        "'efifatimagesize' is more than " + LARGEST_EFI_IMAGE
                                + ", which firmware can't load. Make it smaller.",
                        one.place()));
    }

    private void volumes() {
        List<KiwiElement> whole = within("systemdisk", "volume")
                .filter(volume -> sizeOf(volume).contains("all"))
                .toList();
        if (whole.size() > 1) {
            error(
                    "Only one volume can take all that is left, and "
                            + whole.getFirst().place().file() + ":"
                            + whole.getFirst().place().range().line() + " does. Give this one a size.",
                    whole.get(1).place());
        }
        within("systemdisk", "volume")
                .filter(volume -> selection.matches(volume.architectures()))
                .filter(TypeCheck::isRoot)
                .forEach(volume -> error(
                        "The root volume has no name and mount point of its own. Write <volume name=\"@root\""
                                + " size=\"…\"/>.",
                        volume.place()));
    }

    private static String sizeOf(KiwiElement volume) {
        String size = volume.value("size");
        return size.isEmpty() ? volume.value("freespace") : size;
    }

    private static boolean isRoot(KiwiElement volume) {
        String name = volume.value("name");
        String mounted = volume.value("mountpoint");
        return !name.contains("@root") && (mounted.isEmpty() ? name : mounted).equals("/");
    }

    private void dracutModules() {
        boolean dracut = type.initrdSystem().equals("dracut");
        if (type.image().equals("oem") && dracut) {
            boolean resized = within("oemconfig", "oem-resize")
                    .findFirst()
                    .map(one -> List.of("true", "1").contains(one.text()))
                    .orElse(true);
            boolean installed =
                    Stream.of("installiso", "installstick", "installpxe").anyMatch(type.element()::isTrue);
            demand(resized, "oem-repart", "the disk grows at its first boot; <oem-resize>false</oem-resize> ends that");
            demand(installed, "oem-dump", "installation media are made");
        }
        boolean live = type.image().equals("iso")
                && !type.element().value("flags").strip().equals("dmsquash");
        demand(live, "live", "the image is a live system");
        demand(dracut && type.element().isTrue("overlayroot"), "overlay", "the root is overlaid");
    }

    private void demand(boolean wanted, String module, String why) {
        List<String> names = List.of("dracut-kiwi-" + module, "kiwi-dracut-" + module);
        boolean there = Stream.of(Phase.values())
                .flatMap(phase -> selection.packages(phase).stream())
                .anyMatch(names::contains);
        if (wanted && !there) {
            problems.add(new Problem(
                    Severity.WARNING,
                    MODULE,
                    "KIWI builds the image only with the package " + String.join(" or ", names) + ", as " + why
                            + ". Add <package name=\"" + names.getFirst() + "\"/>.",
                    type.place()));
        }
    }

    /** KIWI writes a veritytab for the initial file system, which it can hand to dracut alone (its builder/disk.py). */
    private void hashTree() {
        type.element()
                .attribute("verity_blocks")
                .filter(one ->
                        type.image().equals("oem") && !type.initrdSystem().equals("dracut"))
                .ifPresent(one -> problems.add(new Problem(
                        Severity.WARNING,
                        CODE,
                        "KIWI, up to 11.1.6 at least, ends with an error where it makes a hash tree and initrd_system is '"
                                + type.initrdSystem()
                                + "'. Write initrd_system=\"dracut\", or have 'editbootinstall' make"
                                + " the tree by veritysetup.",
                        one.place())));
    }

    private void xen() {
        boolean guest = type.element().value("firmware").strip().equals("ec2")
                || within("machine").anyMatch(one -> !one.value("xen_loader").isEmpty());
        if (guest
                && type.element().isTrue("xen_server")
                && selection.architecture().equals("x86_64")) {
            error(
                    "The image is a Xen host by 'xen_server', and a Xen guest by its firmware or its 'xen_loader'. Remove"
                            + " one of them.",
                    type.place());
        }
    }

    private void loaderVariables() {
        within("bootloader")
                .filter(one ->
                        !LOADERS_WITH_VARIABLES.contains(one.value("name").strip()))
                .filter(one -> within("bootloader", "bootloadersettings", "environment", "env")
                        .findAny()
                        .isPresent())
                .forEach(one -> error(
                        "The boot loader " + one.value("name").strip()
                                + " takes no variables. Remove <environment> from <bootloadersettings>.",
                        one.place()));
    }
}
