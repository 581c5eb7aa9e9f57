package dev.milliner.solve;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.rpm.RepositoryMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Real DNF, asked through its library. Tests that need it are skipped where it is not installed. */
public final class DnfOracle {
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private DnfOracle() {}

    /** Skips the test where DNF's library and the tools that make a database are not here. */
    public static void assumeInstalled() {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/dnf")) && Files.isExecutable(Path.of("/usr/bin/rpmbuild")),
                "DNF 4 and rpmbuild are not installed.");
    }

    /** The set DNF chooses after the last phase; empty where it fails. */
    public static Optional<List<String>> packages(
            List<RepositoryMetadata> repositories, List<SolvePhase> phases, Path folder)
            throws IOException, InterruptedException {
        Path script = folder.resolve("ask_dnf.py");
        try (InputStream resource = Objects.requireNonNull(DnfOracle.class.getResourceAsStream("ask_dnf.py"))) {
            Files.copy(resource, script);
        }
        Process process = new ProcessBuilder(PYTHON.toString(), script.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(request(repositories, phases, folder).toString().getBytes(StandardCharsets.UTF_8));
        }
        byte[] out = process.getInputStream().readAllBytes();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException("DNF failed with status " + process.exitValue());
        }
        JsonNode answer = JsonMapper.shared().readTree(out);
        if (answer.has("error")) {
            return Optional.empty();
        }
        List<String> packages = new ArrayList<>();
        answer.get("packages").forEach(one -> packages.add(one.asString()));
        return Optional.of(packages);
    }

    private static ObjectNode request(List<RepositoryMetadata> repositories, List<SolvePhase> phases, Path folder) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("folder", folder.toString());
        ObjectNode repos = request.putObject("repos");
        repositories.forEach(one -> repos.put(one.id(), one.uri()));
        var array = request.putArray("phases");
        for (SolvePhase phase : phases) {
            ObjectNode node = array.addObject().put("weak", phase.weak());
            phase.install().forEach(node.putArray("install")::add);
            phase.exclude().forEach(node.putArray("exclude")::add);
        }
        return request;
    }
}
