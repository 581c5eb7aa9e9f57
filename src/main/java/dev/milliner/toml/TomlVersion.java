package dev.milliner.toml;

/** The versions of TOML a text can be read as. azldev's own parser accepts 1.1. */
public enum TomlVersion {
    V1_0,
    V1_1
}
