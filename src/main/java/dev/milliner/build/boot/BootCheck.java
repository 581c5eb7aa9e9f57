package dev.milliner.build.boot;

import com.google.re2j.Pattern;
import dev.milliner.build.boot.BootVerdict.Outcome;
import dev.milliner.ground.Elapsed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts a machine without anyone at its console, and waits for a marker there. */
public final class BootCheck {
    /** A program may die and others go on; where the console then stays silent for so long, no more comes. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private static final Duration STEP = Duration.ofMillis(100);

    private final BootPlan plan;
    private final Pattern marker;
    private final Duration limit;
    private final ConsoleListener listener;
    private final ConsoleLines lines = new ConsoleLines(this::read);
    private final ConsoleLines messages = new ConsoleLines(this::look);
    private final List<String> dying = new ArrayList<>();
    private @Nullable Symptom symptom;
    private String found = "";
    private String last = "";
    private Elapsed heard = Elapsed.fromNow();
    private boolean ended;

    /**
     * Prepares a check.
     *
     * @param plan how the machine is started
     * @param marker what its console must say, in one line
     * @param limit how long that may take
     * @param listener hears the console too
     */
    public BootCheck(BootPlan plan, Pattern marker, Duration limit, ConsoleListener listener) {
        this.plan = plan;
        this.marker = marker;
        this.limit = limit;
        this.listener = listener;
    }

    /**
     * Runs the machine until the marker comes, the guest dies or the time is over. Nothing of it is left then.
     *
     * @throws BootException when QEMU does not run
     * @throws InterruptedException when this thread is interrupted
     */
    public BootVerdict run() throws BootException, InterruptedException {
        Elapsed running = Elapsed.fromNow();
        try (Machine machine = Machine.start(plan, new Console())) {
            while (!isOver() && running.time().compareTo(limit) < 0) {
                boolean gone = machine.await(STEP);
                if (gone) {
                    break;
                }
            }
        }
        return verdict(running.time());
    }

    private synchronized boolean isOver() {
        boolean silent = heard.time().compareTo(SILENCE) > 0;
        return !found.isEmpty() || symptom == Symptom.PANIC || (symptom != null && silent);
    }

    private synchronized void hear(String text) {
        heard = Elapsed.fromNow();
        lines.add(text);
        if (marker.matcher(lines.begun()).find()) {
            lines.end();
        }
    }

    /** QEMU's own words may tell why nothing starts, but never that something has. */
    private synchronized void hearMessage(String text) {
        messages.add(text);
    }

    private void read(String line) {
        // The monitor, which shares the console, says so when it is left.
        if (line.startsWith("QEMU: ")) {
            return;
        }
        last = line.isBlank() ? last : line.strip();
        if (found.isEmpty() && marker.matcher(line).find()) {
            found = line.strip();
        }
        look(line);
    }

    private void look(String line) {
        Symptom.of(line).ifPresent(one -> {
            dying.add(line.strip());
            // An illegal instruction may be what the kernel panics of.
            symptom = symptom == Symptom.ILLEGAL_INSTRUCTION ? symptom : one;
        });
    }

    private synchronized BootVerdict verdict(Duration duration) {
        if (!found.isEmpty()) {
            return new BootVerdict(Outcome.SUCCEEDED, "The marker came: " + found, found, duration);
        }
        Symptom seen = symptom;
        if (seen != null) {
            String line = dying.getFirst();
            return new BootVerdict(seen.outcome(), reason(seen, line), line, duration);
        }
        if (ended && duration.compareTo(limit) < 0) {
            return new BootVerdict(
                    Outcome.ENDED, "The machine ended without the marker; its last words: " + last, last, duration);
        }
        return new BootVerdict(
                Outcome.MARKER_NOT_SEEN,
                "The marker '" + marker + "' did not come within " + limit.toSeconds() + " s; the last words: " + last,
                last,
                duration);
    }

    private String reason(Symptom seen, String line) {
        return switch (seen) {
            case ILLEGAL_INSTRUCTION -> new LackingProcessor(plan).reason(line);
            case PANIC -> "The guest's kernel gave up: " + line;
            case BROKEN_KVM -> "This host's KVM cannot run the guest: " + line;
            case NO_LOADER -> "The disk does not start: " + line;
        };
    }

    /** Keeps what counts for the check and passes all on. */
    private final class Console implements ConsoleListener {
        @Override
        public void output(String text) {
            hear(text);
            listener.output(text);
        }

        @Override
        public void message(String text) {
            hearMessage(text);
            listener.message(text);
        }

        @Override
        public void ended() {
            synchronized (BootCheck.this) {
                lines.end();
                messages.end();
                ended = true;
            }
            listener.ended();
        }
    }
}
