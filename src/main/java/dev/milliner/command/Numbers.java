package dev.milliner.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the numbers of a command line, and says in a person's words where one is none. */
final class Numbers {
    private Numbers() {}

    /** A whole number. */
    static final class Whole implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException wrong) {
                throw new TypeConversionException("'" + text + "' is no whole number"
                        + (isDigits(text) ? " below " + Integer.MAX_VALUE : ", such as 5"));
            }
        }
    }

    /** A number that another service gave. */
    static final class Given implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            if (isDigits(text) && text.length() <= 18) {
                return Long.valueOf(text);
            }
            throw new TypeConversionException("'" + text + "' is no number of a task, such as 4711");
        }
    }

    /** A number that may have a fraction. */
    static final class Fraction implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            try {
                double number = Double.parseDouble(text);
                if (Double.isFinite(number)) {
                    return number;
                }
            } catch (NumberFormatException wrong) {
                // Told below.
            }
            throw new TypeConversionException("'" + text + "' is no number, such as 2 or 0.5");
        }
    }

    /** What a number is given to, as it is. */
    static final class Owner implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            return text;
        }
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
