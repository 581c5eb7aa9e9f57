package dev.milliner.build.run;

import java.io.Serial;

/** A stage cannot be done. */
public final class BuildFailed extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final String fix;

    /**
     * Says what is wrong.
     *
     * @param message in a sentence
     * @param fix what to do about it, or empty
     */
    public BuildFailed(String message, String fix) {
        super(message);
        this.fix = fix;
    }

    public String fix() {
        return fix;
    }

    public String reason() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
