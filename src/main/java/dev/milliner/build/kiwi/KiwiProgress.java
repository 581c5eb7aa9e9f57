package dev.milliner.build.kiwi;

import java.util.List;

/** How far KIWI is, from the fixed texts that its phases begin with and the bars of its package phases. */
final class KiwiProgress {
    private record Phase(String start, double at, double next) {}

    private static final List<Phase> PHASES = List.of(
            new Phase("Loading XML description", 0.02, 0.05),
            new Phase("Preparing new root system", 0.05, 0.08),
            new Phase("Setting up repository", 0.08, 0.1),
            new Phase("Installing bootstrap packages", 0.1, 0.4),
            new Phase("Installing system (chroot)", 0.4, 0.65),
            new Phase("Creating system image", 0.65, 0.7),
            new Phase("Syncing system to image", 0.75, 0.85),
            new Phase("Export rpm packages metadata", 0.9, 0.97),
            new Phase("Result files:", 0.98, 1));

    private Phase phase = new Phase("", 0, 0.02);

    /** How much of KIWI's work is done after a line, from 0 to 1. */
    double after(KiwiLine line) {
        PHASES.stream()
                .filter(candidate -> line.text().startsWith(candidate.start()))
                .findFirst()
                .ifPresent(found -> phase = found);
        double ofPhase = line.percent().orElse(0) / 100.0;
        return phase.at() + (phase.next() - phase.at()) * ofPhase;
    }
}
