package dev.milliner.workbench.editor;

import dev.milliner.language.TextKind;
import dev.milliner.text.TextEdit;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.base.Rest;
import dev.milliner.workbench.words.Wording;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.text.Text;

/** Folds lines away behind the first of them: by a sign in the gutter, and by commands. Where the caret or an edit goes, nothing is folded. */
final class Folding implements EditorFeature, GutterColumn {
    private static final Duration REST = Duration.ofMillis(400);
    private static final double GAP = 8;

    private final EditorSurface surface;
    private final EditorArea area;
    private final LanguageDesk desk;
    private final Later later = new Later(Wording.of("activity.folds"));
    private final Rest rest = new Rest(REST, this::find);
    /** What can be folded, by the line that stays; where there are several, the longest. */
    private Map<Integer, Fold> possible = Map.of();

    private List<Fold> folded = List.of();
    private int version;

    Folding(EditorSurface surface, LanguageDesk desk) {
        this.surface = surface;
        this.desk = desk;
        area = surface.area();
    }

    @Override
    public void install(EditorSurface on) {
        if (on.language() != TextKind.PLAIN) {
            on.lines().add((GutterColumn) this);
        }
        on.lines().add((LineLayer) this::drawMark);
        area.lines().whenHidden(this::reveal);
        desk.whenKnown(this::find);
    }

    private void find() {
        int at = version;
        desk.known()
                .ifPresent(known -> later.ask(
                        () -> known.service().folds(LanguageDesk.document(surface.file(), at)).stream()
                                .map(range -> new Fold(range.startLine() - 1, range.endLine() - 1))
                                .toList(),
                        found -> {
                            if (at == version) {
                                offer(found);
                            }
                        }));
    }

    /** Says what can be folded in the text as it is now. */
    void offer(List<Fold> found) {
        Set<Integer> changed = new HashSet<>(possible.keySet());
        Map<Integer, Fold> now = byLine(found.stream());
        changed.addAll(now.keySet());
        changed.removeIf(line -> Objects.equals(now.get(line), possible.get(line)));
        possible = now;
        changed.forEach(line -> surface.lines().redraw(line, line));
    }

    private static Map<Integer, Fold> byLine(Stream<Fold> folds) {
        Map<Integer, Fold> byLine = new HashMap<>();
        folds.forEach(
                fold -> byLine.merge(fold.first(), fold, (one, other) -> one.last() > other.last() ? one : other));
        return byLine;
    }

    /** An edit within a line moves none. */
    @Override
    public void edited(TextEdit edit) {
        version++;
        rest.begin();
        if (edit.removedBreaks() > 0 || edit.insertedBreaks() > 0) {
            possible = byLine(possible.values().stream().flatMap(fold -> fold.after(edit).stream()));
        }
        List<Fold> now =
                folded.stream().flatMap(fold -> fold.after(edit).stream()).toList();
        if (!now.equals(folded)) {
            folded = now;
            area.lines().hide(new HiddenLines(now));
            surface.lines().redraw();
        }
    }

    private void hide(List<Fold> now) {
        folded = now;
        area.lines().hideInPlace(new HiddenLines(now));
        surface.lines().redraw();
    }

    /** What is folded. */
    List<Fold> folded() {
        return folded;
    }

    private void reveal(int line) {
        unfold(fold -> fold.hides(line));
    }

    private void unfold(Predicate<Fold> which) {
        hide(folded.stream().filter(which.negate()).toList());
    }

    /** Folds lines away; the caret goes before them where it stands within. */
    void fold(List<Fold> more) {
        int caret = area.getCurrentParagraph();
        more.stream()
                .filter(fold -> fold.hides(caret))
                .mapToInt(Fold::first)
                .min()
                .ifPresent(line -> area.moveTo(area.endOf(line)));
        hide(Stream.concat(folded.stream(), more.stream()).distinct().toList());
    }

    /** Folds the innermost lines around the caret that are not folded yet. */
    void foldAtCaret() {
        int caret = area.getCurrentParagraph();
        possible.values().stream()
                .filter(fold -> fold.holds(caret) && !folded.contains(fold))
                .max(Comparator.comparingInt(Fold::first))
                .ifPresent(fold -> fold(List.of(fold)));
    }

    /** Shows again what is folded at the caret's line. */
    void unfoldAtCaret() {
        int caret = area.getCurrentParagraph();
        unfold(fold -> fold.first() == caret);
    }

    /** Folds all that can be. */
    void foldAll() {
        fold(List.copyOf(possible.values()));
    }

    /** Shows all that is folded. */
    void unfoldAll() {
        hide(List.of());
    }

    private Optional<Fold> foldedAt(int line) {
        return folded.stream().filter(fold -> fold.first() == line).findFirst();
    }

    private void turn(Fold fold) {
        if (foldedAt(fold.first()).isPresent()) {
            unfold(other -> other.first() == fold.first());
        } else {
            fold(List.of(fold));
        }
    }

    @Override
    public int order() {
        return FOLDS;
    }

    @Override
    public double width(int lines, CodeMetrics metrics) {
        return FoldSign.WIDTH;
    }

    @Override
    public Optional<Node> at(CodeLine line) {
        Optional<Fold> closed = foldedAt(line.line());
        return closed.or(() -> Optional.ofNullable(possible.get(line.line())))
                .map(fold -> new FoldSign(line.metrics(), closed.isPresent(), () -> turn(fold)));
    }

    private void drawMark(CodeLine line) {
        foldedAt(line.line()).filter(fold -> line.part().isLast()).ifPresent(fold -> {
            int gone = fold.last() - fold.first();
            Text mark = new Text("… " + Wording.counted("count.line", gone));
            mark.setFont(line.metrics().remark());
            mark.getStyleClass().add("fold-mark");
            line.behind(mark, GAP);
        });
    }

    @Override
    public void close() {
        rest.end();
        later.close();
    }
}
