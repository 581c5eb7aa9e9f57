package dev.milliner.build.evaluate;

import dev.milliner.rpm.PackagePayload.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What makes rpm read other macros than this host's.
 *
 * @param options of rpmspec
 * @param environment what it is told
 */
record MacroFolder(List<String> options, Map<String, String> environment) {
    /** Nothing does. */
    static final MacroFolder OF_HOST = new MacroFolder(List.of(), Map.of());

    private static final String CONFIGURATION = "/usr/lib/rpm/";
    private static final String SETTINGS = "/etc/rpm/macros.";

    /** Tells whether a package with this file brings macros. */
    static boolean isMacroFile(String path) {
        return path.startsWith(CONFIGURATION + "macros.d/")
                || path.startsWith(SETTINGS)
                || path.matches(CONFIGURATION + "[^/]+/macros");
    }

    /** Tells whether rpm would read a package's file; those that go with the program are the host's. */
    static boolean isRead(String path) {
        return path.startsWith(SETTINGS)
                || (path.startsWith(CONFIGURATION)
                        && !path.startsWith(CONFIGURATION + "platform/")
                        && path.indexOf('/', CONFIGURATION.length()) > 0);
    }

    /**
     * Lays files over a copy of the host's configuration, without the host's own choice of macros.
     *
     * @param files by absolute path
     * @param home the home that rpm is given
     */
    static MacroFolder write(NavigableMap<String, Content> files, Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve("rpm"));
        copyHost(folder);
        Set<String> vendors = new LinkedHashSet<>();
        for (Map.Entry<String, Content> file : files.entrySet()) {
            String path = file.getKey();
            boolean setting = path.startsWith(SETTINGS);
            Path into = inside(
                    folder,
                    setting
                            ? "settings/" + path.substring(path.lastIndexOf('/') + 1)
                            : path.substring(CONFIGURATION.length()));
            Files.createDirectories(into.resolve("..").normalize());
            Files.deleteIfExists(into);
            Files.write(into, file.getValue().bytes());
            if ((file.getValue().mode() & 0111) != 0 && !into.toFile().setExecutable(true, false)) {
                throw new IOException(into + " cannot be made executable");
            }
            if (path.matches(CONFIGURATION + "[^/]+/macros")) {
                vendors.add(folder.relativize(into).toString());
            }
        }
        List<String> read = new ArrayList<>(List.of(
                folder + "/macros",
                home + "/.rpmmacros",
                folder + "/macros.d/macros.*",
                folder + "/platform/%{_target}/macros",
                folder + "/fileattrs/*.attr"));
        vendors.forEach(vendor -> read.add(folder + "/" + vendor));
        read.add(folder + "/settings/macros.*");
        return new MacroFolder(List.of("--macros", String.join(":", read)), Map.of("RPM_CONFIGDIR", folder.toString()));
    }

    private static void copyHost(Path folder) throws IOException {
        Path host = Path.of(CONFIGURATION);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(host)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String name = host.relativize(file).toString();
            boolean choice = name.startsWith("macros.d/") || name.matches("[^/]+/macros");
            if (!choice || name.startsWith("platform/")) {
                Path link = folder.resolve(name);
                Files.createDirectories(link.resolve("..").normalize());
                Files.createSymbolicLink(link, file);
            }
        }
    }

    private static Path inside(Path folder, String name) throws IOException {
        Path inside = folder.resolve(name).normalize();
        if (!inside.startsWith(folder) || inside.equals(folder)) {
            throw new IOException("A macro file would lie outside of its folder: " + name);
        }
        return inside;
    }
}
