package dev.milliner.language;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What there is to say of a stretch of a text.
 *
 * @param span the stretch
 * @param title what it is, in a few words
 * @param parts what there is to say, from top to bottom
 */
public record Hover(Span span, String title, List<HoverPart> parts) {
    /** Takes the parts over. */
    public Hover {
        parts = List.copyOf(parts);
    }

    /** All of it as Markdown. */
    public String markdown() {
        return "**" + HoverPart.escaped(title) + "**\n\n"
                + parts.stream().map(HoverPart::markdown).collect(Collectors.joining("\n\n"));
    }
}
