package dev.milliner.ground;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tools are told of this program's own environment: what is named here, and nothing else. */
public final class ToolEnvironment {
    /** What any program needs. None of it is a secret. */
    private static final List<String> PLAIN = List.of("PATH", "TERM", "TZ");

    /** The way to the network, which may hold a password. */
    private static final List<String> PROXIES = Stream.of(
                    "http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "no_proxy")
            .flatMap(name -> Stream.of(name, name.toUpperCase(java.util.Locale.ROOT)))
            .toList();

    /** The user's own places, session and tickets; who has called sudo, which mock wants to know. */
    private static final List<String> USER = List.of(
            "HOME",
            "USER",
            "LOGNAME",
            "SHELL",
            "XDG_CONFIG_HOME",
            "XDG_CACHE_HOME",
            "XDG_DATA_HOME",
            "XDG_STATE_HOME",
            "XDG_RUNTIME_DIR",
            "XDG_CURRENT_DESKTOP",
            "XDG_SESSION_TYPE",
            "XDG_DATA_DIRS",
            "XDG_CONFIG_DIRS",
            "DISPLAY",
            "WAYLAND_DISPLAY",
            "XAUTHORITY",
            "DBUS_SESSION_BUS_ADDRESS",
            "KRB5CCNAME",
            "KRB5_CONFIG",
            "KRB5_CLIENT_KTNAME",
            "SSH_AUTH_SOCK",
            "SUDO_ASKPASS",
            "SSL_CERT_FILE",
            "SSL_CERT_DIR",
            "REQUESTS_CA_BUNDLE",
            "PYENV_ROOT",
            "SUDO_UID",
            "SUDO_GID",
            "SUDO_USER",
            "PKEXEC_UID",
            "USERHELPER_UID");

    private ToolEnvironment() {}

    /** What every tool is told. */
    public static Map<String, String> plain() {
        return named(PLAIN.stream());
    }

    /** What a tool is told that uses the network. */
    public static Map<String, String> ofNetwork() {
        return named(PROXIES.stream());
    }

    /** What a tool is told that works for the user, with the user's settings, session and logins. */
    public static Map<String, String> ofUser() {
        return named(Stream.of(PLAIN, PROXIES, USER).flatMap(List::stream));
    }

    /** Two environments as one; where both name a variable, the second counts. */
    public static Map<String, String> joined(Map<String, String> first, Map<String, String> second) {
        Map<String, String> all = new TreeMap<>(first);
        all.putAll(second);
        return Map.copyOf(all);
    }

    private static Map<String, String> named(Stream<String> names) {
        Map<String, String> ours = System.getenv();
        return names.filter(ours::containsKey).collect(Collectors.toUnmodifiableMap(name -> name, ours::get));
    }
}
