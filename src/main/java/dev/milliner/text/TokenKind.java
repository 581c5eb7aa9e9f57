package dev.milliner.text;

/** What a stretch of a line is. */
public enum TokenKind {
    /** A key of TOML, an attribute name of XML, a tag of a spec. */
    KEY,
    /** A table header of TOML, an element name of XML, a section of a spec. */
    TABLE,
    STRING,
    /** A number, date or boolean. */
    NUMBER,
    COMMENT,
    /** A macro of a spec, an entity of XML, an escape in a string. */
    MACRO,
    /** A conditional of a spec such as {@code %if}, a processing instruction of XML. */
    DIRECTIVE,
    PUNCTUATION
}
