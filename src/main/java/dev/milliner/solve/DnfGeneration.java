package dev.milliner.solve;

/** Whose rules count where DNF 4 and dnf5 differ. */
public enum DnfGeneration {
    /** DNF 4.14: what obsoletes any version of what is asked for will do as well. */
    DNF4,
    /** dnf5, after its sources: only what obsoletes the newest version of the best repository will do as well. */
    DNF5
}
