package dev.milliner.spec;

import java.util.ArrayList;
import java.util.List;

/**
 * Walks over a spec and makes another. What is inserted is not visited itself, but read: a header among it starts a
 * section for the lines that follow, as in azldev.
 */
final class SpecWalk {
    private final List<String> made = new ArrayList<>();
    private Section section = Section.PREAMBLE;
    private boolean changed;

    private SpecWalk() {}

    /** What to do where. */
    interface Visitor {
        /** A line that is no header. */
        default LineEdit line(String text, SpecLine line, Section section) {
            return LineEdit.KEEP;
        }

        /** A header; lines may follow it. */
        default LineEdit header(Section section) {
            return LineEdit.KEEP;
        }

        /** The end of a section; lines may precede it. */
        default LineEdit end(Section section) {
            return LineEdit.KEEP;
        }
    }

    /**
     * What a walk comes to.
     *
     * @param spec the spec made
     * @param changed whether the visitor did anything
     */
    record Walked(Spec spec, boolean changed) {}

    static Walked over(Spec spec, Visitor visitor) {
        SpecWalk walk = new SpecWalk();
        spec.lines().forEach(text -> walk.visit(text, visitor));
        walk.apply("", visitor.end(walk.section), false);
        return new Walked(new Spec(walk.made), walk.changed);
    }

    private void visit(String text, Visitor visitor) {
        SpecLine line = SpecLine.of(text, section);
        if (line instanceof SpecLine.Header header) {
            apply("", visitor.end(section), false);
            apply(text, visitor.header(header.section()), true);
        } else {
            LineEdit edit = visitor.line(text, line, section);
            if (edit instanceof LineEdit.Keep) {
                // No header, as was just read: most lines of most walks.
                made.add(text);
            } else {
                apply(text, edit, true);
            }
        }
    }

    private void apply(String text, LineEdit edit, boolean isLine) {
        changed |= !(edit instanceof LineEdit.Keep);
        switch (edit) {
            case LineEdit.Keep keep -> put(text, isLine);
            case LineEdit.Remove remove -> {}
            case LineEdit.Replace replace -> put(replace.text(), isLine);
            case LineEdit.Follow follow -> {
                put(text, isLine);
                follow.lines().forEach(added -> put(added, true));
            }
            case LineEdit.Precede precede -> {
                precede.lines().forEach(added -> put(added, true));
                put(text, isLine);
            }
        }
    }

    private void put(String text, boolean isLine) {
        if (!isLine) {
            return;
        }
        made.add(text);
        if (SpecLine.of(text, section) instanceof SpecLine.Header header) {
            section = header.section();
        }
    }
}
