package dev.milliner.distro;

import java.util.Map;
import java.util.Optional;

/** Where azldev looks for what a user sets over every project. */
final class UserConfiguration {
    private UserConfiguration() {}

    /** The file's absolute path, whether it exists or not; empty where the environment names no absolute folder. */
    static Optional<String> path(Map<String, String> environment) {
        String configured = environment.getOrDefault("XDG_CONFIG_HOME", "");
        if (configured.startsWith("/")) {
            return Optional.of(configured + "/azldev/config.toml");
        }
        String home = environment.getOrDefault("HOME", "");
        return home.startsWith("/") ? Optional.of(home + "/.config/azldev/config.toml") : Optional.empty();
    }
}
