package dev.milliner.workbench.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The carets of an area: the main one, which is the area's own, and more. Those are there only as long as nothing else moves
 * the main one or changes the text.
 */
final class Carets {
    private final EditorArea area;
    private List<Caret> more = List.of();
    private Runnable changed = () -> {};
    private boolean acting;

    Carets(EditorArea area) {
        this.area = area;
        area.plainTextChanges().subscribe(change -> leftAlone());
        area.caretPositionProperty().addListener((property, before, now) -> leftAlone());
        area.selectionProperty().addListener((property, before, now) -> leftAlone());
    }

    private void leftAlone() {
        if (!acting) {
            onlyMain();
        }
    }

    /** Says what is told when there are other carets than before beside the main one. */
    void whenChanged(Runnable told) {
        changed = told;
    }

    Caret main() {
        return new Caret(area.getAnchor(), area.getCaretPosition());
    }

    /** Those beside the main one, in order. */
    List<Caret> more() {
        return more;
    }

    boolean areMany() {
        return !more.isEmpty();
    }

    /** All of them, in order. */
    List<Caret> all() {
        return areMany() ? sorted(main(), more) : List.of(main());
    }

    private static List<Caret> sorted(Caret main, List<Caret> others) {
        List<Caret> all = new ArrayList<>(others);
        all.add(main);
        all.sort(Comparator.comparingInt(Caret::start).thenComparingInt(Caret::end));
        return all;
    }

    /** Adds one, which becomes the main one, so that it is brought into view. */
    void add(Caret caret) {
        set(caret, all());
    }

    /** Leaves only the main one. */
    void onlyMain() {
        if (areMany()) {
            more = List.of();
            changed.run();
        }
    }

    /** Puts all of them elsewhere. Those that meet become one. */
    void set(Caret main, List<Caret> others) {
        Caret kept = main;
        List<Caret> apart = new ArrayList<>();
        for (Caret next : sorted(main, others)) {
            Caret last = apart.isEmpty() ? null : apart.getLast();
            if (last == null || !last.meets(next)) {
                apart.add(next);
                continue;
            }
            Caret one = last.and(next);
            kept = last.equals(kept) || next.equals(kept) ? one : kept;
            apart.set(apart.size() - 1, one);
        }
        apart.remove(kept);
        boolean were = areMany();
        more = List.copyOf(apart);
        act(kept);
        if (were || areMany()) {
            changed.run();
        }
    }

    private void act(Caret main) {
        acting(() -> area.selectRange(main.anchor(), main.at()));
        area.requestFollowCaret();
    }

    private void acting(Runnable action) {
        acting = true;
        try {
            action.run();
        } finally {
            acting = false;
        }
    }

    /** Moves each of them. */
    void move(UnaryOperator<Caret> step) {
        set(step.apply(main()), more.stream().map(step).toList());
    }

    /** Edits at each of them by one change of the text, which one undo takes back. */
    void edit(Function<Caret, CaretEdit> key) {
        Caret main = main();
        List<Replaced> edits = new ArrayList<>();
        List<Caret> after = new ArrayList<>();
        int index = 0;
        int done = 0;
        int grown = 0;
        for (Caret caret : all()) {
            index = caret.equals(main) ? edits.size() : index;
            CaretEdit edit = key.apply(caret).from(done);
            done = edit.what().end();
            edits.add(edit.what());
            after.add(edit.afterwards(grown));
            grown += edit.what().growth();
        }
        Caret mainAfter = after.remove(index);
        replace(edits, mainAfter, after);
    }

    /**
     * Replaces stretches of the text by one change, and puts the carets elsewhere; not in a text that is only read.
     *
     * @param all the stretches, in order, none within another
     * @param main where the main caret stands afterwards
     * @param others where the others stand
     */
    void replace(List<Replaced> all, Caret main, List<Caret> others) {
        if (!area.isEditable()) {
            return;
        }
        List<Replaced> real = all.stream().filter(one -> !one.changesNothing()).toList();
        if (!real.isEmpty()) {
            more = List.of();
            acting(() ->
                    area.replaceText(real.getFirst().start(), real.getLast().end(), joined(real)));
        }
        set(main, others);
    }

    /** What is replaced with what stands between. */
    private String joined(List<Replaced> real) {
        StringBuilder text = new StringBuilder();
        int at = real.getFirst().start();
        for (Replaced one : real) {
            text.append(at < one.start() ? area.getText(at, one.start()) : "").append(one.text());
            at = one.end();
        }
        return text.toString();
    }
}
