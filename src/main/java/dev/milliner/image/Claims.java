package dev.milliner.image;

import dev.milliner.distro.Distro;
import dev.milliner.distro.Image;
import dev.milliner.distro.Layer;
import dev.milliner.distro.Problem;
import dev.milliner.distro.ResolvedValue;
import dev.milliner.distro.Severity;
import dev.milliner.ground.Amount;
import dev.milliner.image.ClaimedContents.Built;
import dev.milliner.image.ClaimedContents.Finding;
import dev.milliner.image.ClaimedContents.Planned;
import dev.milliner.image.Inspection.ImageFile;
import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Checks what a distro says of an image against what the image would hold, and against what a built one holds. */
public final class Claims {
    private static final Set<String> MANAGERS =
            Set.of("dnf", "dnf5", "microdnf", "tdnf", "yum", "zypper", "rpm", "apk-tools", "rpm-ostree", "dpkg", "apt");
    private static final Set<String> KERNELS = Set.of(
            "kernel",
            "kernel-core",
            "kernel-rt",
            "kernel-rt-core",
            "kernel-64k",
            "kernel-64k-core",
            "kernel-default",
            "kernel-uki-virt",
            "linux",
            "linux-core");
    private static final List<String> LOADERS =
            List.of("grub2", "systemd-boot", "syslinux", "extlinux", "shim", "u-boot", "sd-boot", "zipl", "s390utils");
    private static final Set<String> SHELLS =
            Set.of("bash", "busybox", "dash", "fish", "ksh", "mksh", "oksh", "tcsh", "toybox", "yash", "zsh");
    private static final int SHOWN = 5;

    private final Image image;
    private final ClaimedContents contents;
    private final List<Problem> problems = new ArrayList<>();

    private Claims(Image image, ClaimedContents contents) {
        this.image = image;
        this.contents = contents;
    }

    /** Checks a plan. What a script of the description may still change is only a note. */
    static List<Problem> check(Image image, KiwiSelection selection, ImagePlan plan, boolean scripts) {
        Claims claims = new Claims(image, new Planned(plan, selection, scripts));
        if (!plan.packages().isEmpty()) {
            claims.all();
        }
        return claims.problems;
    }

    /**
     * Checks a built image. Without packages only its files are looked at.
     *
     * @param preview what it was to hold; it tells by what chain a package came
     */
    public static List<Problem> check(Image image, Inspection inspection, Optional<ImagePlan> preview) {
        Claims claims = new Claims(image, new Built(inspection, preview));
        claims.all();
        claims.fixed(inspection);
        return claims.problems;
    }

    /** Tells whether something is said of an image that its root alone does not show, such as labels or how it is mounted. */
    public static boolean askOfCarrier(Distro distro, Image image) {
        ClaimsFile file = ClaimsFile.of(distro.tree(), image);
        return file.readOnlyRoot().isPresent()
                || file.writable().isPresent()
                || file.verity().isPresent()
                || isBootableContainer(image);
    }

    private void all() {
        managers();
        container();
        bootable();
        either("systemd", "systemd"::equals, "systemd");
        distroless();
    }

    private void managers() {
        either("runtime-package-management", Claims::isManager, "package manager");
    }

    /** A claim that says whether a package is there. */
    private void either(String name, Predicate<String> packages, String what) {
        claim(name).ifPresent(claim -> {
            Optional<Finding> found = contents.find(packages);
            if (claim.holds() && found.isEmpty()) {
                missing(claim, "no " + what);
            } else if (!claim.holds()) {
                found.ifPresent(one -> problem(claim, "the image " + contents.holds() + " ", one));
            }
        });
    }

    /** Tells whether it is said to be both, a container and what machines boot. */
    private static boolean isBootableContainer(Image image) {
        return claim(image, "container").filter(Claim::holds).isPresent()
                && claim(image, "machine-bootable").filter(Claim::holds).isPresent();
    }

    /** A container that machines boot: it says so by a label, and has the kernel in it; who installs it brings a loader. */
    private void bootableContainer(Claim claim) {
        if (contents.find(Claims::isKernel).isEmpty() && !contents.hasKernelFile()) {
            missing(claim, "no kernel");
        }
        if (!contents.isLabelled(Carrier.Container.BOOTABLE, "1")) {
            problem(claim, "the container is not labelled " + Carrier.Container.BOOTABLE + "=1");
        }
    }

    /** What is not there may stand on what was not read. */
    private void missing(Claim claim, String what) {
        if (contents.unread().isEmpty()) {
            problem(claim, "the image " + contents.holds() + " " + what);
        } else {
            problems.add(new Problem(
                    Severity.NOTE,
                    "image-claim",
                    "Whether '" + claim.name() + " = " + claim.holds()
                            + "' holds cannot be said: what was read of the image " + contents.holds() + " " + what
                            + ", and " + contents.unread() + " was not read.",
                    claim.place()));
        }
    }

