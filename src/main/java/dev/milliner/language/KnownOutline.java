package dev.milliner.language;

import dev.milliner.distro.Shape;
import java.util.List;

/**
 * The outline of a TOML file, kept while its text is the same: clients ask for it again with every move of the caret.
 *
 * @param format what it was made by
 * @param symbols the tables of the file
 */
record KnownOutline(Shape.Table format, List<Symbol> symbols) {
    @SuppressWarnings("ReferenceEquality") // a format is made once for each state of a project's own schema
    static KnownOutline of(Knowledge knowledge, Document document) {
        TextMemory texts = knowledge.surroundings().texts();
        Shape.Table format = knowledge.format(document);
        KnownOutline known = texts.of(
                "outline of " + document.path(),
                document.text(),
                text -> make(texts.lines(document), document, format));
        return known.format() == format ? known : make(texts.lines(document), document, format);
    }

    private static KnownOutline make(TextLines lines, Document document, Shape.Table format) {
        return new KnownOutline(format, TomlOutline.of(document, lines, format));
    }
}
