package dev.milliner.workbench.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills, at random moments and so also while the journal writes, a process that types. Whatever was typed a moment before
 * is there at the next start, which takes over the text and meets nothing that stops it.
 */
class JournalKillsTest {
    /** A hundred are done with {@code -Dmilliner.kills=100}. */
    private static final int KILLS = Integer.getInteger("milliner.kills", 12);

    private static final int AT_ONCE = 2;

    /** The aim; what is lost of it is printed, as a busy machine may be late. */
    private static final long AIM_MILLIS = 200;

    /** What no machine may lose. */
    private static final long SAFE_MILLIS = 1000;

    private static final String FILE = "azldev.toml";
    private static final long SEED = 20261128;

    @TempDir
    Path folder;

    private record Typed(int letters, long nanos) {}

    private record Loss(int ofAim, int letters) {}

    @Test
    void nothingTypedAMomentAgoIsLost() throws Exception {
        Random random = new Random(SEED);
        List<Callable<Loss>> kills = new ArrayList<>();
        for (int number = 0; number < KILLS; number++) {
            Path place = Files.createDirectory(folder.resolve("kill-" + number));
            long moment = SAFE_MILLIS + 100 + random.nextInt(500);
            int pause = 1 + random.nextInt(20);
            // A small file and a large one, whose text takes the journal longer to write.
            int lines = number % 2 == 0 ? 10 : 20_000;
            kills.add(() -> kill(place, lines, moment, pause));
        }
        List<Loss> losses = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Loss> kill : executor.invokeAll(kills)) {
                losses.add(kill.get());
            }
        }
        System.out.println(KILLS + " kills, " + losses.size() + " starts took over; letters lost of those typed "
                + AIM_MILLIS + " ms before: "
                + losses.stream().mapToInt(Loss::ofAim).sum());
        assertThat(losses).hasSize(KILLS).allMatch(loss -> loss.letters() == 0);
    }

    private static Loss kill(Path place, int lines, long moment, int pause) throws IOException, InterruptedException {
        Path root = Files.createDirectory(place.resolve("distro"));
        String before = "# a line of a definition, long enough to count\n".repeat(lines);
        Files.writeString(root.resolve(FILE), before);
        Path journals = place.resolve("journal");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TypingProcess.class.getName(),
                        journals.toString(),
                        root.toString(),
                        FILE,
                        String.valueOf(pause))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Deque<Typed> typed = new ArrayDeque<>();
        long killed;
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            long end = Long.MAX_VALUE;
            for (String line = said.readLine(); line != null && System.nanoTime() < end; line = said.readLine()) {
                typed.addLast(new Typed(Integer.parseInt(line), System.nanoTime()));
                end = end == Long.MAX_VALUE ? System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(moment) : end;
            }
            killed = System.nanoTime();
        } finally {
            // On Linux this is kill -9.
            process.destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        try (BufferJournal next = BufferJournal.start(journals)) {
            LeftTexts.Found found = LeftTexts.takeOver(next, journals, root, SetAside.of(place));
            int kept = found.texts().isEmpty()
                    ? 0
                    : found.texts().getFirst().kept().text().length() - before.length();
            return new Loss(
                    Math.max(0, typedBefore(typed, killed, AIM_MILLIS) - kept),
                    Math.max(0, typedBefore(typed, killed, SAFE_MILLIS) - kept));
        }
    }

    private static int typedBefore(Deque<Typed> typed, long killed, long millis) {
        long moment = killed - TimeUnit.MILLISECONDS.toNanos(millis);
        return typed.stream()
                .filter(one -> one.nanos() <= moment)
                .mapToInt(Typed::letters)
                .max()
                .orElse(0);
    }
}
