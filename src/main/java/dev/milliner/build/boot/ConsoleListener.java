package dev.milliner.build.boot;

/** Hears a machine's serial console. Called on one thread, in order. */
public interface ConsoleListener {
    /**
     * The guest, or QEMU itself, wrote something.
     *
     * @param text as it came, with control sequences
     */
    void output(String text);

    /** The machine is gone. Always the last call, and always made. */
    void ended();
}
