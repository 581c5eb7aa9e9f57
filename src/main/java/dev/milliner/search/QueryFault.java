package dev.milliner.search;

import java.io.Serial;

/** What is wrong with a query, and where. */
public final class QueryFault extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int at;

    QueryFault(String message, int at) {
        super(message);
        this.at = at;
    }

    /** What is wrong and what to do, in a sentence or two. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** Where in the query, in UTF-16 units from its start. */
    public int at() {
        return at;
    }
}
