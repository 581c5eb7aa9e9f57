package dev.milliner.build.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostFindingTest {
    private static String fault(String check, String found, String needed) {
        return new HostFinding(check, false, found, needed, "").fault();
    }

    @Test
    void whatIsWrongIsASentence() {
        assertThat(fault("rpmbuild", "missing", "builds packages"))
                .isEqualTo("rpmbuild is missing; it builds packages");
        assertThat(fault("disk space", "1 GiB free in /var", "2 GiB"))
                .isEqualTo("disk space: 1 GiB free in /var, but needed: 2 GiB");
        assertThat(fault("vfat", "this kernel has no vfat", "mounts the EFI system partition"))
                .isEqualTo("vfat: this kernel has no vfat; it mounts the EFI system partition");
        assertThat(fault("architecture", "Linux aarch64", "Linux on x86_64"))
                .isEqualTo("architecture: Linux aarch64, but needed: Linux on x86_64");
    }
}
