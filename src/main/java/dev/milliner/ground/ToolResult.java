package dev.milliner.ground;

import java.time.Duration;

/** What came of a tool that was run to its end. */
public sealed interface ToolResult {
    /**
     * It ended by itself.
     *
     * @param status its exit status
     * @param output what it wrote
     * @param errors what it wrote as errors
     */
    record Ended(int status, String output, String errors) implements ToolResult {}

    /**
     * It was ended, as it took too long.
     *
     * @param patience how long it was waited for
     * @param errors what it wrote as errors until then
     */
    record Late(Duration patience, String errors) implements ToolResult {}

    /**
     * It was ended, as it wrote too much.
     *
     * @param most how much it might write, in bytes
     */
    record TooMuch(int most) implements ToolResult {}

    /**
     * It could not be started.
     *
     * @param reason why, in the system's words
     */
    record Unstartable(String reason) implements ToolResult {}

    /** Tells whether it ended by itself, and well. */
    default boolean succeeded() {
        return this instanceof Ended ended && ended.status() == 0;
    }

    /** What came of it, behind the name of the tool: {@code ends with status 2}. */
    default String words() {
        return switch (this) {
            case Ended ended -> "ends with status " + ended.status();
            case Late late -> "gives no answer within " + late.patience().toSeconds() + " s and was ended";
            case TooMuch much -> "writes more than " + much.most() + " bytes and was ended";
            case Unstartable not -> "cannot be run: " + not.reason();
        };
    }
}
