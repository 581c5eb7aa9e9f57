package dev.milliner.spec;

import dev.milliner.fuzz.ReaderFuzz;
import dev.milliner.text.LineLexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Specs of any kind are read; only a line that azldev cannot read is refused, and so is an edit that does not fit. */
class SpecFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() throws IOException {
        Path prepared = Path.of("src/test/resources/dev/milliner/bowler-prepared");
        return List.of(
                Files.readAllBytes(prepared.resolve("greet/greet.spec")),
                Files.readAllBytes(prepared.resolve("linux/linux.spec")),
                Files.readAllBytes(Path.of("sample-distros/bowler/comps/filesystem/filesystem.spec")));
    }

    @Override
    protected List<String> words() {
        return List.of(
                "%",
                "%{",
                "}",
                "%(",
                "%if 1\n",
                "%else\n",
                "%endif\n",
                "%package -n x\n",
                "%description\n",
                "%files -f",
                "%patchlist\n",
                "%autosetup -p1\n",
                "Patch0: x.patch\n",
                "Source999999999999: ",
                "Name:",
                "\\\n",
                "%global a %{a}\n",
                "%ifarch",
                "\r",
                "\0",
                "%changelog\n",
                "%%");
    }

    @Override
    protected void read(byte[] input) throws SpecEditException {
        Spec spec = Spec.parse(ByteText.decode(input));
        use(spec.read());
        use(SpecSummary.of(spec));
        Spec.plain(spec.text());
        SpecLexer lexer = new SpecLexer();
        int state = LineLexer.START;
        for (String line : spec.lines()) {
            state = lexer.lex(line, state, (start, end, kind) -> {});
        }
        Conditionals.blocks(spec.lines());
        PatchEdits.add(PatchEdits.remove(spec, "*.patch"), "", "new.patch");
    }

    @Override
    protected boolean isTold(Exception failure) {
        return failure instanceof SpecEditException;
    }
}
