package dev.milliner.build.host;

import dev.milliner.ground.HostTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commands that add programs to this host. */
public final class Install {
    private static final Path APT_LISTS = Path.of("/var/lib/apt/lists");

    private Install() {}

    /**
     * The command that installs a package here.
     *
     * @param debian the package's name on Debian and its kin
     * @param fedora its name on Fedora and its kin
     */
    public static String command(String debian, String fedora) {
        return install(HostTools.find("apt-get").isPresent() ? debian : fedora);
    }

    /** One command that does what many fixes do: packages are installed in one go, the rest follows in order. */
    public static String together(List<String> fixes) {
        String around = install("\0");
        String before = around.substring(0, around.indexOf('\0'));
        String after = around.substring(around.indexOf('\0') + 1);
        TreeSet<String> packages = new TreeSet<>();
        List<String> commands = new ArrayList<>();
        for (String fix : fixes) {
            if (fix.startsWith(before) && fix.endsWith(after)) {
                String names = fix.substring(before.length(), fix.length() - after.length());
                packages.addAll(Arrays.asList(names.split(" ", -1)));
            } else if (!commands.contains(fix)) {
                commands.add(fix);
            }
        }
        if (!packages.isEmpty()) {
            commands.addFirst(install(String.join(" ", packages)));
        }
        return String.join(" &&\n    ", commands);
    }

    /**
     * Commands, run as root one after the other.
     *
     * @param commands without quotes in them
     */
    public static String asRoot(String... commands) {
        if (Privileges.isRoot()) {
            return String.join(" && ", commands);
        }
        return HostTools.find("sudo").isPresent()
                ? Arrays.stream(commands).map("sudo "::concat).collect(Collectors.joining(" && "))
                : "su -c '" + String.join(" && ", commands) + "'";
    }

    private static String install(String packages) {
        if (HostTools.find("apt-get").isEmpty()) {
            return asRoot("dnf install -y " + packages);
        }
        return listed()
                ? asRoot("apt-get install -y " + packages)
                : asRoot("apt-get update", "apt-get install -y " + packages);
    }

    /** Whether apt knows any package: on a fresh machine or in a container it may know none. */
    private static boolean listed() {
        try (Stream<Path> lists = Files.list(APT_LISTS)) {
            return lists.anyMatch(list -> list.toString().contains("_Packages"));
        } catch (IOException none) {
            return false;
        }
    }
}
