package dev.milliner.solve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import dev.milliner.rpm.Repositories;
import dev.milliner.rpm.RepositoryMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Small repositories with a twist each, and DNF's answer. */
class SolverCasesTest extends SolverCase {
    @Test
    void everyRequestIsAnsweredAsDnfDoes() throws IOException {
        SharedMaterial.unpack("cases/solver.tar.xz", folder);
        Path cases = folder.resolve("solver");
        Repositories repositories = new Repositories(folder.resolve("unused"), Duration.ofSeconds(5));
        List<String> different = new ArrayList<>();
        List<String> told = new ArrayList<>();
        JsonNode requests = JsonMapper.shared().readTree(Files.readString(cases.resolve("requests.json")));
        for (JsonNode one : requests) {
            RepositoryMetadata repository = repositories.get(
                    one.get("repo").asString(),
                    cases.resolve("repositories")
                            .resolve(one.get("repo").asString())
                            .toString(),
                    RepositoryMetadata.DEFAULT_PRIORITY);
            SolvePhase phase = new SolvePhase(
                    texts(one.get("install")),
                    texts(one.get("exclude")),
                    List.of(),
                    one.get("weak").asBoolean());
            SolveAnswer answer = solver.solve(new SolveRequest(
                    List.of(repository), ArchitecturePolicy.of("x86_64"), List.of(phase), SolveRequest.Detail.SET));
            Optional<List<String>> wanted = one.has("packages")
                    ? Optional.of(texts(one.get("packages")).stream().sorted().toList())
                    : Optional.empty();
            Optional<List<String>> got =
                    answer.isSolved() ? Optional.of(SolverMaterial.names(answer)) : Optional.empty();
            if (!got.equals(wanted)) {
                different.add(one.get("repo").asString());
                told.add(one + " got " + got.map(Object::toString).orElse("no answer: " + answer.problems()));
            }
        }
        assertThat(requests.size()).isEqualTo(51);
        assertThat(different).as("%s", told).isEmpty();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asString()));
        return texts;
    }
}
