package dev.milliner.distro;

import java.util.List;

/** The tables of azldev's configuration format, after its internal/projectconfig. */
final class Format {
    static final Shape.Table COMPONENT = new Shape.Table("component", List.of());

    /** What an image can be, in the order azldev names it. */
    static final List<String> CAPABILITIES =
            List.of("machine-bootable", "container", "systemd", "runtime-package-management");

    private Format() {}
}
