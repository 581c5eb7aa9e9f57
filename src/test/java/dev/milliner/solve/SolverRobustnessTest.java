package dev.milliner.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milliner.rpm.RepositoryMetadata;
import dev.milliner.solve.client.PackageSolver;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the worker or is fed to it, this process lives and the next request works. */
@Timeout(120)
class SolverRobustnessTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private PackageSolver solver;

    @SuppressWarnings("NullAway.Init")
    private SolveRequest sound;

    @BeforeEach
    void start() throws IOException {
        SolverMaterial.assumeInstalled();
        solver = new PackageSolver(folder.resolve("solv"), PackageSolver.LIMIT);
        sound = SolverMaterial.request(SolverMaterial.repository("fedora35"), List.of("bash"), false);
    }

    @AfterEach
    void stop() {
        if (solver != null) {
            solver.close();
        }
    }

    private void theNextRequestWorks() throws SolverException {
        assertThat(SolverMaterial.names(solver.solve(sound))).anyMatch(name -> name.startsWith("bash-"));
    }

    @Test
    void aKilledWorkerIsStartedAgain() throws IOException, InterruptedException {
        Path pipe = folder.resolve("primary.xml");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        RepositoryMetadata endless = SolverMaterial.packagesAlone("pipe", "0", pipe);
        CompletableFuture<SolveAnswer> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return solver.solve(SolverMaterial.request(endless, List.of("bash"), false));
            } catch (SolverException failure) {
                throw new CompletionException(failure);
            }
        });
        // A pipe opens only once its reader does, so the worker is in the middle of the request then.
        try (OutputStream content = Files.newOutputStream(pipe)) {
            content.write("<metadata>".getBytes(StandardCharsets.UTF_8));
            content.flush();
            ProcessHandle.of(solver.processId().orElseThrow()).orElseThrow().destroyForcibly();
            assertThatThrownBy(answer::join)
                    .hasCauseInstanceOf(SolverException.class)
                    .hasMessageContaining("The solver died");
        }
        theNextRequestWorks();
    }

    @Test
    void aSlowRequestIsStopped() throws IOException {
        try (PackageSolver hasty = new PackageSolver(folder.resolve("other"), Duration.ofMillis(20))) {
            assertThatThrownBy(() -> hasty.solve(sound))
                    .isInstanceOf(SolverException.class)
                    .hasMessageContaining("no answer within");
        }
        theNextRequestWorks();
    }

    @Test
    void aCorruptCacheIsNotLoaded() throws IOException {
        theNextRequestWorks();
        solver.close();
        for (Path file : cached(".solv")) {
            byte[] content = Files.readAllBytes(file);
            new Random(7).nextBytes(content);
            Files.write(file, content);
        }
        theNextRequestWorks();
        solver.close();
        for (Path file : cached(".solv")) {
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
        }
        theNextRequestWorks();
    }

    private List<Path> cached(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("solv"))) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(suffix)).toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    private RepositoryMetadata raw(String name, byte[] primary) throws IOException {
        Path file = folder.resolve(name + "-primary.xml");
        Files.write(file, primary);
        return SolverMaterial.packagesAlone(name, "0" + name.hashCode(), file);
    }

    @Test
    void truncatedMetadataIsRefused() throws IOException {
        String whole = packages("<package type=\"rpm\"><name>a</name><arch>noarch</arch>"
                + "<version epoch=\"0\" ver=\"1\" rel=\"1\"/><format/></package>");
        RepositoryMetadata cut =
                raw("cut", whole.substring(0, whole.length() - 30).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> solver.solve(SolverMaterial.request(cut, List.of("a"), false)))
                .isInstanceOf(SolverException.class)
                .hasMessageContaining("cannot be read");
        theNextRequestWorks();
    }

    @Test
    void hostileMetadataDoesNoHarm() throws IOException {
        String entity = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
        String wild = packages("<package type=\"rpm\"><name>" + "n".repeat(1 << 20) + "</name><arch>noarch</arch>"
                + "<version epoch=\"99999999999999999999\" ver=\"\" rel=\"%s%n\"/><size installed=\"-1\"/>"
                + "<format><rpm:requires><rpm:entry name=\"(" + "(a if ".repeat(5000) + "\"/></rpm:requires></format>"
                + "</package>");
        int number = 0;
        for (String text : List.of(entity + wild, wild, "", "\0\0\0", "<metadata>".repeat(50_000))) {
            RepositoryMetadata hostile = raw("hostile" + number++, text.getBytes(StandardCharsets.UTF_8));
            try {
                assertThat(solver.solve(SolverMaterial.request(hostile, List.of("bash"), false))
                                .isSolved())
                        .isFalse();
            } catch (SolverException refused) {
                assertThat(refused).hasMessageMatching("(?s).*(cannot be read|died).*");
            }
            theNextRequestWorks();
        }
    }

    private static String packages(String inner) {
        return "<?xml version=\"1.0\"?><metadata xmlns=\"http://linux.duke.edu/metadata/common\""
                + " xmlns:rpm=\"http://linux.duke.edu/metadata/rpm\" packages=\"1\">" + inner + "</metadata>";
    }
}
