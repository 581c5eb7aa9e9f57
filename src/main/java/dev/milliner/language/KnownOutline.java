package dev.milliner.language;

import dev.milliner.distro.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outline of a TOML file, kept while its text is the same: clients ask for it again with every move of the caret.
 *
 * @param format what it was made by
 * @param lines the text
 * @param symbols the tables of the file
 */
record KnownOutline(Shape.Table format, TextLines lines, List<Symbol> symbols) {
    static KnownOutline of(Knowledge knowledge, Document document) {
        TextMemory texts = knowledge.surroundings().texts();
        Shape.Table format = knowledge.format(document);
        KnownOutline known = texts.<KnownOutline>next(
                "outline of " + document.path(),
                document.text(),
                (before, text) -> make(before, texts.lines(document), document, format));
        return known.isBy(format) ? known : make(null, texts.lines(document), document, format);
    }

    @SuppressWarnings("ReferenceEquality") // a format is made once for each state of a project's own schema
    private boolean isBy(Shape.Table other) {
        return format == other;
    }

    private static KnownOutline make(
            @Nullable KnownOutline before, TextLines lines, Document document, Shape.Table format) {
        List<Symbol> symbols = before == null || !before.isBy(format)
                ? TomlOutline.of(document.path(), lines, format)
                : new NextOutline(before, lines, document.path()).symbols();
        return new KnownOutline(format, lines, symbols);
    }
}
