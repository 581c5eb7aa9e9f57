package dev.milliner.build.history;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What stands in a row where it has to be something; a database may be damaged, or of a Milliner that knows more. */
final class Cell {
    private Cell() {}

    static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        if (text == null) {
            throw strange(column, null);
        }
        return text;
    }

    /** A constant by its name. */
    static <E extends Enum<E>> E word(Class<E> words, ResultSet row, String column) throws SQLException {
        String text = text(row, column);
        try {
            return Enum.valueOf(words, text);
        } catch (IllegalArgumentException unknown) {
            throw strange(column, text);
        }
    }

    static Path path(ResultSet row, String column) throws SQLException {
        String text = text(row, column);
        try {
            return Path.of(text);
        } catch (InvalidPathException none) {
            throw strange(column, text);
        }
    }

    private static SQLException strange(String column, @Nullable String text) {
        return new SQLException(
                "its " + column + (text == null ? " is missing" : " '" + text + "' is not known to this Milliner"));
    }
}
