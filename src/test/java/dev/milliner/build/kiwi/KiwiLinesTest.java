package dev.milliner.build.kiwi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.build.log.LogSeverity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A trace of KIWI's own program is a detail; what it ends with is the error. */
class KiwiLinesTest {
    @Test
    void aTraceIsADetailAndItsEndAnError() {
        KiwiLines lines = new KiwiLines();
        List<LogSeverity> severities =
                """
                [ INFO    ]: 10:00:00 | Creating the root
                [ ERROR   ]: 10:00:01 | Unexpected error:
                Traceback (most recent call last):
                  File "/usr/lib/python3/kiwi/kiwi.py", line 38, in main
                    App()

                KeyError: 'name'

                During handling of the above exception, another exception occurred:

                Traceback (most recent call last):
                  File "/usr/lib/python3/kiwi/app.py", line 1, in App
                AttributeError: no name
                [ DEBUG   ]: 10:00:02 | Looking for umount
                Traceback (most recent call last):
                  File "x.py", line 1, in <module>
                OSError: busy
                """.lines().map(text -> lines.next(text).severity()).toList();
        assertThat(severities)
                .containsExactly(
                        LogSeverity.INFO,
                        LogSeverity.ERROR,
                        LogSeverity.DEBUG,
                        LogSeverity.DEBUG,
                        LogSeverity.DEBUG,
                        LogSeverity.DEBUG,
                        LogSeverity.ERROR,
                        LogSeverity.ERROR,
                        LogSeverity.ERROR,
                        LogSeverity.ERROR,
                        LogSeverity.DEBUG,
                        LogSeverity.DEBUG,
                        LogSeverity.ERROR,
                        LogSeverity.DEBUG,
                        LogSeverity.DEBUG,
                        LogSeverity.DEBUG,
                        LogSeverity.DEBUG);
    }
}
