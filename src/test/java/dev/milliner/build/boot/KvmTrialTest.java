package dev.milliner.build.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.build.host.HostFinding;
import dev.milliner.ground.HostTools;
import org.junit.jupiter.api.Test;

class KvmTrialTest {
    private static HostFinding finding(String check, String found, String fix) {
        return new HostFinding(check, true, found, "optional: starts built disks faster", fix);
    }

    @Test
    void whatIsNotThereIsNotTried() {
        HostFinding missing = finding("kvm", "missing", "usermod");
        assertThat(KvmTrial.of(missing)).isSameAs(missing);
        HostFinding other = finding("git", "/usr/bin/git", "");
        assertThat(KvmTrial.of(other)).isSameAs(other);
    }

    /** Whatever this host has, the answer is that of a machine that is started. */
    @Test
    void aDeviceIsTakenForKvmOnlyWhereItRunsAGuest() {
        HostFinding there = finding("kvm", "/dev/kvm", "");
        boolean runs = HostTools.find("qemu-system-x86_64")
                .map(qemu -> Accelerator.best(qemu, "host") == Accelerator.KVM)
                .orElse(true);
        assertThat(KvmTrial.of(there).found()).isEqualTo(runs ? "/dev/kvm" : "missing");
        assertThat(KvmTrial.of(there).fix().isEmpty()).isEqualTo(runs);
    }
}
