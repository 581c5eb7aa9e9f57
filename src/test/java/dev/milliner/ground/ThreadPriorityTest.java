package dev.milliner.ground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThreadPriorityTest {
    private static final Path THREADS = Path.of("/proc/self/task");

    /** Of what follows the name in a thread's {@code stat}, the first being field 3, field 19 says how nice it is. */
    private static final int NICE = 19 - 3;

    @Test
    void aThreadStandsBehindAndTheOneThatStartedItDoesNot() throws Exception {
        CountDownLatch looked = new CountDownLatch(1);
        Thread starter = Thread.ofPlatform().daemon().name("starter").start(() -> await(looked));
        Thread behind = Thread.ofPlatform().daemon().name("behind").start(() -> {
            ThreadPriority.stepBehind();
            await(looked);
        });
        Waiting.until("the thread stands behind", () -> nice().getOrDefault("behind", 0) == 10);
        assertThat(nice()).containsEntry("starter", 0);
        looked.countDown();
        starter.join();
        behind.join();
    }

    /** In a program of its own, as a thread can't be put before others again. */
    @Test
    void compilersStandBehindAndAllOthersDoNot() throws Exception {
        Process program = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ThreadPriorityTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor()).isZero();
        List<String> behind = said.lines().filter(line -> line.endsWith(" 10")).toList();
        assertThat(behind).isNotEmpty().allMatch(line -> line.matches("(C[12] Compiler|Training).*"));
        assertThat(said.lines()).contains("main is behind: 0").anyMatch(line -> line.startsWith("VM Thread"));
    }

    /** The program of its own. */
    public static void main(String[] arguments) {
        ThreadPriority.putCompilersBehind();
        nice().forEach((thread, nice) ->
                System.out.println(thread.equals("java") ? "main is behind: " + nice : thread + " is behind: " + nice));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** How nice the threads of this program are, by their names as Linux has them. */
    private static Map<String, Integer> nice() {
        Map<String, Integer> nice = new TreeMap<>();
        try (Stream<Path> threads = Files.list(THREADS)) {
            threads.forEach(
                    thread -> nice.put(read(thread.resolve("comm")).strip(), number(read(thread.resolve("stat")))));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
        return nice;
    }

    private static int number(String stat) {
        List<String> fields =
                List.of(stat.substring(stat.lastIndexOf(')') + 1).strip().split(" "));
        return fields.size() <= NICE ? 0 : Integer.parseInt(fields.get(NICE));
    }

    /** A thread that ends meanwhile has nothing to read. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException over) {
            return "";
        }
    }
}
