package dev.milliner.image;

import dev.milliner.distro.Image;
import dev.milliner.distro.Layer;
import dev.milliner.distro.Problem;
import dev.milliner.distro.ResolvedValue;
import dev.milliner.distro.Severity;
import dev.milliner.source.Place;
import dev.milliner.toml.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks what a distro says of an image against what the image would hold. */
final class Claims {
    private static final Set<String> MANAGERS =
            Set.of("dnf", "dnf5", "microdnf", "tdnf", "yum", "zypper", "rpm", "apk-tools", "rpm-ostree");
    private static final Set<String> KERNELS = Set.of("kernel", "kernel-core", "kernel-rt", "kernel-rt-core", "linux");
    private static final List<String> LOADERS =
            List.of("grub2", "systemd-boot", "syslinux", "extlinux", "shim", "u-boot", "sd-boot", "zipl", "s390utils");

    private final Image image;
    private final KiwiSelection selection;
    private final ImagePlan plan;
    private final List<Problem> problems = new ArrayList<>();

    private Claims(Image image, KiwiSelection selection, ImagePlan plan) {
        this.image = image;
        this.selection = selection;
        this.plan = plan;
    }

    static List<Problem> check(Image image, KiwiSelection selection, ImagePlan plan) {
        Claims claims = new Claims(image, selection, plan);
        if (!plan.packages().isEmpty()) {
            claims.managers();
            claims.kernels();
            claims.systemd();
        }
        return claims.problems;
    }

    private void managers() {
        claim("runtime-package-management").ifPresent(claim -> {
            Optional<PlannedPackage> manager = first(MANAGERS);
            if (claim.holds() && manager.isEmpty()) {
                problem(claim, "the image would hold no package manager");
            } else if (!claim.holds() && manager.isPresent()) {
                problem(claim, "the image would hold " + chain(manager.get()));
            }
        });
    }

    private void kernels() {
        Optional<PlannedPackage> kernel = first(KERNELS);
        claim("container").filter(Claim::holds).ifPresent(claim -> {
            kernel.ifPresent(
                    found -> problem(claim, "a container holds no kernel, and this would hold " + chain(found)));
            if (!new KiwiType(selection.type()).isContainer()) {
                problem(claim, "its KIWI type is '" + selection.type() + "', which is no container");
            }
        });
        claim("machine-bootable").filter(Claim::holds).ifPresent(claim -> {
            if (kernel.isEmpty()) {
                problem(claim, "the image would hold no kernel");
            }
            if (plan.packages().stream().noneMatch(Claims::isLoader)) {
                problem(claim, "the image would hold no boot loader");
            }
        });
    }

    private void systemd() {
        claim("systemd").ifPresent(claim -> {
            Optional<PlannedPackage> systemd = plan.find("systemd");
            if (claim.holds() && systemd.isEmpty()) {
                problem(claim, "the image would not hold systemd");
            } else if (!claim.holds() && systemd.isPresent()) {
                problem(claim, "the image would hold " + chain(systemd.get()));
            }
        });
    }

    private static boolean isLoader(PlannedPackage one) {
        return LOADERS.stream()
                .anyMatch(name -> one.name().equals(name) || one.name().startsWith(name + "-"));
    }

    private Optional<PlannedPackage> first(Set<String> names) {
        return plan.packages().stream()
                .filter(one -> names.contains(one.name()))
                .min(java.util.Comparator.comparingInt(one -> one.chain().size()));
    }

    private static String chain(PlannedPackage found) {
        return found.chain().size() < 2
                ? found.name() + ", which the description asks for"
                : found.name() + " (" + String.join(" needs ", found.chain()) + ")";
    }

    private record Claim(String name, boolean holds, Place place) {}

    private Optional<Claim> claim(String name) {
        return image.values().stream()
                .filter(value -> value.path().equals("capabilities." + name))
                .findFirst()
                .map(value -> new Claim(name, value.value().asBoolean(false), place(value)));
    }

    private Place place(ResolvedValue value) {
        if (value.layers().isEmpty() || value.layers().getLast().line() == 0) {
            return image.place();
        }
        Layer layer = value.layers().getLast();
        return new Place(layer.file(), new TextRange(layer.line(), 1, layer.line(), Integer.MAX_VALUE));
    }

    private void problem(Claim claim, String fact) {
        problems.add(new Problem(
                Severity.WARNING,
                "image-claim",
                "'" + claim.name() + " = " + claim.holds() + "' does not hold: " + fact + ".",
                claim.place()));
    }
}
