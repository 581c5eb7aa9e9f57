package dev.milliner.build.evaluate;

import dev.milliner.fuzz.ReaderFuzz;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whatever rpm prints is read: a spec can make it print anything. */
class RpmAnswerFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() {
        return List.of(
                text("mark start\nmark package a\nmark requires b\nmark requires c >= 1\nmark file /x\nmark end\n"),
                text("error: line 3: Unknown tag: x\nerror: /tmp/a.spec: line 99: bad\nwarning: y\n"),
                text("%files\n%files -n b -f x\n/usr/bin/a\n%{x}\n%description\n"));
    }

    @Override
    protected List<String> words() {
        return List.of(
                "mark", "mark package ", "\n", "error: ", "line 99999999999: ", "%files -n", "%files ", " -f", "\0");
    }

    @Override
    protected void read(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        AnswerReader.hasStarted("mark", text);
        use(AnswerReader.read("mark", text));
        use(RpmComplaint.of(text, "/tmp", "a.spec"));
        use(FileSections.of(text, "a"));
    }

    @Override
    protected boolean isTold(Exception failure) {
        return false;
    }

    @Override
    protected int inputs() {
        return 1000;
    }
}
