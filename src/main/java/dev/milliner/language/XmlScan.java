package dev.milliner.language;

import dev.milliner.image.kiwi.KiwiSchema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads an XML text up to an offset, whatever its state, and finds out what stands there. */
final class XmlScan {
    private final String text;
    private final int offset;
    private final Deque<String> open = new ArrayDeque<>();

    private XmlScan(String text, int offset) {
        this.text = text;
        this.offset = offset;
    }

    static XmlSpot at(String text, int offset) {
        return new XmlScan(text, Math.clamp(offset, 0, text.length())).spot();
    }

    private XmlSpot spot() {
        int at = 0;
        while (true) {
            int tag = text.indexOf('<', at);
            if (tag < 0 || tag >= offset) {
                return between(at);
            }
            if (text.startsWith("<!--", tag) || text.startsWith("<?", tag) || text.startsWith("<![CDATA[", tag)) {
                int end = endOfSpecial(tag);
                if (end > offset || end < 0) {
                    return new XmlSpot.Nothing();
                }
                at = end;
            } else {
                XmlTag read = XmlTag.read(text, tag);
                if (offset <= read.innerEnd()) {
                    return inTag(read);
                }
                pass(read);
                at = read.end();
            }
        }
    }

    private int endOfSpecial(int tag) {
        String end = text.startsWith("<!--", tag) ? "-->" : text.startsWith("<?", tag) ? "?>" : "]]>";
        int found = text.indexOf(end, tag + 2);
        return found < 0 ? -1 : found + end.length();
    }

    private void pass(XmlTag tag) {
        if (tag.closing()) {
            if (open.contains(tag.name())) {
                while (!tag.name().equals(open.pop())) {
                    // What was left open in it ends with it.
                }
            }
        } else if (!tag.empty()) {
            open.push(tag.name());
        }
    }

    private List<String> around() {
        List<String> around = new ArrayList<>(open);
        Collections.reverse(around);
        return List.copyOf(around);
    }

    private XmlSpot between(int from) {
        int end = text.indexOf('<', offset);
        int stop = end < 0 ? text.length() : end;
        String inner = text.substring(from, stop);
        boolean leaf = !open.isEmpty()
                && KiwiSchema.element(open.peek())
                        .filter(element -> element.children().isEmpty())
                        .isPresent();
        if (leaf) {
            int start = from + inner.length() - inner.stripLeading().length();
            Span span = new Span(
                    Math.min(start, offset),
                    Math.max(offset, from + inner.stripTrailing().length()));
            return new XmlSpot.InText(open.peek(), span, text.substring(span.start(), span.end()));
        }
        int start = offset;
        while (start > from && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        Span span = new Span(start, offset);
        return new XmlSpot.InElement(around(), span, text.substring(start, offset), false, false);
    }

    private XmlSpot inTag(XmlTag tag) {
        if (tag.nameSpan().touches(offset)) {
            return new XmlSpot.InElement(around(), tag.nameSpan(), tag.name(), tag.closing(), true);
        }
        Map<String, String> set = new LinkedHashMap<>();
        tag.attributes().forEach(one -> set.put(one.name(), one.value()));
        for (XmlTag.Attribute one : tag.attributes()) {
            if (one.nameSpan().touches(offset)) {
                set.remove(one.name());
                return new XmlSpot.InAttribute(tag.name(), one.nameSpan(), one.name(), set, one.valued());
            }
            if (one.valued() && one.valueSpan().touches(offset)) {
                return new XmlSpot.InAttributeValue(tag.name(), one.name(), one.valueSpan(), one.value(), one.closed());
            }
        }
        boolean blank = offset > 0 && Character.isWhitespace(text.charAt(offset - 1));
        return blank && !tag.closing()
                ? new XmlSpot.InAttribute(tag.name(), Span.at(offset), "", set, false)
                : new XmlSpot.Nothing();
    }
}
