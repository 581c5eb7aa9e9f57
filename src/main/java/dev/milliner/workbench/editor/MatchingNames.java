package dev.milliner.workbench.editor;

import dev.milliner.language.Document;
import dev.milliner.language.Span;
import dev.milliner.text.TextEdit;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.base.Rest;
import dev.milliner.workbench.words.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.shape.Rectangle;

/** A quiet box around each place of the text that names what stands at the caret, once the caret has rested a while. */
final class MatchingNames implements EditorFeature {
    private static final Duration REST = Duration.ofMillis(250);
    private static final double ROUND = 4;
    /** More than this nobody looks through. */
    private static final int MOST = 2_000;

    private final EditorSurface surface;
    private final EditorArea area;
    private final LanguageDesk desk;
    private final Later later = new Later(Wording.of("activity.matching-names"));
    private final Rest rest = new Rest(REST, this::find);
    private final Set<Integer> boxed = new HashSet<>();
    private List<Span> shown = List.of();
    private int version;

    MatchingNames(EditorSurface surface, LanguageDesk desk) {
        this.surface = surface;
        this.desk = desk;
        area = surface.area();
    }

    @Override
    public void install(EditorSurface on) {
        on.lines().add((LineLayer) this::draw);
    }

    /** What is boxed still is taken away with the next answer, not while the letter waits to be seen. */
    @Override
    public void edited(TextEdit edit) {
        version++;
        shown = List.of();
        rest.begin();
    }

    @Override
    public void caretMoved() {
        later.cancel();
        if (shown.stream().noneMatch(span -> span.touches(area.getCaretPosition()))) {
            rest.begin();
        }
    }

    private void find() {
        int at = version;
        int offset = area.getCaretPosition();
        if (area.getSelection().getLength() > 0 || area.carets().areMany()) {
            show(List.of());
            return;
        }
        later.ask(() -> places(LanguageDesk.document(surface.file(), at), offset), found -> {
            if (at == version) {
                show(found);
            }
        });
    }

    private List<Span> places(Document document, int offset) {
        List<Span> named = desk.known()
                .map(known -> known.service().highlights(document, offset))
                .orElse(List.of());
        List<Span> all = named.isEmpty() ? words(document.text(), offset) : named;
        return all.stream().sorted(Comparator.comparingInt(Span::start)).toList();
    }

    private static List<Span> words(String text, int offset) {
        Caret word = Occurrences.wordAt(text, Math.min(offset, text.length()));
        List<Span> found = new ArrayList<>();
        if (word.end() - word.start() < 2) {
            return found;
        }
        String wanted = text.substring(word.start(), word.end());
        for (int at = text.indexOf(wanted);
                at >= 0 && found.size() < MOST;
                at = text.indexOf(wanted, at + wanted.length())) {
            if (Occurrences.isWhole(text, at, at + wanted.length())) {
                found.add(new Span(at, at + wanted.length()));
            }
        }
        return found;
    }

    /** One place alone is where the caret stands, which nobody needs to be told. */
    private void show(List<Span> found) {
        Set<Integer> before = Set.copyOf(boxed);
        boxed.clear();
        shown = found.size() > 1 ? found : List.of();
        before.forEach(line -> surface.lines().redraw(line, line));
        for (Span span : shown) {
            int line = area.lineOf(span.start());
            surface.lines().redraw(line, line);
        }
    }

    private void draw(CodeLine line) {
        if (shown.isEmpty()) {
            return;
        }
        int start = area.startOf(line.line());
        int end = start + line.text().length();
        for (Span span : shown) {
            if (span.start() >= start && span.end() <= end) {
                boxed.add(line.line());
                if (line.part().meets(span.start() - start, span.end() - start)) {
                    line.overlay(box(line, span.start() - start, span.end() - start));
                }
            }
        }
    }

    private static Rectangle box(CodeLine line, int from, int to) {
        double left = line.x(from) - 1;
        Rectangle box =
                new Rectangle(left, 1, line.x(to) + 1 - left, line.metrics().height() - 2);
        box.setArcWidth(ROUND);
        box.setArcHeight(ROUND);
        box.getStyleClass().add("same-name");
        return box;
    }

    @Override
    public void close() {
        rest.end();
        later.close();
    }
}
