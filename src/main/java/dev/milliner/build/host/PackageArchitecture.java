package dev.milliner.build.host;

import dev.milliner.rpm.Level;

/** Which architecture packages say they are for. */
public enum PackageArchitecture {
    /** {@code x86_64}, whatever the level; every package manager takes it. */
    BASE,
    /** That of the level, such as {@code x86_64_v3}; rpm knows it from 4.19 on, and DNF takes it only when told so. */
    LEVEL;

    /** Builds are made for the host, which is of this kind. */
    public static final String HOST = "x86_64";

    /** As rpm calls it. */
    public String of(Level level) {
        return switch (this) {
            case BASE -> HOST;
            case LEVEL -> level == Level.V1 ? HOST : HOST + "_" + level.shortName();
        };
    }
}
