package dev.milliner.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the command explain prints. */
class ExplainCommandTest {
    private static final String LOGS = "src/test/resources/dev/milliner/explain/";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return CommandLineEntry.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void printsTheCauseItsLineAndTheFix() {
        assertThat(run("explain", LOGS + "rpmbuild-source-missing.log")).isZero();
        assertThat(out.toString())
                .contains("greet-1.0.tar.gz is not in the folder of the sources.")
                .contains("rpmbuild-source-missing.log, line 7")
                .contains("fix:  Add the file greet-1.0.tar.gz");
    }

    @Test
    void namesThePlaceAmongTheInputs(@TempDir Path inputs) throws IOException {
        Files.createDirectories(inputs.resolve("SPECS"));
        Files.writeString(
                inputs.resolve("SPECS/greet.spec"), "Name: greet\nVersion: 1.0\nSource0: %{name}-%{version}.tar.gz\n");
        assertThat(run(
                        "explain",
                        LOGS + "rpmbuild-source-missing.log",
                        "--tool",
                        "rpmbuild",
                        "--exit",
                        "1",
                        "--inputs",
                        inputs.toString(),
                        "--json"))
                .isZero();
        JsonNode json = JsonMapper.shared().readTree(out.toString());
        assertThat(json.get("lines").get(0).asInt()).isEqualTo(7);
        assertThat(json.get("certain").asBoolean()).isTrue();
        assertThat(json.get("kind").asString()).isEqualTo("missing-source");
        assertThat(json.get("file").asString()).isEqualTo("SPECS/greet.spec");
        assertThat(json.get("line").asInt()).isEqualTo(3);
    }

    @Test
    void hasNoCauseWhereNothingFailed() {
        assertThat(run("explain", LOGS + "rpmbuild-changelog-order.log", "--exit", "0", "--json"))
                .isZero();
        JsonNode json = JsonMapper.shared().readTree(out.toString());
        assertThat(json.get("cause").isNull()).isTrue();
        assertThat(json.get("lines")).isEmpty();
        assertThat(json.get("warnings")).hasSize(1);
    }

    @Test
    void saysWhichLogOrToolItDoesNotKnow() {
        assertThat(run("explain", "nowhere.log")).isEqualTo(CommandLineEntry.AT_FAULT);
        assertThat(err.toString()).contains("nowhere.log");
        assertThat(run("explain", LOGS + "dnf-nomatch.log", "--tool", "emerge")).isEqualTo(CommandLineEntry.AT_FAULT);
        assertThat(err.toString()).contains("rpmbuild").contains("emerge");
    }

    @Test
    void whatTellsNothingIsRefused(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.log"));
        assertThat(run("explain", empty.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("empty.log is empty");
        assertThat(run("explain", empty.toString(), "--exit", "137")).isZero();
        Path binary = Files.write(folder.resolve("program"), new byte[100]);
        assertThat(run("explain", binary.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("program is no text");
    }
}
