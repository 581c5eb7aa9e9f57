package dev.milliner;

/** Starts Milliner: the workbench without arguments, otherwise one command. */
public final class Milliner {
    private Milliner() {}

    /**
     * The process entry.
     *
     * @param arguments the command line, without the program's name
     */
    public static void main(String[] arguments) {
        System.exit(0);
    }
}
