package dev.milliner.build;

/** The commands that add programs to this host. */
public final class Install {
    private Install() {}

    /**
     * The command that installs a package here.
     *
     * @param debian the package's name on Debian and its kin
     * @param fedora its name on Fedora and its kin
     */
    public static String command(String debian, String fedora) {
        return asRoot(
                HostTools.find("apt-get").isPresent() ? "apt-get install -y " + debian : "dnf install -y " + fedora);
    }

    /** A command, run as root. */
    static String asRoot(String command) {
        return Privileges.isRoot() ? command : "sudo " + command;
    }
}
