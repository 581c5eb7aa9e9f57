package dev.milliner.solve.worker;

import dev.milliner.solve.SolvePhase;
import java.util.List;

/** What an outcome of a phase depends on, within one pool. */
record PhaseKey(SolvePhase phase, List<Integer> base, boolean reasons) {}
