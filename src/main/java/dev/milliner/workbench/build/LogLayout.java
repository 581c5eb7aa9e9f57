package dev.milliner.workbench.build;

import dev.milliner.build.log.LogSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which row shows which line, with a head above each stage and folded stages left out. */
final class LogLayout {
    static final LogLayout EMPTY = new LogLayout(List.of(), Set.of());

    private final List<LogSection> sections;
    private final Set<Integer> folded;
    private final List<Integer> firstRows = new ArrayList<>();
    private int rows;

    /**
     * Makes a layout.
     *
     * @param folded the first lines of the sections that are folded
     */
    LogLayout(List<LogSection> sections, Set<Integer> folded) {
        this.sections = List.copyOf(sections);
        this.folded = Set.copyOf(folded);
        for (LogSection section : sections) {
            firstRows.add(rows);
            rows += 1 + (isFolded(section) ? 0 : section.lines());
        }
    }

    private boolean isFolded(LogSection section) {
        return folded.contains(section.first());
    }

    int rows() {
        return rows;
    }

    private LogSection at(int row) {
        return sections.get(index(row));
    }

    private int index(int row) {
        int low = 0;
        int high = firstRows.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (firstRows.get(middle) <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The head that a row is, or null where it is a line. */
    LogRow.@org.jspecify.annotations.Nullable Head head(int row) {
        int index = index(row);
        LogSection section = sections.get(index);
        return firstRows.get(index) == row ? new LogRow.Head(section, isFolded(section)) : null;
    }

    /** The line that a row shows. */
    int line(int row) {
        return at(row).first() + row - firstRows.get(index(row)) - 1;
    }

    /** The row that shows a line, or the head of the folded stage it is in; -1 where there is no such line. */
    int row(int line) {
        for (int i = 0; i < sections.size(); i++) {
            LogSection section = sections.get(i);
            if (line >= section.first() && line <= section.last()) {
                return isFolded(section) ? firstRows.get(i) : firstRows.get(i) + 1 + line - section.first();
            }
        }
        return -1;
    }

    /** The first line of the stage that a line belongs to. */
    int sectionOf(int line) {
        return sections.stream()
                .filter(section -> line >= section.first() && line <= section.last())
                .map(LogSection::first)
                .findFirst()
                .orElse(0);
    }
}
