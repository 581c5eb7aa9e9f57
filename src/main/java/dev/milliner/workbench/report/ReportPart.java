package dev.milliner.workbench.report;

/**
 * A part of a report.
 *
 * @param file what its text is called in the report
 * @param title what it is, in a few words
 * @param text what it says
 * @param isChosen whether it is in the report until somebody leaves it out
 */
record ReportPart(String file, String title, String text, boolean isChosen) {}
