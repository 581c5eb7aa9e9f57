package dev.milliner.build.run;

import dev.milliner.build.host.PackageArchitecture;
import dev.milliner.distro.Distro;
import dev.milliner.rpm.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The home folder that the tools of one build are given. It keeps the host's and the user's configuration out of the
 * build: Debian's rpm puts its database into the home folder, and flags set in macros lose against rpm's own.
 *
 * @param folder the build's folder
 */
public record PrivateHome(BuildFolder folder) {
    /** What a distro's packages have behind their release: {@code .bowler10}. */
    public static String distTag(Distro distro) {
        return "." + distro.name().replaceAll("[^A-Za-z0-9]", "")
                + distro.version().replaceAll("[^0-9]", "");
    }

    /** Writes the configuration of rpm, Go and Cargo for a level. */
    public void write(Level level, String distTag) throws IOException {
        Files.createDirectories(folder.home());
        Files.createDirectories(folder.temporary());
        Files.writeString(folder.home().resolve(".rpmmacros"), macros(level, distTag));
        Files.writeString(folder.home().resolve(".rpmrc"), optflags(level));
        Files.createDirectories(folder.home().resolve(".config/go/telemetry"));
        Files.writeString(folder.home().resolve(".config/go/env"), "GOAMD64=" + level.shortName() + "\n");
        // Else Go counts its calls, by a process that outlives them, in a folder that goes with the build.
        Files.writeString(folder.home().resolve(".config/go/telemetry/mode"), "off\n");
        Files.createDirectories(folder.home().resolve(".cargo"));
        Files.writeString(
                folder.home().resolve(".cargo/config.toml"),
                "[build]\nrustflags = [\"-Ctarget-cpu=" + level.compilerName() + "\"]\n");
    }

    /** For either architecture that packages may be of. */
    private static String optflags(Level level) {
        return Stream.of(PackageArchitecture.values())
                .map(architecture -> architecture.of(level))
                .distinct()
                .map(architecture -> "optflags: " + architecture + " " + compilerFlags(level) + "\n")
                .collect(Collectors.joining());
    }

    /** What every tool is told of the build's places. */
    public Map<String, String> environment() {
        return Map.of(
                "HOME", folder.home().toString(),
                "TMPDIR", folder.temporary().toString(),
                "XDG_CONFIG_HOME", folder.home().resolve(".config").toString(),
                "XDG_CACHE_HOME", folder.home().resolve(".cache").toString());
    }

    /** The flags that compile for a level, and make the linker note in each file that it needs it. */
    static String compilerFlags(Level level) {
        return "-O2 -g -march=" + level.compilerName() + " -mneeded -ffile-prefix-map=%{_builddir}=/usr/src/build";
    }

    private String macros(Level level, String distTag) {
        Path work = folder.rpmbuild();
        return """
                %%_topdir %s
                %%_tmppath %s
                %%_dbpath /usr/lib/sysimage/rpm
                %%_netsharedpath /dev:/proc:/sys
                %%dist %s
                %%_binary_payload w3.zstdio
                %%_build_id_links none
                %%debug_package %%{nil}
                %%build_ldflags %s
                %%build_rustflags -Ctarget-cpu=%s
                %%_buildhost localhost
                %%source_date_epoch_from_changelog 1
                %%use_source_date_epoch_as_buildtime 1
                %%clamp_mtime_to_source_date_epoch 1
                """.formatted(
                        work,
                        folder.temporary(),
                        distTag,
                        level == Level.V1 ? "%{nil}" : "-Wl,-z," + level.compilerName(),
                        level.compilerName());
    }
}
