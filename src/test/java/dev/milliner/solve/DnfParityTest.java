package dev.milliner.solve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import dev.milliner.rpm.RepositoryMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The solver's answer is DNF's, to the package: as it was recorded, and as it is given now. */
class DnfParityTest extends SolverCase {
    private static final int FRESH = 12;

    @Test
    void recordedRequestsAreAnsweredAlike() throws IOException {
        Path golden = SharedMaterial.folder().resolve("golden").resolve("dnf-requests.json");
        Map<String, RepositoryMetadata> repositories = new TreeMap<>();
        List<String> different = new ArrayList<>();
        int compared = 0;
        for (JsonNode recorded : JsonMapper.shared().readTree(Files.readString(golden))) {
            String name = recorded.get("repo").asString();
            if (!repositories.containsKey(name)) {
                repositories.put(name, SolverMaterial.repository(name));
            }
            SolveAnswer answer = solver.solve(SolverMaterial.request(
                    repositories.get(name),
                    texts(recorded.get("install")),
                    recorded.get("weak").asBoolean()));
            boolean same = recorded.has("result")
                    ? SolverMaterial.names(answer)
                            .equals(texts(recorded.get("result")).stream()
                                    .sorted()
                                    .toList())
                    : !answer.isSolved();
            if (!same) {
                different.add(recorded.get("install") + " of " + name);
            }
            compared++;
        }
        assertThat(different).isEmpty();
        assertThat(compared).isEqualTo(200);
    }

    @Test
    void freshRequestsAreAnsweredAlike() throws IOException, InterruptedException {
        DnfOracle.assumeInstalled();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (String name : List.of("fedora35", "cbl-mariner-2.0", "fedora32-bazeldnf", "scale")) {
            RepositoryMetadata repository = SolverMaterial.repository(name);
            List<String> known = known(name);
            for (int i = 0; i < FRESH / 4; i++) {
                List<String> install = new ArrayList<>();
                for (int count = 1 + random.nextInt(8); count > 0; count--) {
                    install.add(known.get(random.nextInt(known.size())));
                }
                boolean weak = random.nextBoolean();
                SolveAnswer answer = solver.solve(SolverMaterial.request(repository, install, weak));
                Optional<List<String>> expected = DnfOracle.packages(
                        List.of(repository),
                        List.of(SolvePhase.of(install, weak)),
                        Files.createDirectory(folder.resolve(name + i)));
                assertThat(answer.isSolved() ? Optional.of(SolverMaterial.names(answer)) : Optional.empty())
                        .as("%s of %s, weak %s, seed %s", install, name, weak, seed)
                        .isEqualTo(expected);
            }
        }
    }

    /** Names that the recorded requests and answers of a repository mention. */
    private static List<String> known(String repository) throws IOException {
        Path golden = SharedMaterial.folder().resolve("golden").resolve("dnf-requests.json");
        List<String> names = new ArrayList<>();
        for (JsonNode recorded : JsonMapper.shared().readTree(Files.readString(golden))) {
            if (recorded.get("repo").asString().equals(repository)) {
                names.addAll(texts(recorded.get("install")));
                texts(recorded.path("result")).forEach(one -> names.add(one.replaceFirst("-[^-]+-[^-]+$", "")));
            }
        }
        return names.stream().distinct().sorted().toList();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asString()));
        return texts;
    }
}
