package dev.milliner.workbench.base;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Something that runs, or waits to run.
 *
 * @param title what it is
 * @param how how far it is, in words
 * @param fraction how far it is, from 0 to 1; empty where nobody knows
 * @param stop ends it; empty where it can't be ended
 * @param log shows what it printed; empty where there is nothing
 */
public record Activity(
        String title, String how, OptionalDouble fraction, Optional<Runnable> stop, Optional<Runnable> log) {}
