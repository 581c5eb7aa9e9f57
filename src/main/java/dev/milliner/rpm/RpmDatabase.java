package dev.milliner.rpm;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An rpm database of the sqlite kind, {@code rpmdb.sqlite}. */
public final class RpmDatabase {
    /** Where roots keep it, best first; without the leading slash. */
    public static final List<String> PLACES =
            List.of("usr/lib/sysimage/rpm/rpmdb.sqlite", "var/lib/rpm/rpmdb.sqlite", "usr/share/rpm/rpmdb.sqlite");

    private RpmDatabase() {}

    /**
     * The packages of a database, by name. Keys that packages are signed with are left out.
     *
     * @param file a copy that nothing else writes to
     * @throws IOException when it is no database that can be read
     */
    public static List<InstalledPackage> read(Path file) throws IOException {
        List<InstalledPackage> packages = new ArrayList<>();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement query = database.createStatement();
                ResultSet rows = query.executeQuery("select blob from Packages")) {
            while (rows.next()) {
                InstalledPackage known = InstalledPackage.of(RpmHeader.parse(rows.getBytes(1)));
                if (!known.name().equals("gpg-pubkey")) {
                    packages.add(known);
                }
            }
        } catch (SQLException | IllegalArgumentException broken) {
            throw new IOException("The rpm database cannot be read: " + broken.getMessage(), broken);
        }
        packages.sort(Comparator.comparing(InstalledPackage::name).thenComparing(InstalledPackage::version));
        return packages;
    }
}
