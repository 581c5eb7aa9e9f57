package dev.milliner.review;

import dev.milliner.ground.Amount;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The account of a distro's deviations as a document. */
public final class DeviationsReport {
    private static final String STYLE = "body{font:15px/1.5 sans-serif;max-width:70em;margin:2em auto;padding:0 1em;"
            + "color:#1f2430}table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;"
            + "padding:.3em .8em .3em 0;border-bottom:1px solid #e1e4ea}th{color:#5c6474;font-weight:normal}"
            + "code{font-size:90%}.none{color:#9a6700}";

    private DeviationsReport() {}

    /** The document in Markdown. */
    public static String markdown(Deviations deviations) {
        StringBuilder text = new StringBuilder();
        text.append("# Deviations of ").append(deviations.distro()).append(" from upstream\n\n");
        text.append(summary(deviations)).append("\n\n| kind | number |\n|---|---|\n");
        for (Deviation.Kind kind : Deviation.Kind.values()) {
            text.append("| ")
                    .append(kind.label())
                    .append(" | ")
                    .append(deviations.count(kind))
                    .append(" |\n");
        }
        byComponent(deviations.all()).forEach((component, list) -> {
            text.append("\n## ").append(component).append("\n\n");
            list.forEach(deviation -> text.append("- **")
                    .append(deviation.kind().label())
                    .append("** ")
                    .append(escaped(deviation.what()))
                    .append(": ")
                    .append(deviation.givesReason() ? escaped(reason(deviation)) : "*no reason given*")
                    .append(" (`")
                    .append(place(deviation))
                    .append("`)\n"));
        });
        text.append("\n## Without a reason\n\n");
        deviations.withoutReason().forEach(deviation -> text.append("- ")
                .append(deviation.component())
                .append(": ")
                .append(deviation.kind().label())
                .append(" ")
                .append(escaped(deviation.what()))
                .append(" (`")
                .append(place(deviation))
                .append("`)\n"));
        return text.toString();
    }

    /** The document in HTML, complete in itself. */
    public static String html(Deviations deviations) {
        StringBuilder text =
                new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>");
        String title = "Deviations of " + deviations.distro() + " from upstream";
        text.append(html(title)).append("</title><style>").append(STYLE).append("</style></head><body>\n<h1>");
        text.append(html(title))
                .append("</h1>\n<p>")
                .append(html(summary(deviations)))
                .append("</p>\n");
        byComponent(deviations.all()).forEach((component, list) -> {
            text.append("<h2>")
                    .append(html(component))
                    .append("</h2>\n<table><tr><th>kind</th><th>what</th><th>why</th>")
                    .append("<th>where</th></tr>\n");
            list.forEach(deviation -> row(text, deviation));
            text.append("</table>\n");
        });
        return text.append("</body></html>\n").toString();
    }

    /** The account as JSON. */
    public static ArrayNode json(Deviations deviations) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Deviation deviation : deviations.all()) {
            array.addObject()
                    .put("component", deviation.component())
                    .put(
                            "kind",
                            deviation.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .put("what", deviation.what())
                    .put("reason", deviation.reason())
                    .put("category", deviation.category())
                    .put("upstreamStatus", deviation.upstreamStatus())
                    .put("file", deviation.file())
                    .put("line", deviation.line());
        }
        return array;
    }

    private static void row(StringBuilder text, Deviation deviation) {
        String why = deviation.givesReason() ? "<td>" + html(reason(deviation)) : "<td class=\"none\">no reason given";
        text.append("<tr><td>")
                .append(deviation.kind().label())
                .append("</td><td>")
                .append(html(deviation.what()))
                .append("</td>")
                .append(why)
                .append("</td><td><code>")
                .append(html(place(deviation)))
                .append("</code></td></tr>\n");
    }

    private static String summary(Deviations deviations) {
        return Amount.of(deviations.all().size(), "deviation") + " in " + deviations.deviatingComponents() + " of "
                + Amount.of(deviations.components(), "component") + "; "
                + deviations.withoutReason().size()
                + Amount.either(deviations.withoutReason().size(), " gives", " give") + " no reason.";
    }

    private static String reason(Deviation deviation) {
        String tags =
                deviation.category() + (deviation.upstreamStatus().isEmpty() ? "" : ", " + deviation.upstreamStatus());
        return deviation.reason().isBlank()
                ? tags
                : deviation.reason().strip() + (tags.isEmpty() ? "" : " [" + tags + "]");
    }

    private static String place(Deviation deviation) {
        return deviation.file() + ":" + deviation.line();
    }

    private static Map<String, List<Deviation>> byComponent(List<Deviation> all) {
        return all.stream().collect(Collectors.groupingBy(Deviation::component, TreeMap::new, Collectors.toList()));
    }

    private static String escaped(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("([\\\\`*_<>|\\[\\]])", "\\\\$1");
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
