package dev.milliner.serve.lsp;

import dev.milliner.language.Hover;
import dev.milliner.language.HoverPart;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;

/** What there is to say of something, in the notation that a client can show. */
final class Saying {
    private Saying() {}

    /** What a hover says of a stretch, below what it is. */
    static org.eclipse.lsp4j.Hover of(Hover hover, TextPositions positions, boolean markdown) {
        MarkupContent content = markdown
                ? new MarkupContent(MarkupKind.MARKDOWN, hover.markdown())
                : new MarkupContent(
                        MarkupKind.PLAINTEXT,
                        hover.title() + "\n\n" + of(hover.parts(), false).getValue());
        return new org.eclipse.lsp4j.Hover(content, positions.range(hover.span()));
    }

    static MarkupContent of(List<HoverPart> parts, boolean markdown) {
        return markdown
                ? new MarkupContent(
                        MarkupKind.MARKDOWN,
                        parts.stream().map(HoverPart::markdown).collect(Collectors.joining("\n\n")))
                : new MarkupContent(
                        MarkupKind.PLAINTEXT, parts.stream().map(Saying::plain).collect(Collectors.joining("\n\n")));
    }

    private static String plain(HoverPart part) {
        return switch (part) {
            case HoverPart.Paragraph paragraph -> paragraph.text();
            case HoverPart.Facts facts ->
                facts.facts().stream()
                        .map(fact -> fact.name() + ": " + fact.value())
                        .collect(Collectors.joining("\n"));
            case HoverPart.Chain chain ->
                chain.steps().stream()
                        .map(step -> step.layer() + ": " + step.value()
                                + (step.where().isEmpty() ? "" : " (" + step.where() + ")"))
                        .collect(Collectors.joining("\n"));
            case HoverPart.Code code -> code.text();
        };
    }
}
