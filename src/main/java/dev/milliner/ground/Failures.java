package dev.milliner.ground;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * The one place for what nobody expected: an exception that reached the end of its thread or of its task. It is logged
 * with its trace, and told to whoever shows it to a person.
 */
public final class Failures {
    private static final System.Logger LOG = System.getLogger("dev.milliner");
    private static final List<Consumer<Failure>> LISTENERS = new CopyOnWriteArrayList<>();

    private Failures() {}

    /**
     * Something that failed.
     *
     * @param doing what was being done, as the subject of a sentence, such as {@code Looking for problems}
     * @param cause what was thrown
     */
    public record Failure(String doing, Throwable cause) {
        /** One calm sentence for the screen. */
        public String sentence() {
            return doing + " failed: " + reason() + ".";
        }

        private String reason() {
            Throwable first = cause;
            // What carries a failure from one thread to another has nothing to say itself.
            while ((first instanceof CompletionException || first instanceof ExecutionException)
                    && first.getCause() != null) {
                first = first.getCause();
            }
            String message = first.getMessage();
            String text =
                    message == null || message.isBlank() ? first.getClass().getSimpleName() : message;
            return text.lines().findFirst().orElse(text).replaceFirst("\\.$", "");
        }
    }

    /** Logs a failure and tells of it. May be called from any thread. */
    public static void report(String doing, Throwable cause) {
        report(new Failure(doing, cause));
    }

    /** Logs a failure and tells of it. May be called from any thread. */
    public static void report(Failure failure) {
        LOG.log(Level.ERROR, failure.sentence(), failure.cause());
        LISTENERS.forEach(listener -> listener.accept(failure));
    }

    /** Hears of failures from now on, on the thread where each happened, until it is closed. */
    public static Listening listen(Consumer<Failure> listener) {
        LISTENERS.add(listener);
        return () -> LISTENERS.remove(listener);
    }

    /** Ends a listening when it is closed. */
    @FunctionalInterface
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /** Reports what reaches the end of any thread, from now on. */
    public static void catchAll() {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, cause) -> report("Something in the background (" + thread.getName() + ")", cause));
    }
}
