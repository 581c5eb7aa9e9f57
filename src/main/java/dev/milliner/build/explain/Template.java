package dev.milliner.build.explain;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A sentence or a pattern with {@code ${name}} where a found value goes, or {@code ${name,other|otherwise}}: the first that
 * was found.
 */
record Template(String text) {
    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+(?:,\\w+)*)(?:\\|([^}]*))?\\}");

    String with(Map<String, String> values) {
        return with(values, UnaryOperator.identity());
    }

    /** With every value as a pattern that matches just it. */
    String asPattern(Map<String, String> values) {
        return with(values, Pattern::quote);
    }

    /** Tells whether every value that is named without an "otherwise" is there. */
    boolean isComplete(Map<String, String> values) {
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            if (place.group(2) == null && value(place.group(1), values).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private String with(Map<String, String> values, UnaryOperator<String> written) {
        StringBuilder result = new StringBuilder();
        Matcher place = PLACE.matcher(text);
        int done = 0;
        while (place.find()) {
            String value = value(place.group(1), values);
            String otherwise = place.group(2);
            result.append(text, done, place.start());
            result.append(value.isEmpty() && otherwise != null ? otherwise : written.apply(value));
            done = place.end();
        }
        return result.append(text.substring(done)).toString();
    }

    private static String value(String names, Map<String, String> values) {
        for (String name : names.split(",", -1)) {
            String value = values.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }
}
