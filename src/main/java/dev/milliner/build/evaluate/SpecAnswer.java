package dev.milliner.build.evaluate;

/** What came of asking rpm for a spec. */
public sealed interface SpecAnswer {
    /**
     * rpm can read it.
     *
     * @param evaluation what it makes of it
     */
    record Evaluated(SpecEvaluation evaluation) implements SpecAnswer {}

    /**
     * rpm cannot read it.
     *
     * @param message rpm's words
     * @param file the file among the sources, most often the spec
     * @param line from 1; 0 where rpm names none
     */
    record Unparsable(String message, String file, int line) implements SpecAnswer {}

    /**
     * There is none: rpm was ended, as it took more than it may, or was not asked.
     *
     * @param reason why, in one sentence
     */
    record None(String reason) implements SpecAnswer {}
}
