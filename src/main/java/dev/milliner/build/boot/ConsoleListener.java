package dev.milliner.build.boot;

/** Hears a machine's serial console. Called on one thread, in order. */
public interface ConsoleListener {
    /**
     * The guest wrote something.
     *
     * @param text as it came, with control sequences
     */
    void output(String text);

    /**
     * QEMU itself wrote something; by default that is shown where the guest's words are.
     *
     * @param text as it came
     */
    default void message(String text) {
        output(text);
    }

    /** The machine is gone. Always the last call, and always made. */
    void ended();
}
