package dev.milliner.build.run;

import dev.milliner.build.log.LogSeverity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Keeps the lines of tools that run at the same time apart, as {@code make --output-sync} does: one tool's lines are
 * written as they come, those of the others wait until it is their turn.
 */
public final class TurnedLog {
    private final BuildRun run;
    private final Deque<Turn> turns = new ArrayDeque<>();

    public TurnedLog(BuildRun run) {
        this.run = run;
    }

    private record Waiting(LogSeverity severity, String text) {}

    /** Takes a place behind those that are there. */
    public synchronized Turn join() {
        Turn turn = new Turn();
        turns.addLast(turn);
        return turn;
    }

    /** One tool's place. Closed when the tool has ended. */
    public final class Turn implements AutoCloseable {
        private final List<Waiting> waiting = new ArrayList<>();
        private boolean ended;

        public void write(LogSeverity severity, String text) {
            synchronized (TurnedLog.this) {
                if (turns.peekFirst() == this) {
                    run.log(severity, text);
                } else {
                    waiting.add(new Waiting(severity, text));
                }
            }
        }

        @Override
        public void close() {
            synchronized (TurnedLog.this) {
                ended = true;
                Turn first = turns.peekFirst();
                while (first != null) {
                    first.waiting.forEach(line -> run.log(line.severity(), line.text()));
                    first.waiting.clear();
                    if (!first.ended) {
                        return;
                    }
                    turns.removeFirst();
                    first = turns.peekFirst();
                }
            }
        }
    }
}
