package dev.milliner.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.MemoryFolder;
import dev.milliner.overlay.derive.Derivation;
import dev.milliner.overlay.derive.Derived;
import dev.milliner.spec.Section;
import dev.milliner.spec.Spec;
import dev.milliner.spec.SpecLine;
import dev.milliner.spec.SpecRead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real specs edited by hand at random, a few lines each: what comes out is just that, by hardly more overlays than there were
 * edits, and no expression reaches another place. A line that goes from among others leaves an empty one, which is said.
 */
class DerivedEditsTest {
    private static final long SEED = Long.getLong("milliner.seed", 20261129);
    private static final int EDITS = Integer.getInteger("milliner.edits", 1500);
    private static final int MOST_AT_ONCE = 3;

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private final Random random = new Random(SEED);
    private final List<String> wrong = new ArrayList<>();
    private final List<Long> nanos = new ArrayList<>();
    private int emptied;

    /** A spec's lines, and whether one went that no overlay can take away. */
    private record Edited(List<String> lines, boolean shorter) {}

    @Test
    void whatIsEditedIsWhatIsDerived() throws Exception {
        OverlayCases cases = OverlayCases.unpack(folder);
        List<String> names = cases.expected().propertyNames().stream().sorted().toList();
        for (int i = 0; i < EDITS; i++) {
            String name = names.get(random.nextInt(names.size()));
            edit(cases.sources(name), cases.recipe(name).specName(), i);
        }
        nanos.sort(null);
        System.out.printf(
                "derived of %d edits, seed %d: %d wrong, %d with an empty line left; p50 %.1f ms, p95 %.1f ms, most %.1f ms%n",
                EDITS,
                SEED,
                wrong.size(),
                emptied,
                nanos.get(nanos.size() / 2) / 1e6,
                nanos.get(nanos.size() * 95 / 100) / 1e6,
                nanos.getLast() / 1e6);
        assertThat(wrong).isEmpty();
    }

    private void edit(Sources before, String specName, int number) throws Exception {
        Spec spec = before.file(specName).orElseThrow().spec();
        Edited edited = new Edited(spec.lines(), false);
        int edits = 1 + random.nextInt(MOST_AT_ONCE);
        for (int i = 0; i < edits; i++) {
            edited = changed(edited, number + i);
        }
        Sources after =
                before.with(specName, before.file(specName).orElseThrow().withSpec(new Spec(edited.lines())));
        if (before.file(specName).orElseThrow().lines().isEmpty() || after.equals(before)) {
            return;
        }
        long start = System.nanoTime();
        Derived derived = Derivation.between(specName, before, after);
        nanos.add(System.nanoTime() - start);
        if (!edited.shorter() && !derived.exact()) {
            wrong.add(number + " " + specName + " not exact: " + derived.changes() + " leave "
                    + derived.rest().stream().map(FileChange::hunks).toList());
        } else if (!derived.exact()) {
            emptied++;
            if (!text(derived.result(), specName).equals(text(after, specName))) {
                wrong.add(number + " " + specName + " not even with empty lines: " + derived.changes() + " leave "
                        + derived.rest().stream()
                                .flatMap(change -> change.hunks().stream()
                                        .map(hunk -> change.removedLines(hunk) + " -> " + change.addedLines(hunk)))
                                .toList());
            }
        }
        if (derived.changes().size() > edits + 1) {
            wrong.add(number + " " + specName + " " + edits + " edits, " + derived.changes());
        }
    }

    /** A spec without its empty lines. */
    private static List<String> text(Sources sources, String specName) {
        return sources.file(specName)
                .orElseThrow()
                .text()
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private Edited changed(Edited edited, int number) {
        List<SpecRead> reads = new Spec(edited.lines()).read();
        List<String> lines = new ArrayList<>(edited.lines());
        return switch (random.nextInt(6)) {
            case 0 -> ofTag(edited, reads, number);
            case 1 -> {
                int at = pick(reads, SpecLine.Tag.class, false);
                lines.add(at + 1, "Requires: more-" + number);
                yield new Edited(lines, edited.shorter());
            }
            case 2 -> word(edited, reads, number);
            case 3 -> {
                int at = pick(reads, SpecLine.Plain.class, false);
                lines.add(at + 1, "# by hand " + number);
                yield new Edited(lines, edited.shorter());
            }
            case 4 -> {
                lines.add("# at the end " + number);
                yield new Edited(lines, edited.shorter());
            }
            default -> {
                int at = pick(reads, SpecLine.Plain.class, true);
                lines.remove(at);
                yield new Edited(lines, true);
            }
        };
    }

    private Edited ofTag(Edited edited, List<SpecRead> reads, int number) {
        List<String> lines = new ArrayList<>(edited.lines());
        int at = pick(reads, SpecLine.Tag.class, false);
        if (reads.get(at).line() instanceof SpecLine.Tag tag) {
            lines.set(at, tag.name() + ": other-" + number);
        }
        return new Edited(lines, edited.shorter());
    }

    /** Another word in the middle of a line. */
    private Edited word(Edited edited, List<SpecRead> reads, int number) {
        List<String> lines = new ArrayList<>(edited.lines());
        int at = pick(reads, SpecLine.Plain.class, true);
        String[] words = lines.get(at).split(" ", -1);
        words[random.nextInt(words.length)] = "word" + number;
        lines.set(at, String.join(" ", words));
        return new Edited(lines, edited.shorter());
    }

    private int pick(List<SpecRead> reads, Class<? extends SpecLine> kind, boolean filled) {
        int[] fit = IntStream.range(0, reads.size())
                .filter(i -> kind.isInstance(reads.get(i).line())
                        && (!filled || !reads.get(i).text().isBlank())
                        && isAlone(reads, i))
                .toArray();
        return fit.length == 0 ? 0 : fit[random.nextInt(fit.length)];
    }

    /** No expression tells a line from another that is the same where an overlay can look: a package, a section, or all. */
    private static boolean isAlone(List<SpecRead> reads, int line) {
        SpecRead one = reads.get(line);
        return reads.stream()
                        .filter(read -> read.text().equals(one.text()) && isInReach(one.section(), read.section()))
                        .count()
                == 1;
    }

    private static boolean isInReach(Section of, Section other) {
        return (of.name().isEmpty() || of.name().equals(other.name()))
                && (of.packageName().isEmpty() || of.packageName().equals(other.packageName()));
    }
}
