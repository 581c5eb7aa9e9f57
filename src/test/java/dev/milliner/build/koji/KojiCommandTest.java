package dev.milliner.build.koji;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.Waiting;
import dev.milliner.build.history.BuildStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands over a farm, each in a process of its own as a person runs them. */
class KojiCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aBuildWhoseMillinerWasKilledIsFoundByItsTask() throws Exception {
        try (Farm farm = new Farm(folder)) {
            Run killed =
                    run(farm, "build", "greet", "--source", Farm.SOURCE, "--scratch", "-t", "azl4", "--poll", "0.2");
            Waiting.until("the task is there", () -> farm.hub().tasks().containsKey(1));
            HubBuilder builder = farm.builder();
            builder.open(1);
            int arch = builder.child(1, "buildArch", "x86_64");
            builder.open(arch);
            builder.write(arch, "build.log", "one\ntw");
            Waiting.until("the log comes", () -> killed.text().contains("build.log: one"));
            killed.process().destroyForcibly().waitFor();

            builder.write(arch, "build.log", "o\nthree\n");
            builder.write(arch, "greet-1.0-1.x86_64.rpm", new byte[230]);
            Run watching = run(farm, "watch", "1", "--poll", "0.2");
            Waiting.until("the log comes", () -> watching.text().contains("build.log: three"));
            builder.close(arch);
            builder.close(1);

            assertThat(watching.status()).isZero();
            List<JsonNode> lines = watching.json();
            JsonNode result = lines.getLast();
            assertThat(result.path("event").asString()).isEqualTo("result");
            assertThat(result.path("outcome").asString()).isEqualTo("succeeded");
            assertThat(result.path("artifacts").get(0).path("size").asInt()).isEqualTo(230);
            assertThat(watching.text()).contains("build.log: two").doesNotContain("build.log: one");
            assertThat(lines).anySatisfy(line -> assertThat(
                            line.path("event").asString() + line.path("state").asString())
                    .isEqualTo("taskclosed"));
            assertThat(Files.readAllLines(Path.of(result.path("log").asString())))
                    .filteredOn(line -> line.contains(" build.log: "))
                    .extracting(line -> line.replaceFirst(".*: ", ""))
                    .containsExactly("one", "two", "three");
        }
    }

    @Test
    void theAnswersOfOneQuestionAndTheirStatus() throws Exception {
        try (Farm farm = new Farm(folder)) {
            Run targets = run(farm, "targets");
            assertThat(targets.status()).isZero();
            assertThat(JsonMapper.shared()
                            .readTree(targets.text())
                            .get(0)
                            .path("destination")
                            .asString())
                    .isEqualTo("azl4");
            Run unknown = run(farm, "cancel", "77");
            assertThat(unknown.status()).isEqualTo(1);
            assertThat(unknown.errors()).contains("getTaskInfo 77", "The hub has no task 77");
            Run building = run(farm, "build", "greet", "--source", Farm.SOURCE, "--scratch", "-t", "azl4");
            Waiting.until("the task is there", () -> farm.hub().tasks().containsKey(1));
            Run once = run(farm, "cancel", "1");
            assertThat(once.status()).as(once.errors()).isZero();
            assertThat(once.errors()).contains("koji --profile farm cancel 1");
            Run again = run(farm, "cancel", "1");
            assertThat(again.status()).isEqualTo(1);
            assertThat(again.errors()).doesNotContain("koji --profile farm cancel 1");
            assertThat(JsonMapper.shared().readTree(again.text()).path("state").asString())
                    .isEqualTo("canceled");
            assertThat(building.status()).isNotZero();
            farm.hub().die();
            Run silent = run(farm, "targets");
            assertThat(silent.status()).isEqualTo(3);
            assertThat(silent.errors()).contains("The hub of the profile 'farm' does not answer");
        }
    }

    @Test
    void aTaskThatTheHubNeverSawIsToldAndNotWaitedFor() throws Exception {
        try (Farm farm = new Farm(folder)) {
            Run unknown = run(farm, "watch", "77");
            assertThat(unknown.status()).isEqualTo(1);
            assertThat(unknown.text()).contains("The hub of the profile 'farm' has no task 77");
            farm.hub().die();
            Run silent = run(farm, "watch", "78");
            assertThat(silent.status()).isEqualTo(3);
            assertThat(silent.text()).contains("The hub of the profile 'farm' does not answer");
            assertThat(KojiFolder.unfinished(new BuildStore(folder.resolve("state/milliner/builds"))))
                    .isEmpty();
            Run builds = run(farm, List.of("builds", "--json"));
            assertThat(builds.status()).isZero();
            assertThat(JsonMapper.shared().readTree(builds.text()).findValuesAsString("state"))
                    .containsExactly("failed", "failed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"notaurl", "ftp://hub.example/kojihub", "http:///kojihub", ""})
    void aProfileThatNamesNoHubIsToldAtOnce(String server) throws Exception {
        try (Farm farm = new Farm(folder)) {
            Path file = folder.resolve("home/.koji/config");
            List<String> lines = Files.readAllLines(file).stream()
                    .map(line -> line.startsWith("server") ? "server = " + server : line)
                    .toList();
            Files.write(file, lines);
            for (String[] words : new String[][] {{"targets"}, {"watch", "1"}, {"cancel", "1"}}) {
                Run run = run(farm, words);
                assertThat(run.status()).isEqualTo(3);
                assertThat(run.errors() + run.text())
                        .contains(
                                "The profile 'farm' names no hub: " + file + ", line 2: server ",
                                "write there where the hub is");
            }
        }
    }

    private Run run(Farm farm, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("koji"));
        command.addAll(List.of(words));
        command.addAll(List.of("--profile", "farm", "--json"));
        return run(farm, command);
    }

    private Run run(Farm farm, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.milliner.Milliner"));
        command.addAll(words);
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        farm.client();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(errors.toFile());
        builder.environment().put("HOME", folder.resolve("home").toString());
        builder.environment().put("XDG_DATA_HOME", farm.data("dev-devpw").toString());
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        return new Run(builder.start(), out, errors);
    }

    private record Run(Process process, Path out, Path err) {
        int status() throws InterruptedException {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        }

        String text() {
            return read(out);
        }

        String errors() {
            return read(err);
        }

        List<JsonNode> json() {
            try (Stream<String> lines = text().lines()) {
                return lines.map(JsonMapper.shared()::readTree).toList();
            }
        }

        private static String read(Path file) {
            try {
                return Files.readString(file, StandardCharsets.UTF_8);
            } catch (IOException gone) {
                return "";
            }
        }
    }
}
