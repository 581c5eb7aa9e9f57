package dev.milliner.overlay.derive;

import dev.milliner.overlay.Change;
import dev.milliner.spec.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lines that come at the start or the end of a section or of the file. Where lines beside them are the same as some of
 * them, they may as well have come further up or down.
 */
final class LineCandidates {
    /** How far such lines are followed up and down. */
    private static final int FARTHEST = 60;

    private final SpecHunk hunk;

    LineCandidates(SpecHunk hunk) {
        this.hunk = hunk;
    }

    /**
     * Lines that come.
     *
     * @param at the line that they come before, from 0
     * @param lines they
     */
    record Block(int at, List<String> lines) {}

    Stream<Change> all() {
        return blocks().flatMap(this::around);
    }

    /** What comes, wherever it may have come to the same effect. */
    Stream<Block> blocks() {
        List<String> added = hunk.addedTexts();
        if (added.isEmpty()) {
            return Stream.empty();
        }
        int start = hunk.hunk().beforeStart();
        int end = hunk.hunk().beforeEnd();
        if (start < end) {
            return Stream.of(new Block(start, added), new Block(end, added));
        }
        List<Block> blocks = new ArrayList<>(List.of(new Block(start, added)));
        for (int i = 0; i < FARTHEST && movesUp(blocks.getLast()); i++) {
            blocks.add(movedUp(blocks.getLast()));
        }
        Block lowest = blocks.getFirst();
        for (int i = 0; i < FARTHEST && movesDown(lowest); i++) {
            lowest = movedDown(lowest);
            blocks.add(lowest);
        }
        return blocks.stream();
    }

    private boolean movesUp(Block block) {
        return block.at() > 0 && hunk.text(block.at() - 1).equals(block.lines().getLast());
    }

    private static Block movedUp(Block block) {
        List<String> lines = new ArrayList<>(block.lines());
        lines.addFirst(lines.removeLast());
        return new Block(block.at() - 1, List.copyOf(lines));
    }

    private boolean movesDown(Block block) {
        return block.at() < hunk.now().size()
                && hunk.text(block.at()).equals(block.lines().getFirst());
    }

    private static Block movedDown(Block block) {
        List<String> lines = new ArrayList<>(block.lines());
        lines.addLast(lines.removeFirst());
        return new Block(block.at() + 1, List.copyOf(lines));
    }

    private Stream<Change> around(Block block) {
        List<Change> changes = new ArrayList<>();
        int at = block.at();
        int last = hunk.now().size();
        Section before = hunk.section(at - 1);
        if ((at == last || hunk.isHeader(at)) && !before.equals(Section.PREAMBLE)) {
            changes.add(new Change.AppendLines(before.name(), before.packageName(), block.lines()));
        }
        if (hunk.isHeader(at - 1)) {
            changes.add(new Change.PrependLines(before.name(), before.packageName(), block.lines()));
        }
        if (at == 0) {
            changes.add(new Change.PrependLines("", "", block.lines()));
        }
        if (at == last) {
            changes.add(new Change.AppendLines("", "", block.lines()));
        }
        return Stream.concat(changes.stream(), parts(block));
    }

    /** Two overlays may have met: lines at the end of one section, and what begins the next. */
    private Stream<Change> parts(Block block) {
        List<String> lines = block.lines();
        Section before = hunk.section(block.at() - 1);
        boolean ends = block.at() == hunk.now().size() || hunk.isHeader(block.at());
        if (lines.size() < 2 || lines.size() > FARTHEST || before.equals(Section.PREAMBLE)) {
            return Stream.empty();
        }
        return IntStream.range(1, lines.size())
                .mapToObj(cut -> Stream.concat(
                        hunk.isHeader(block.at() - 1)
                                ? Stream.<Change>of(new Change.PrependLines(
                                        before.name(), before.packageName(), lines.subList(0, cut)))
                                : Stream.<Change>empty(),
                        ends
                                ? Stream.<Change>of(new Change.AppendLines(
                                        before.name(), before.packageName(), lines.subList(cut, lines.size())))
                                : Stream.<Change>empty()))
                .flatMap(stream -> stream);
    }
}
