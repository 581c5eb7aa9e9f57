package dev.milliner.build.host;

import dev.milliner.ground.HostTools;
import dev.milliner.ground.ToolAnswer;

/** How far what a spec runs is kept from the host. */
public enum Containment {
    /** In namespaces of its own, without the network. */
    CLOSED,
    /** In namespaces of its own, with the host's network. */
    WITH_NETWORK,
    /** Not at all: it may do whatever the user may. */
    NONE;

    /** What the script that contains a build does, in short. */
    private static final String PURPOSE = "keeps what a spec runs from the host";

    private static final String AS_ROOT =
            "mount -t tmpfs tmpfs /mnt && mount -t proc proc /proc" + " && setpriv --no-new-privs true";

    private static final String AS_USER = AS_ROOT + " && unshare --user --map-user=1 --map-group=1 true";

    /** Tells whether this host lets this user contain a build. */
    public static boolean isAvailable() {
        return Privileges.isRoot()
                ? ToolAnswer.succeeds("unshare", "--mount", "--pid", "--ipc", "--net", "--fork", "sh", "-c", AS_ROOT)
                : ToolAnswer.succeeds(
                        "unshare",
                        "--map-root-user",
                        "--mount",
                        "--pid",
                        "--ipc",
                        "--net",
                        "--fork",
                        "sh",
                        "-c",
                        AS_USER);
    }

    /** Whether this host can do it, for a build that wants it so. */
    public HostFinding finding() {
        if (this != NONE && HostTools.find("unshare").isEmpty()) {
            return new HostFinding(
                    "containment",
                    false,
                    "unshare is missing",
                    PURPOSE,
                    Install.command("util-linux", "util-linux")
                            + ", or say --uncontained to let specs do whatever you may");
        }
        boolean ok = this == NONE || isAvailable();
        return new HostFinding(
                "containment",
                ok,
                this == NONE ? "not wanted" : ok ? "available" : "refused by this host",
                PURPOSE,
                ok ? "" : remedy() + ", or say --uncontained to let specs do whatever you may");
    }

    /** The same for a report of the host: builds go on without it where the user says so. */
    static HostFinding advice() {
        HostFinding finding = CLOSED.finding();
        return new HostFinding(finding.check(), true, finding.found(), finding.needed(), finding.fix());
    }

    /** What lets this host contain builds. */
    public static String remedy() {
        return Privileges.isRoot()
                ? "give this container or service the right to mount (CAP_SYS_ADMIN)"
                : "allow user namespaces (on Ubuntu: sysctl kernel.apparmor_restrict_unprivileged_userns=0),"
                        + " or build as root";
    }
}
