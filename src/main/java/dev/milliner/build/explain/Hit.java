package dev.milliner.build.explain;

import java.util.List;
import java.util.Map;

/**
 * A line that a rule knows.
 *
 * @param rule the rule
 * @param number the line's number
 * @param lines all lines that belong to it, in order
 * @param values what was found in them
 * @param section the number of the section it stands in
 * @param step how many commands of that section had run
 */
record Hit(Rule rule, long number, List<Integer> lines, Map<String, String> values, int section, int step) {
    String cause() {
        return sentence(rule.cause());
    }

    String fix() {
        return sentence(rule.fix());
    }

    private String sentence(Template template) {
        String text = template.with(values).strip().replace('‘', '\'').replace('’', '\'');
        return text.isEmpty() || text.endsWith(".") || text.endsWith("?") ? text : text + ".";
    }
}
