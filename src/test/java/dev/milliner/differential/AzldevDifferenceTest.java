package dev.milliner.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.MemoryFolder;
import dev.milliner.Tools;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jgit.util.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated specs, overlays, paths and {@code sources} files, prepared by azldev and by Milliner. azldev's answers to the
 * first seeds are kept. Where azldev is on the PATH, {@code -Dmilliner.differential=FIRST-LAST} holds other seeds against
 * it, and {@code -Dmilliner.differential.keep=FILE} writes the answers anew.
 */
class AzldevDifferenceTest {
    private static final int SEEDS = 6000;
    private static final int ASKED_AGAIN = 200;

    @TempDir(factory = MemoryFolder.class)
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void keptAnswersAreMillinersToo() throws IOException {
        List<String> kept = kept();
        assertThat(kept).hasSize(SEEDS);
        assertThat(IntStream.range(0, SEEDS).parallel().mapToObj(seed -> difference(seed, kept.get(seed))))
                .allMatch(String::isEmpty);
    }

    private String difference(int seed, String azldev) {
        try {
            PreparedAnswer ours = milliners(seed);
            return ours.kept().equals(azldev)
                    ? ""
                    : seed + ": " + ours.kept() + ", and azldev " + azldev + ": " + ours.said();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void azldevAnswersTheSame() throws IOException, InterruptedException {
        assumeTrue(Tools.isThere("azldev"), "skipped: azldev is not on the PATH");
        String range = System.getProperty("milliner.differential", "0-" + (ASKED_AGAIN - 1));
        int dash = range.indexOf('-');
        long first = Long.parseLong(range.substring(0, dash));
        long last = Long.parseLong(range.substring(dash + 1));
        List<String> answers = new ArrayList<>();
        List<String> differ = new ArrayList<>();
        for (long seed : LongStream.rangeClosed(first, last).toArray()) {
            PreparedAnswer ours = milliners(seed);
            PreparedAnswer theirs = azldevs(seed);
            answers.add(theirs.kept());
            if (!ours.kept().equals(theirs.kept())) {
                differ.add("seed " + seed + "\nMilliner: " + ours + "\nazldev: " + theirs);
            }
        }
        String keep = System.getProperty("milliner.differential.keep");
        if (keep != null) {
            keep(Path.of(keep), answers);
        }
        assertThat(differ).isEmpty();
    }

    private PreparedAnswer milliners(long seed) throws IOException {
        return inTree(seed, PreparedAnswer::ofMilliner);
    }

    private PreparedAnswer azldevs(long seed) throws IOException, InterruptedException {
        return inTree(seed, PreparedAnswer::ofAzldev);
    }

    /** Prepares the component of a tree. */
    private interface Preparation<E extends Exception> {
        PreparedAnswer of(Path root, Path out) throws IOException, E;
    }

    private <E extends Exception> PreparedAnswer inTree(long seed, Preparation<E> preparation) throws IOException, E {
        Path tree = folder.resolve("tree-" + seed);
        try {
            GeneratedTree.of(seed).write(tree);
            return preparation.of(tree, tree.resolve("prepared"));
        } finally {
            FileUtils.delete(tree.toFile(), FileUtils.RECURSIVE);
        }
    }

    private static List<String> kept() throws IOException {
        InputStream packed =
                Objects.requireNonNull(AzldevDifferenceTest.class.getResourceAsStream("azldev-answers.txt.gz"));
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.US_ASCII))) {
            return lines.lines().toList();
        }
    }

    private static void keep(Path file, List<String> answers) throws IOException {
        try (GZIPOutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write((String.join("\n", answers) + "\n").getBytes(StandardCharsets.US_ASCII));
        }
    }
}
