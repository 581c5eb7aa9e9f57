package dev.milliner.build.log;

/** How much a log line matters. */
public enum LogSeverity {
    /** A command that is run, or a detail of a tool. */
    DEBUG,
    /** What a tool says while all is well. */
    INFO,
    /** What may be wrong. */
    WARNING,
    /** What is wrong. */
    ERROR
}
