package dev.milliner.build.host;

import dev.milliner.rpm.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something that a person may want of this host.
 *
 * @param name what it is, such as {@code build containers}
 * @param ready whether the host can do it
 * @param words what it does it with, or what it lacks
 * @param fix the command or the advice that helps; empty where it is ready
 */
public record HostAbility(String name, boolean ready, String words, String fix) {
    /**
     * What this host can do; asks programs, so it takes a moment.
     *
     * @param folder where builds have their folders
     */
    public static List<HostAbility> all(Path folder) {
        List<HostFinding> findings = Doctor.examine(folder);
        List<HostAbility> all = new ArrayList<>();
        all.add(new HostAbility("edit, preview, review", true, "always", ""));
        all.add(needing("build containers", "without root", HostCheck.forImage("oci", folder)));
        all.add(needing("build disks", "as root, by sudo or pkexec", HostCheck.forImage("oem", folder)));
        all.add(level());
        all.add(of("start built disks", "qemu-system-x86_64", findings));
        all.add(of("build in clean roots", "mock", findings));
        all.add(of("build on a farm", "koji", findings));
        return List.copyOf(all);
    }

    /** The one command that adds what all of them lack; empty where a package brings none of it. */
    public static String fixOf(List<HostAbility> abilities) {
        return abilities.stream()
                .map(HostAbility::fix)
                .filter(fix -> fix.startsWith("apt-get") || fix.startsWith("dnf") || fix.startsWith("sudo"))
                .distinct()
                .collect(Collectors.joining(" && "));
    }

    private static HostAbility needing(String name, String how, List<HostFinding> findings) {
        List<HostFinding> faults =
                findings.stream().filter(finding -> !finding.ok()).toList();
        if (faults.isEmpty()) {
            return new HostAbility(name, true, how, "");
        }
        String more = faults.size() > 1 ? " and " + (faults.size() - 1) + " more" : "";
        return new HostAbility(
                name,
                false,
                faults.getFirst().check() + ": " + faults.getFirst().found() + more,
                faults.stream()
                        .map(HostFinding::fix)
                        .filter(fix -> !fix.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(" && ")));
    }

    private static HostAbility level() {
        String level = HostLevel.read().label();
        boolean ready = HostLevel.read().compareTo(Level.V3) >= 0;
        return new HostAbility(
                "run x86-64-v3",
                ready,
                "this processor: " + level,
                ready ? "" : "What is built can be started on another machine.");
    }

    private static HostAbility of(String name, String check, List<HostFinding> findings) {
        Optional<HostFinding> finding =
                findings.stream().filter(one -> one.check().equals(check)).findFirst();
        boolean ready = finding.filter(one -> one.ok() && !one.found().equals("missing"))
                .isPresent();
        return new HostAbility(
                name,
                ready,
                ready ? check : check + " is missing",
                ready ? "" : finding.map(HostFinding::fix).orElse(""));
    }
}
