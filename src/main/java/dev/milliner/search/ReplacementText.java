package dev.milliner.search;

import com.google.re2j.Matcher;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;

/**
 * What takes the place of a match of a regular expression: text in which {@code $1}, <code>${1}</code> and
 * <code>${name}</code> stand for groups, {@code $0} for the whole match, {@code $$} for a dollar sign, and {@code \n},
 * {@code \t} and {@code \\} for what they mean elsewhere. All else stands for itself.
 *
 * @param parts its parts in order
 */
public record ReplacementText(List<Part> parts) {
    private static final Pattern SPECIAL =
            Pattern.compile("\\$(?:(?<dollar>\\$)|(?<number>\\d)|\\{(?<name>\\w+)})|\\\\(?<escape>[nt\\\\])");

    /** A part of it. */
    public sealed interface Part {}

    /** Text that stands for itself. */
    public record Plain(String text) implements Part {}

    /** A group by its number or its name. */
    public record Group(String name) implements Part {}

    /** Reads one; there is no text that is none. */
    public static ReplacementText parse(String text) {
        List<Part> parts = new ArrayList<>();
        var special = SPECIAL.matcher(text);
        int at = 0;
        while (special.find()) {
            parts.add(new Plain(text.substring(at, special.start())));
            parts.add(part(special));
            at = special.end();
        }
        parts.add(new Plain(text.substring(at)));
        return new ReplacementText(List.copyOf(parts));
    }

    private static Part part(java.util.regex.Matcher special) {
        if (special.group("number") != null) {
            return new Group(special.group("number"));
        } else if (special.group("name") != null) {
            return new Group(special.group("name"));
        } else if (special.group("dollar") != null) {
            return new Plain("$");
        }
        return new Plain(
                switch (special.group("escape")) {
                    case "n" -> "\n";
                    case "t" -> "\t";
                    default -> "\\";
                });
    }

    /**
     * The text that takes the place of a match.
     *
     * @throws NoSuchElementException if the expression has no group of a name; the message says so
     */
    public String expand(Matcher match) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(
                    switch (part) {
                        case Plain plain -> plain.text();
                        case Group group -> value(match, group.name());
                    });
        }
        return text.toString();
    }

    private static String value(Matcher match, String name) {
        try {
            boolean number = name.chars().allMatch(Character::isDigit);
            String value = number ? match.group(Integer.parseInt(name)) : match.group(name);
            return value == null ? "" : value;
        } catch (IndexOutOfBoundsException | IllegalArgumentException none) {
            throw new NoSuchElementException("The expression has no group " + name + ". Nothing was replaced.");
        }
    }
}
