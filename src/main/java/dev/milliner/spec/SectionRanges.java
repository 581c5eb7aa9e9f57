package dev.milliner.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds the lines of sections, so that taking them out leaves every {@code %if} with its {@code %endif}. */
final class SectionRanges {
    private final String what;
    private final List<String> lines;
    private final List<Conditionals.Block> blocks;

    private SectionRanges(String what, List<String> lines) throws SpecEditException {
        this.what = what;
        this.lines = lines;
        this.blocks = Conditionals.blocks(lines);
    }

    /**
     * The lines of the sections asked for, headers included.
     *
     * @param what what is asked for, in words for the message of a failure
     */
    static List<LineRange> find(Spec spec, String what, Predicate<Section> which) throws SpecEditException {
        List<LineRange> whole = whole(spec, which);
        if (whole.isEmpty()) {
            return whole;
        }
        SectionRanges ranges = new SectionRanges(what, spec.lines());
        List<LineRange> balanced = new ArrayList<>();
        for (LineRange range : whole) {
            balanced.add(ranges.balanced(range));
        }
        return balanced;
    }

    private static List<LineRange> whole(Spec spec, Predicate<Section> which) {
        List<LineRange> ranges = new ArrayList<>();
        int start = which.test(Section.PREAMBLE) ? 0 : -1;
        for (SpecRead read : spec.read()) {
            if (!(read.line() instanceof SpecLine.Header)) {
                continue;
            }
            if (start >= 0) {
                ranges.add(new LineRange(start, read.number()));
            }
            start = which.test(read.section()) ? read.number() : -1;
        }
        if (start >= 0) {
            ranges.add(new LineRange(start, spec.lines().size()));
        }
        return ranges;
    }

    /** The range up to the first line that belongs to a block which is only partly inside. */
    private LineRange balanced(LineRange range) throws SpecEditException {
        int end = range.end();
        for (Conditionals.Block block : blocks) {
            boolean opens = range.holds(block.open());
            if (opens == range.holds(block.close())) {
                continue;
            }
            end = Math.min(end, opens ? block.open() : block.close());
            if (opens) {
                refuseContent(block.open() + 1, range);
            }
        }
        refuseBranches(range);
        refuseContent(end, range);
        return new LineRange(range.start(), end);
    }

    private void refuseContent(int from, LineRange range) throws SpecEditException {
        for (int number = from; number < range.end(); number++) {
            String line = GoText.trim(lines.get(number));
            if (!line.isEmpty() && !line.startsWith("#") && Conditionals.depthChange(line) == 0) {
                throw spanning(range, "has a conditional block that spans into the next section");
            }
        }
    }

    private void refuseBranches(LineRange range) throws SpecEditException {
        for (int number = range.start(); number < range.end(); number++) {
            if (Conditionals.isBranch(lines.get(number)) && !ownsBlockAround(number, range)) {
                throw spanning(range, "holds a branch of a conditional block that reaches beyond it");
            }
        }
    }

    private boolean ownsBlockAround(int line, LineRange range) {
        for (Conditionals.Block block : blocks) {
            if (block.open() <= line && line <= block.close()) {
                return range.holds(block.open()) && range.holds(block.close());
            }
        }
        return true;
    }

    private SpecEditException spanning(LineRange range, String how) {
        return new SpecEditException(what + " at lines " + (range.start() + 1) + "-" + range.end() + " " + how
                + "; change the conditional with a spec-search-replace overlay first: conditional block spans across"
                + " section boundaries");
    }
}
