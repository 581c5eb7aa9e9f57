package dev.milliner.language;

import java.util.ArrayList;
import java.util.List;

/**
 * A tag of an XML text, which may be half typed.
 *
 * @param name the element's name
 * @param nameSpan where the name stands
 * @param closing whether it is an end tag
 * @param empty whether it ends its element itself
 * @param attributes the attributes, from left to right
 * @param innerEnd where its inside ends
 * @param end where what follows it begins
 */
record XmlTag(
        String name, Span nameSpan, boolean closing, boolean empty, List<Attribute> attributes, int innerEnd, int end) {
    /**
     * An attribute.
     *
     * @param valued whether a quote follows its name
     * @param closed whether that quote is closed
     */
    record Attribute(String name, Span nameSpan, String value, Span valueSpan, boolean valued, boolean closed) {}

    /** Reads the tag whose {@code <} stands at an offset. Another {@code <} ends one that was left open. */
    static XmlTag read(String text, int start) {
        boolean closing = text.startsWith("</", start);
        int from = start + (closing ? 2 : 1);
        int at = wordEnd(text, from);
        Span nameSpan = new Span(from, at);
        List<Attribute> attributes = new ArrayList<>();
        while (at < text.length()) {
            char here = text.charAt(at);
            if (here == '>' || here == '<' || text.startsWith("/>", at)) {
                break;
            }
            if (isWordPart(here)) {
                Attribute attribute = attribute(text, at);
                attributes.add(attribute);
                int behind = attribute.valued() && attribute.closed() ? 1 : 0;
                at = Math.max(at + 1, attribute.valueSpan().end() + behind);
            } else {
                at++;
            }
        }
        boolean empty = text.startsWith("/>", at);
        int end = at + (empty ? 2 : at < text.length() && text.charAt(at) == '>' ? 1 : 0);
        return new XmlTag(
                text.substring(nameSpan.start(), nameSpan.end()),
                nameSpan,
                closing,
                empty,
                List.copyOf(attributes),
                at,
                Math.max(end, start + 1));
    }

    private static Attribute attribute(String text, int start) {
        int end = wordEnd(text, start);
        Span nameSpan = new Span(start, end);
        String name = text.substring(start, end);
        int at = skipBlanks(text, end);
        if (at >= text.length() || text.charAt(at) != '=') {
            return new Attribute(name, nameSpan, "", new Span(end, end), false, false);
        }
        int quote = skipBlanks(text, at + 1);
        if (quote >= text.length() || (text.charAt(quote) != '"' && text.charAt(quote) != '\'')) {
            return new Attribute(name, nameSpan, "", new Span(at + 1, at + 1), false, false);
        }
        int close = quote + 1;
        while (close < text.length()
                && text.charAt(close) != text.charAt(quote)
                && "<>\n".indexOf(text.charAt(close)) < 0) {
            close++;
        }
        boolean closed = close < text.length() && text.charAt(close) == text.charAt(quote);
        if (!closed) {
            // What follows an open quote is most likely not a part of it.
            close = wordEnd(text, quote + 1);
        }
        Span valueSpan = new Span(quote + 1, close);
        return new Attribute(name, nameSpan, text.substring(quote + 1, close), valueSpan, true, closed);
    }

    private static int wordEnd(String text, int from) {
        int at = from;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isWordPart(char here) {
        return Character.isLetterOrDigit(here) || here == '-' || here == '_' || here == ':' || here == '.';
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
