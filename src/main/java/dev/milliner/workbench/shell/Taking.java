package dev.milliner.workbench.shell;

/** Takes trees of other starts until it is closed. */
@FunctionalInterface
interface Taking extends AutoCloseable {
    @Override
    void close();
}
