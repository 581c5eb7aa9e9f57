package dev.milliner.build.log;

import dev.milliner.fuzz.ReaderFuzz;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Any log of a build is found in its file, line by line. */
class LogFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() {
        return List.of(text("""
                [ DEBUG   ]: 00:00:01 | x\r
                \u001b[31merror:\u001b[0m no\u001b[1;38;5;200mcolour\u001b]0;title\u0007
                warning: it
                + cc -c a.c
                \u001b[""".repeat(3)), text("12:00:00 out INFO a\n12:00:01 err WARNING b\n"));
    }

    @Override
    protected List<String> words() {
        return List.of(
                "\u001b[",
                "\u001b]",
                "\u001b",
                "\r",
                "\n",
                "m",
                ";",
                "38;5;",
                "38;2;999999999999;",
                "\u0007",
                "ERROR",
                "warning:",
                "\0");
    }

    @Override
    protected void read(byte[] input) throws IOException {
        Path file = file("log", input);
        try (LogIndex index = LogIndex.open(file)) {
            while (index.grow()) {
                // Until the end.
            }
            use(index.sections());
            for (LogSeverity severity : List.of(LogSeverity.ERROR, LogSeverity.WARNING)) {
                index.next(severity, index.count(severity));
            }
            for (int block = 0; block * 512 < index.lines() && block < 4; block++) {
                index.block(block).forEach(line -> use(AnsiText.runs(line.toString())));
            }
        }
        AnsiText.plain(new String(input, java.nio.charset.StandardCharsets.UTF_8));
    }

    @Override
    protected boolean isTold(Exception failure) {
        return false;
    }
}
