package dev.milliner.serve.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.MemoryFolder;
import dev.milliner.serve.ServingProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process of its own: its streams, its start and its end. */
class LanguageServerProcessTest {
    private static final Path SAMPLE = Path.of("sample-distros/bowler").toAbsolutePath();

    @TempDir(factory = MemoryFolder.class)
    Path home;

    private static String initialize(long parent) {
        return "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"method\":\"initialize\",\"params\":{\"processId\":" + parent
                + ",\"rootUri\":\"" + SAMPLE.toUri() + "\",\"capabilities\":{}}}";
    }

    @Test
    void itKeepsStandardOutputForTheProtocolAndLoadsNothingOfTheDesktop() throws Exception {
        Path classes = home.resolve("classes.txt");
        Process process = ServingProcess.start(home, List.of("-Xlog:class+load:file=" + classes), "lsp", "--stdio");
        RawClient client = new RawClient(process.getInputStream(), process.getOutputStream());
        client.send(initialize(ProcessHandle.current().pid()));
        assertThat(client.answer("1")
                        .path("result")
                        .path("capabilities")
                        .path("hoverProvider")
                        .asBoolean())
                .isTrue();
        client.send("{\"jsonrpc\":\"2.0\",\"method\":\"initialized\",\"params\":{}}");
        client.send(
                "{\"jsonrpc\":\"2.0\",\"id\":\"2\",\"method\":\"workspace/symbol\",\"params\":{\"query\":\"bow\"}}");
        assertThat(client.answer("2").path("result").size()).isPositive();
        client.send("{\"jsonrpc\":\"2.0\",\"id\":\"3\",\"method\":\"shutdown\"}");
        assertThat(client.answer("3").has("error")).isFalse();
        client.send("{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}");
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(process.getInputStream().readAllBytes()).isEmpty();
        assertThat(Files.readString(home.resolve("errors.txt"))).isEmpty();
        assertThat(Files.readString(classes))
                .contains("dev.milliner.language.LanguageService")
                .doesNotContain(" javafx.", " org.fxmisc.", " dev.milliner.workbench.", " io.modelcontextprotocol.");
    }

    @Test
    void itEndsWithItsClientsStream() throws Exception {
        Process process = ServingProcess.start(home, List.of(), "lsp");
        RawClient client = new RawClient(process.getInputStream(), process.getOutputStream());
        client.send(initialize(ProcessHandle.current().pid()));
        client.answer("1");
        process.getOutputStream().close();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
    }

    @Test
    void itEndsWithTheProcessThatItsClientNames() throws Exception {
        Process parent = new ProcessBuilder("cat").start();
        Process process = ServingProcess.start(home, List.of(), "lsp");
        RawClient client = new RawClient(process.getInputStream(), process.getOutputStream());
        client.send(initialize(parent.pid()));
        client.answer("1");
        parent.getOutputStream().close();
        assertThat(parent.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
    }

    @Test
    void itSaysWhatItIsForWhenAsked() throws Exception {
        Process process = ServingProcess.start(home, List.of(), "lsp", "--help");
        assertThat(new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("Usage: milliner lsp", "language server");
        assertThat(process.waitFor()).isZero();
    }
}
