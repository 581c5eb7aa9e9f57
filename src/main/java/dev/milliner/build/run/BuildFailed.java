package dev.milliner.build.run;

import dev.milliner.ground.FileTrouble;
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

    /**
     * Says what is wrong because of something that failed.
     *
     * @param what what cannot be done, as a sentence without its end
     * @param cause why
     */
    public BuildFailed(String what, Exception cause) {
        this(what, FileTrouble.of(cause), cause);
    }

    private BuildFailed(String what, FileTrouble trouble, Exception cause) {
        super(what + ": " + trouble.reason(), cause);
        this.fix = trouble.remedy();
    }

    public String fix() {
        return fix;
    }

    public String reason() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
