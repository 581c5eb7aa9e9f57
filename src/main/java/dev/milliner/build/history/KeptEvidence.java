package dev.milliner.build.history;

import dev.milliner.build.run.ImagePackage;
import dev.milliner.build.run.ImagePackage.Program;
import dev.milliner.level.LevelEvidence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What showed the level of a build's packages: a row for each package, with an empty path, and one for each of its programs. */
final class KeptEvidence {
    static final String TABLE = "evidence";
    static final String MADE =
            "CREATE TABLE IF NOT EXISTS evidence (build TEXT, package TEXT, arch TEXT, path TEXT, level TEXT, reason TEXT)";
    static final String INDEXED = "CREATE INDEX IF NOT EXISTS evidence_of ON evidence (build)";

    private final Map<String, List<Program>> rows = new HashMap<>();

    private KeptEvidence() {}

    static void keep(Connection connection, String build, List<ImagePackage> packages) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement("INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?)")) {
            row.setString(1, build);
            for (ImagePackage one : packages) {
                row.setString(2, one.name());
                row.setString(3, one.architecture());
                add(row, new Program("", one.level(), one.reason()));
                for (Program program : one.programs()) {
                    add(row, program);
                }
            }
            row.executeBatch();
        }
    }

    private static void add(PreparedStatement row, Program program) throws SQLException {
        row.setString(4, program.path());
        row.setString(5, program.level().name());
        row.setString(6, program.reason());
        row.addBatch();
    }

    /** What was kept of a build; nothing of one that was before this was kept. */
    static KeptEvidence of(Connection connection, String build) throws SQLException {
        KeptEvidence kept = new KeptEvidence();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT * FROM evidence WHERE build = ? ORDER BY rowid")) {
            query.setString(1, build);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    kept.rows
                            .computeIfAbsent(
                                    key(Cell.text(rows, "package"), Cell.text(rows, "arch")), none -> new ArrayList<>())
                            .add(new Program(
                                    Cell.text(rows, "path"),
                                    Cell.word(LevelEvidence.class, rows, "level"),
                                    Cell.text(rows, "reason")));
                }
            }
        }
        return kept;
    }

    /** The sentence of a package. */
    String reason(String name, String architecture) {
        return all(name, architecture).stream()
                .filter(one -> one.path().isEmpty())
                .map(Program::reason)
                .findFirst()
                .orElse("");
    }

    /** Its programs. */
    List<Program> programs(String name, String architecture) {
        return all(name, architecture).stream()
                .filter(one -> !one.path().isEmpty())
                .toList();
    }

    private List<Program> all(String name, String architecture) {
        return rows.getOrDefault(key(name, architecture), List.of());
    }

    private static String key(String name, String architecture) {
        return name + "." + architecture;
    }
}
