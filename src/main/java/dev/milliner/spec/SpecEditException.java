package dev.milliner.spec;

import java.io.Serial;

/** An edit that does not fit the spec. The message says what is missing. */
public final class SpecEditException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    /** Says what is missing. */
    public SpecEditException(String message) {
        super(message);
    }

    /** The message. */
    public String reason() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    static SpecEditException noSection(String section, String packageName) {
        return new SpecEditException(
                "section `" + section + "` (package=`" + packageName + "`) is not in the spec: section not found");
    }
}
