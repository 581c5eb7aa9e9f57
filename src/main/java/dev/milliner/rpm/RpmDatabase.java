package dev.milliner.rpm;

import dev.milliner.ground.FileTrouble;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** An rpm database of the sqlite kind, {@code rpmdb.sqlite}, or what {@code rpmdb --exportdb} writes of any kind. */
public final class RpmDatabase {
    /** Where roots keep it, best first; without the leading slash. */
    public static final List<String> PLACES =
            List.of("usr/lib/sysimage/rpm/rpmdb.sqlite", "var/lib/rpm/rpmdb.sqlite", "usr/share/rpm/rpmdb.sqlite");

    /** rpm refuses a header of more than this, in bytes. */
    private static final int LARGEST = 256 * 1024 * 1024;

    private static final int MOST = 200_000;

    /** What each exported header begins with: a magic number, a version, and four bytes of nothing. */
    private static final long MAGIC = 0x8eade80100000000L;

    private static final int ENTRY = 16;
    private static final Pattern PLAIN_TABLE = Pattern.compile(
            "^\\s*CREATE\\s+TABLE(?!.*\\b(GENERATED|AS)\\b)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

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
                Statement query = database.createStatement()) {
            query.execute("pragma trusted_schema = off");
            checkSchema(query);
            try (ResultSet rows = query.executeQuery("select blob from Packages where length(blob) <= " + LARGEST)) {
                while (rows.next()) {
                    add(rows.getBytes(1), packages);
                }
            }
        } catch (SQLException | IllegalArgumentException broken) {
            throw new IOException("The rpm database cannot be read: " + FileTrouble.words(broken), broken);
        }
        return sorted(packages);
    }

    /**
     * The packages that {@code rpmdb --exportdb} wrote, by name: one header after another, as rpm's header.c has them.
     *
     * @throws IOException when it is anything else
     */
    public static List<InstalledPackage> readExported(InputStream exported) throws IOException {
        List<InstalledPackage> packages = new ArrayList<>();
        DataInputStream in = new DataInputStream(exported);
        try {
            for (byte[] start = in.readNBytes(ENTRY); start.length > 0; start = in.readNBytes(ENTRY)) {
                ByteBuffer head = ByteBuffer.wrap(start);
                if (start.length < ENTRY || head.getLong(0) != MAGIC) {
                    throw new IOException("What rpm exported is no row of headers.");
                }
                long length = (long) ENTRY * head.getInt(8) + head.getInt(12);
                if (length < 0 || length > LARGEST) {
                    throw new IOException("A header that rpm exported says it has " + length + " bytes.");
                }
                byte[] rest = in.readNBytes((int) length);
                if (rest.length < length) {
                    throw new EOFException("What rpm exported ends within a header.");
                }
                ByteBuffer header = ByteBuffer.allocate(ENTRY / 2 + rest.length);
                add(header.put(start, ENTRY / 2, ENTRY / 2).put(rest).array(), packages);
            }
        } catch (IllegalArgumentException broken) {
            throw new IOException("The rpm database cannot be read: " + FileTrouble.words(broken), broken);
        }
        return sorted(packages);
    }

    private static List<InstalledPackage> sorted(List<InstalledPackage> packages) {
        packages.sort(Comparator.comparing(InstalledPackage::name).thenComparing(InstalledPackage::version));
        return packages;
    }

    private static void add(byte[] header, List<InstalledPackage> packages) throws IOException {
        InstalledPackage known = InstalledPackage.of(RpmHeader.parse(header));
        if (!known.name().equals("gpg-pubkey")) {
            packages.add(known);
        }
        if (packages.size() > MOST) {
            throw new IOException("The rpm database has more than " + MOST + " packages, which none has.");
        }
    }

    /** A view or a virtual table of that name would run what its author wrote into it. */
    private static void checkSchema(Statement query) throws SQLException, IOException {
        try (ResultSet row = query.executeQuery("select type, sql from sqlite_schema where name = 'Packages'")) {
            boolean table = row.next()
                    && row.getString(1).equals("table")
                    && PLAIN_TABLE.matcher(String.valueOf(row.getString(2))).find();
            if (!table) {
                throw new IOException("The file is an SQLite database, but has no table of packages as rpm makes it.");
            }
        }
    }
}
