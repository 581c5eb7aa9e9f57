package dev.milliner.workbench;

/** The workbench's entry. */
public final class Workbench {
    private Workbench() {}

    /**
     * Opens the workbench.
     *
     * @param arguments the folder to open, or nothing
     */
    public static void main(String[] arguments) {
        System.err.println("the workbench is not built yet");
    }
}
