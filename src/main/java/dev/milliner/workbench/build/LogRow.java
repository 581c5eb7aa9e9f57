package dev.milliner.workbench.build;

import dev.milliner.build.log.LogSection;
import dev.milliner.build.log.LoggedLine;

/** A row of the log's view. */
sealed interface LogRow {
    /** The number of the line that it stands for, from 1. */
    int number();

    /** A line. */
    record Line(LoggedLine line) implements LogRow {
        @Override
        public int number() {
            return line.number();
        }
    }

    /** A line that is still being read. */
    record Loading(int number) implements LogRow {}

    /** The head of a stage's lines. */
    record Head(LogSection section, boolean folded) implements LogRow {
        @Override
        public int number() {
            return section.first();
        }
    }
}
