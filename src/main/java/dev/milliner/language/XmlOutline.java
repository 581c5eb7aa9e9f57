package dev.milliner.language;

import dev.milliner.text.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** The elements of an XML file that hold others. */
final class XmlOutline {
    private static final Set<String> NAMING = Set.of("name", "image", "alias", "type", "profile", "from");

    private final Document document;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Symbol> top = new ArrayList<>();

    private XmlOutline(Document document) {
        this.document = document;
    }

    private record Open(XmlTag tag, int start, List<Symbol> children) {}

    static List<Symbol> of(Document document) {
        XmlOutline outline = new XmlOutline(document);
        outline.read();
        return List.copyOf(outline.top);
    }

    private void read() {
        String text = document.text();
        int at = text.indexOf('<');
        while (at >= 0) {
            int end = specialEnd(text, at);
            if (end < 0) {
                XmlTag tag = XmlTag.read(text, at);
                tag(tag, at);
                end = tag.end();
            }
            at = text.indexOf('<', end);
        }
        while (!open.isEmpty()) {
            close(text.length());
        }
    }

    private static int specialEnd(String text, int at) {
        String end = text.startsWith("<!--", at) ? "-->" : text.startsWith("<?", at) ? "?>" : "";
        if (end.isEmpty()) {
            return -1;
        }
        int found = text.indexOf(end, at);
        return found < 0 ? text.length() : found + end.length();
    }

    private void tag(XmlTag tag, int start) {
        if (tag.closing()) {
            boolean known = open.stream().anyMatch(one -> one.tag().name().equals(tag.name()));
            while (known && !open.isEmpty()) {
                known = !open.peek().tag().name().equals(tag.name());
                close(tag.end());
            }
            return;
        }
        open.push(new Open(tag, start, new ArrayList<>()));
        if (tag.empty()) {
            close(tag.end());
        }
    }

    private void close(int end) {
        Open ended = open.pop();
        Place place = new Place(document.path(), new Span(ended.start(), end).in(document.text()));
        String detail = ended.tag().attributes().stream()
                .filter(attribute -> NAMING.contains(attribute.name()))
                .map(XmlTag.Attribute::value)
                .findFirst()
                .orElse("");
        Symbol symbol = new Symbol(ended.tag().name(), CompletionKind.ELEMENT, detail, place, ended.children());
        (open.isEmpty() ? top : open.peek().children()).add(symbol);
    }

    /** The elements of several lines. */
    static List<FoldRange> folds(Document document) {
        List<FoldRange> folds = new ArrayList<>();
        fold(of(document), folds);
        return List.copyOf(folds);
    }

    private static void fold(List<Symbol> symbols, List<FoldRange> folds) {
        for (Symbol symbol : symbols) {
            int first = symbol.place().range().line();
            int last = symbol.place().range().endLine();
            if (last > first) {
                folds.add(new FoldRange(first, last));
            }
            fold(symbol.children(), folds);
        }
    }
}
