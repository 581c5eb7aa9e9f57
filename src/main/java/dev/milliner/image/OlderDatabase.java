package dev.milliner.image;

import dev.milliner.rpm.InstalledPackage;
import dev.milliner.rpm.RpmDatabase;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An rpm database of a kind that rpm used before SQLite's; the host's rpm exports it where it knows the kind, in namespaces of its own. */
enum OlderDatabase {
    /** Of rpm before 4.16. */
    BERKELEY("Berkeley DB", "Packages"),
    /** Of SUSE. */
    NDB("ndb", "Packages.db");

    private static final String EXPORTED = "exported";

    private final String label;
    private final String file;

    OlderDatabase(String label, String file) {
        this.label = label;
        this.file = file;
    }

    /** As people call it. */
    String label() {
        return label;
    }

    /** The kind that a path in a root stands for. */
    static OlderDatabase of(String path) {
        return path.endsWith(NDB.file) ? NDB : BERKELEY;
    }

    /**
     * The packages of one.
     *
     * @param bytes the database's file
     * @throws IOException when the host's rpm does not read it, with why
     */
    List<InstalledPackage> read(InputStream bytes) throws IOException {
        Path folder = Files.createTempDirectory("milliner-rpmdb");
        try {
            Files.copy(bytes, folder.resolve(file));
            export(folder);
            try (InputStream exported = new BufferedInputStream(Files.newInputStream(folder.resolve(EXPORTED)))) {
                List<InstalledPackage> packages = RpmDatabase.readExported(exported);
                if (packages.isEmpty()) {
                    throw new IOException("the host's rpm finds no package in it");
                }
                return packages;
            }
        } finally {
            TemporaryFolder.delete(folder);
        }
    }

    /** rpm warns of each index that is not there, and makes none here. */
    private static void export(Path folder) throws IOException {
        if (!ConfinedTool.isPossible("rpmdb")) {
            throw new IOException("the host has no rpmdb, or no unshare and prlimit to run it apart");
        }
        List<String> words =
                List.of("sh", "-c", "exec rpmdb --dbpath /out --exportdb > /out/" + EXPORTED + " 2> /out/said");
        ConfinedRun.of("rpmdb", folder, List.of(), words);
    }
}
