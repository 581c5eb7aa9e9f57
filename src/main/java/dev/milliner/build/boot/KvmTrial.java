package dev.milliner.build.boot;

import dev.milliner.build.host.HostFinding;
import dev.milliner.ground.HostTools;
import java.nio.file.Path;
import java.util.Optional;

/** Tells a KVM that runs a guest from one whose device is only there, as in many virtual machines. */
public final class KvmTrial {
    private static final String MODEL = "host";

    private KvmTrial() {}

    /**
     * Tries it, by one instruction in QEMU; that takes a moment, at most some seconds.
     *
     * @param finding what was found of the device
     * @return the same where there is nothing to try
     */
    public static HostFinding of(HostFinding finding) {
        Optional<Path> qemu = HostTools.find("qemu-system-x86_64");
        boolean there = finding.check().equals("kvm") && finding.fix().isEmpty();
        if (there && qemu.isEmpty()) {
            return new HostFinding(
                    finding.check(),
                    finding.ok(),
                    finding.found() + ", not tried without QEMU",
                    finding.needed(),
                    finding.fix());
        }
        if (!there || Accelerator.best(qemu.get(), MODEL) == Accelerator.KVM) {
            return finding;
        }
        return new HostFinding(
                finding.check(),
                finding.ok(),
                "missing",
                finding.needed(),
                finding.found() + " is there but runs no guest: turn on nested virtualisation where this machine runs");
    }
}
