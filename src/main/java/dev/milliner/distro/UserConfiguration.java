package dev.milliner.distro;

import dev.milliner.ground.UserFolder;
import java.util.Map;
import java.util.Optional;

/** Where azldev looks for what a user sets over every project. */
final class UserConfiguration {
    private UserConfiguration() {}

    /** The file's absolute path, whether it exists or not; empty where the environment names no absolute folder. */
    static Optional<String> path(Map<String, String> environment) {
        return UserFolder.CONFIGURATION.named(environment).map(folder -> folder + "/azldev/config.toml");
    }
}
