package dev.milliner.commit;

import java.io.IOException;
import java.io.Serial;

/** Something is not done, and all is as it was; the message says why and what helps, in sentences. */
public final class RefusedException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    RefusedException(String why) {
        super(why);
    }

    RefusedException(String why, Throwable cause) {
        super(why, cause);
    }
}
