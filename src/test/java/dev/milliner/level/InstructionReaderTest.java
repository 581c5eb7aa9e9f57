package dev.milliner.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.Tools;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The reader of instructions finds the same ones as {@code objdump}. */
class InstructionReaderTest {
    /** Large, of many compilers, with code written by hand for each level; those that are not there are left out. */
    private static final List<String> FILES = List.of(
            "/bin/bash",
            "/lib/x86_64-linux-gnu/libc.so.6",
            "/lib64/libc.so.6",
            "/lib/x86_64-linux-gnu/libm.so.6",
            "/lib64/libm.so.6",
            "/usr/lib/x86_64-linux-gnu/libcrypto.so.3",
            "/usr/lib64/libcrypto.so.3");

    private static final Pattern LINE = Pattern.compile("\\s+([0-9a-f]+):\\t[0-9a-f ]+\\t(.*)");
    private static final Pattern ABOVE = Pattern.compile(
            "v[a-z].*|k[a-z]+[bwdq] .*|(andn|bls\\w+|bextr|bzhi|pdep|pext|mulx|rorx|s[ah][lr]x|lzcnt|movbe)[lqw]? .*");
    private static final Pattern NOT_ABOVE =
            Pattern.compile("ver[rw].*|vm(call|mcall|func|run|load|save|read|write|ptr|clear|launch|resume|xo).*");

    /** objdump shows it as one with what follows. */
    private static final byte WAIT = (byte) 0x9B;

    @Test
    void itReadsWhatObjdumpReads() throws Exception {
        assumeTrue(Tools.isThere("objdump"), "skipped: objdump is not installed");
        int compared = 0;
        for (String file : FILES) {
            if (Files.isRegularFile(Path.of(file)) && ElfFile.isOfX86(Files.readAllBytes(Path.of(file)))) {
                compared += compare(Path.of(file));
            }
        }
        assumeTrue(compared > 0, "skipped: no program of x86-64 is installed");
        assertThat(compared).isGreaterThan(100_000);
    }

    /**
     * Counts where they agree. libcrypto has tables in its code, which neither knows as such; objdump leaves zeros out of them. All else
     * begins at the same places.
     */
    private static int compare(Path file) throws IOException, InterruptedException {
        ElfFile elf = ElfFile.of(Files.readAllBytes(file));
        ElfSection text = elf.section(".text").orElseThrow();
        BitSet starts = new BitSet();
        BitSet above = new BitSet();
        BitSet bad = new BitSet();
        Process process = new ProcessBuilder("objdump", "-d", "-w", "-j", ".text", file.toString()).start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher found = LINE.matcher(line);
                if (found.matches()) {
                    int at = (int) (Long.parseLong(found.group(1), 16) - text.address());
                    starts.set(at);
                    String words = found.group(2)
                            .replaceFirst(
                                    "^((\\{\\w+\\}|lock|repz?|repnz|addr32|data16|bnd|notrack|[c-gs]s|rex\\S*) )+", "");
                    above.set(
                            at,
                            ABOVE.matcher(words).matches()
                                    && !NOT_ABOVE.matcher(words).matches());
                    bad.set(at, words.contains("(bad)"));
                }
            }
        }
        process.waitFor();
        return agreed(elf, text, starts, above, bad);
    }

    private static int agreed(ElfFile elf, ElfSection text, BitSet starts, BitSet above, BitSet bad) {
        InstructionReader reader = new InstructionReader(elf.bytes(), text.offset(), text.end());
        int agreed = 0;
        int differ = 0;
        boolean waited = false;
        while (reader.hasMore()) {
            boolean good = reader.read();
            int at = reader.start() - text.offset();
            boolean mine = reader.trait() == Trait.VECTOR || reader.trait() == Trait.INTEGER;
            boolean sure = good && !bad.get(at) && !waited;
            if (sure && starts.get(at)) {
                assertThat(mine).as("%x", at + text.address()).isEqualTo(above.get(at));
            }
            agreed += sure && starts.get(at) ? 1 : 0;
            differ += sure && !starts.get(at) ? 1 : 0;
            waited = elf.bytes()[reader.start()] == WAIT;
        }
        assertThat(differ).as("differences of " + agreed).isLessThanOrEqualTo(agreed / 200);
        return agreed;
    }
}
