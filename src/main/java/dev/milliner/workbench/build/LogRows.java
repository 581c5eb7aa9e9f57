package dev.milliner.workbench.build;

import dev.milliner.build.log.LogIndex;
import dev.milliner.build.log.LoggedLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The rows of a log that the view draws from. Only the blocks that were looked at last are held; a row whose block is
 * not there says so and is asked for.
 */
final class LogRows {
    private static final int MOST_BLOCKS = 96;

    private final IntConsumer wanted;
    private final Map<Integer, List<LoggedLine>> blocks = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<LoggedLine>> eldest) {
            return size() > MOST_BLOCKS;
        }
    };
    private LogLayout layout = LogLayout.EMPTY;

    /**
     * Makes an empty list.
     *
     * @param wanted hears which block has to be read
     */
    LogRows(IntConsumer wanted) {
        this.wanted = wanted;
    }

    /** What a row shows now. */
    LogRow get(int row) {
        LogRow.Head head = layout.head(row);
        if (head != null) {
            return head;
        }
        int line = layout.line(row);
        int block = (line - 1) / LogIndex.BLOCK;
        List<LoggedLine> lines = blocks.getOrDefault(block, List.of());
        int place = (line - 1) % LogIndex.BLOCK;
        if (place < lines.size()) {
            return new LogRow.Line(lines.get(place));
        }
        wanted.accept(block);
        return new LogRow.Loading(line);
    }

    int size() {
        return layout.rows();
    }

    LogLayout layout() {
        return layout;
    }

    void setLayout(LogLayout now) {
        layout = now;
    }

    /** Takes the lines of a block. */
    void put(int block, List<LoggedLine> lines) {
        blocks.put(block, lines);
    }
}
