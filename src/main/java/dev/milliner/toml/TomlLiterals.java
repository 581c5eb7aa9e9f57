package dev.milliner.toml;

import dev.milliner.text.TextRange;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands without quotes: numbers, booleans, dates and times. */
final class TomlLiterals {
    /** Runs of digits are no groups in a loop, as each round of such costs a frame on the stack. */
    private static final String WHOLE = "(?!.*__)[+-]?(0|[1-9][0-9_]*+(?<!_))";

    private static final Pattern DECIMAL = Pattern.compile(WHOLE);
    private static final Pattern PREFIXED =
            Pattern.compile("(?!.*__)(0x[0-9A-Fa-f][0-9A-Fa-f_]*+|0o[0-7][0-7_]*+|0b[01][01_]*+)(?<!_)");
    private static final Pattern FLOAT =
            Pattern.compile(WHOLE + "(\\.[0-9][0-9_]*+(?<!_))?([eE][+-]?[0-9][0-9_]*+(?<!_))?");
    private static final Pattern SPECIAL = Pattern.compile("[+-]?(inf|nan)");
    private static final String DATE = "(?<date>\\d{4}-\\d{2}-\\d{2})";
    private static final String TIME = "(?<hour>\\d{2}):(?<minute>\\d{2})(?<seconds>:(?<second>\\d{2})(\\.\\d+)?)?";
    private static final Pattern MOMENT = Pattern.compile(
            DATE + "([Tt ]" + TIME + "(?<offset>[Zz]|[+-](?<offsetHour>\\d{2}):(?<offsetMinute>\\d{2}))?)?");
    private static final Pattern CLOCK = Pattern.compile(TIME);

    private final TomlCursor cursor;
    private final TomlVersion version;

    TomlLiterals(TomlCursor cursor, TomlVersion version) {
        this.cursor = cursor;
        this.version = version;
    }

    /** Reads the value that starts here. */
    TomlScalar read() throws TomlSyntaxException {
        int end = endOfWord(cursor.at);
        if (looksLikeDate(end) && end + 1 < cursor.length && cursor.text.charAt(end) == ' ' && isDigit(end + 1)) {
            end = endOfWord(end + 1);
        }
        String word = cursor.text.substring(cursor.at, end);
        if (word.isEmpty()) {
            throw cursor.unexpected("a value");
        }
        TextRange range = cursor.ahead(word.length());
        TomlScalar value = classify(word, range);
        cursor.at = end;
        return value;
    }

    private int endOfWord(int from) {
        int end = from;
        while (end < cursor.length && " \t\r\n,]}#=[{\"'".indexOf(cursor.text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private boolean looksLikeDate(int end) {
        return end - cursor.at == 10 && cursor.text.charAt(cursor.at + 4) == '-';
    }

    private boolean isDigit(int index) {
        return cursor.text.charAt(index) >= '0' && cursor.text.charAt(index) <= '9';
    }

    private TomlScalar classify(String word, TextRange range) throws TomlSyntaxException {
        if (word.equals("true") || word.equals("false")) {
            return new TomlScalar(TomlScalar.Kind.BOOLEAN, word.equals("true"), range);
        }
        if (DECIMAL.matcher(word).matches()) {
            return integer(word.replace("_", ""), 10, range);
        }
        if (PREFIXED.matcher(word).matches()) {
            int radix =
                    switch (word.charAt(1)) {
                        case 'x' -> 16;
                        case 'o' -> 8;
                        default -> 2;
                    };
            return integer(word.substring(2).replace("_", ""), radix, range);
        }
        if (FLOAT.matcher(word).matches()) {
            return new TomlScalar(TomlScalar.Kind.FLOAT, Double.parseDouble(word.replace("_", "")), range);
        }
        if (SPECIAL.matcher(word).matches()) {
            return new TomlScalar(TomlScalar.Kind.FLOAT, special(word), range);
        }
        return moment(word, range);
    }

    private static double special(String word) {
        if (word.endsWith("nan")) {
            return Double.NaN;
        }
        return word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    private static TomlScalar integer(String digits, int radix, TextRange range) throws TomlSyntaxException {
        try {
            return new TomlScalar(TomlScalar.Kind.INTEGER, Long.parseLong(digits, radix), range);
        } catch (NumberFormatException tooLarge) {
            throw new TomlSyntaxException("The number does not fit into 64 bits.", range);
        }
    }

    private TomlScalar moment(String word, TextRange range) throws TomlSyntaxException {
        Matcher moment = MOMENT.matcher(word);
        if (moment.matches()) {
            boolean timed = moment.group("hour") != null;
            checkDate(moment.group("date"), range);
            if (!timed) {
                return new TomlScalar(TomlScalar.Kind.LOCAL_DATE, word, range);
            }
            checkTime(moment, range);
            if (moment.group("offset") == null) {
                return new TomlScalar(TomlScalar.Kind.LOCAL_DATE_TIME, word, range);
            }
            checkOffset(moment, range);
            return new TomlScalar(TomlScalar.Kind.OFFSET_DATE_TIME, word, range);
        }
        Matcher clock = CLOCK.matcher(word);
        if (clock.matches()) {
            checkTime(clock, range);
            return new TomlScalar(TomlScalar.Kind.LOCAL_TIME, word, range);
        }
        throw new TomlSyntaxException("'" + shortened(word) + "' is no value; put text into quotes.", range);
    }

    private static String shortened(String word) {
        return word.length() <= 40 ? word : word.substring(0, 39) + "…";
    }

    private static void checkDate(String date, TextRange range) throws TomlSyntaxException {
        try {
            LocalDate.parse(date);
        } catch (DateTimeException impossible) {
            throw new TomlSyntaxException("There is no such date.", range);
        }
    }

    private void checkTime(Matcher time, TextRange range) throws TomlSyntaxException {
        if (time.group("seconds") == null && version == TomlVersion.V1_0) {
            throw new TomlSyntaxException("The time needs seconds.", range);
        }
        if (above(time.group("hour"), 23) || above(time.group("minute"), 59) || above(time.group("second"), 60)) {
            throw new TomlSyntaxException("There is no such time.", range);
        }
    }

    private static void checkOffset(Matcher moment, TextRange range) throws TomlSyntaxException {
        if (above(moment.group("offsetHour"), 23) || above(moment.group("offsetMinute"), 59)) {
            throw new TomlSyntaxException("There is no such offset from UTC.", range);
        }
    }

    private static boolean above(@org.jspecify.annotations.Nullable String digits, int most) {
        return digits != null && Integer.parseInt(digits) > most;
    }
}
