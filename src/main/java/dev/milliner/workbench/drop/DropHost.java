package dev.milliner.workbench.drop;

/** Knows what becomes of what is dropped; called on the JavaFX thread. */
public interface DropHost {
    /** What dropping it would do, in a few words. */
    String words(Dropped dropped);

    /** Does it. */
    void drop(Dropped dropped);
}