    private void container() {
        claim("container").filter(Claim::holds).ifPresent(claim -> {
            if (!contents.type().isEmpty() && !new KiwiType(contents.type()).isContainer()) {
                problem(claim, "its KIWI type is '" + contents.type() + "', which is no container");
            }
            if (isBootableContainer(image)) {
                bootableContainer(claim);
                return;
            }
            String start = "a container holds no kernel, and this " + contents.holds() + " ";
            Optional<Finding> kernel = contents.find(Claims::isKernel);
            kernel.ifPresent(found -> problem(claim, start, found));
            if (kernel.isEmpty() && contents.hasKernelFile()) {
                problem(claim, start + "one among its files");
            }
        });
    }

    private void bootable() {
        claim("machine-bootable")
                .filter(claim -> claim.holds() && !isBootableContainer(image))
                .ifPresent(claim -> {
                    if (contents.find(Claims::isKernel).isEmpty() && !contents.hasKernelFile()) {
                        missing(claim, "no kernel");
                    }
                    if (contents.find(Claims::isLoader).isEmpty() && !contents.hasLoaderFile()) {
                        missing(claim, "no boot loader");
                    }
                });
    }

    /** Images called distroless are to have no shell; those for debugging have one on purpose. */
    private void distroless() {
        String name = image.name() + " " + image.profile().orElse("");
        if (name.contains("distroless") && !name.contains("debug")) {
            contents.find(SHELLS::contains)
                    .ifPresent(found -> add(
                            "The image is called distroless, and " + contents.holds() + " a shell: " + found.words(),
                            found.certain(),
                            image.place()));
        }
    }

    /** What is not to be changed at run time should give nobody the rights to. */
    private void fixed(Inspection inspection) {
        claim("runtime-package-management").filter(claim -> !claim.holds()).ifPresent(claim -> {
            files(claim, inspection, ImageFile::isPrivileged, "run with their owner's rights");
            files(claim, inspection, ImageFile::isWorldWritable, "can be written by everyone");
        });
    }

    private void files(Claim claim, Inspection inspection, Predicate<ImageFile> wanted, String what) {
        List<ImageFile> found = inspection.files().stream().filter(wanted).toList();
        if (!found.isEmpty()) {
            List<String> shown =
                    found.stream().limit(SHOWN).map(this::withOwners).toList();
            int more = found.size() - shown.size();
            add(
                    "'" + claim.name() + " = false' promises a fixed image, and " + Amount.of(found.size(), "path")
                            + " in it: " + String.join("; ", shown) + (more > 0 ? "; and " + more + " more" : "") + " "
                            + what,
                    true,
                    claim.place());
        }
    }

    private String withOwners(ImageFile file) {
        return file.owners().isEmpty()
                ? file.path() + " of no package"
                : file.path() + " of "
                        + contents.find(file.owners()::contains)
                                .map(Finding::words)
                                .orElse(String.join(", ", file.owners()));
    }

    static boolean isManager(String name) {
        return MANAGERS.contains(name);
    }

    static boolean isKernel(String name) {
        return KERNELS.contains(name);
    }

    static boolean isLoader(String name) {
        return LOADERS.stream().anyMatch(loader -> name.equals(loader) || name.startsWith(loader + "-"));
    }

    /** One of the distro's own claims. */
    record Claim(String name, boolean holds, Place place) {}

    /** The claims that the distro makes of an image and that something is held against; that it is no container, nothing is. */
    static List<Claim> of(Image image) {
        return Stream.concat(
                        Stream.of("container", "machine-bootable")
                                .flatMap(name -> claim(image, name).stream())
                                .filter(Claim::holds),
                        Stream.of("systemd", "runtime-package-management").flatMap(name -> claim(image, name).stream()))
                .toList();
    }

    private Optional<Claim> claim(String name) {
        return claim(image, name);
    }

    private static Optional<Claim> claim(Image image, String name) {
        return image.values().stream()
                .filter(value -> value.path().equals("capabilities." + name))
                .findFirst()
                .map(value -> new Claim(name, value.value().asBoolean(false), place(image, value)));
    }

    private static Place place(Image image, ResolvedValue value) {
        if (value.layers().isEmpty() || value.layers().getLast().line() == 0) {
            return image.place();
        }
        Layer layer = value.layers().getLast();
        return new Place(layer.file(), new TextRange(layer.line(), 1, layer.line(), Integer.MAX_VALUE));
    }

    private void problem(Claim claim, String start, Finding found) {
        add(sentence(claim, start + found.words()), found.certain(), claim.place());
    }

    private void problem(Claim claim, String fact) {
        add(sentence(claim, fact), true, claim.place());
    }

    private static String sentence(Claim claim, String fact) {
        return "'" + claim.name() + " = " + claim.holds() + "' does not hold: " + fact;
    }

    private void add(String sentence, boolean certain, Place place) {
        problems.add(new Problem(
                certain ? Severity.WARNING : Severity.NOTE,
                "image-claim",
                certain ? sentence + "." : sentence + ", unless a script of the description takes it out.",
                place));
    }
}
