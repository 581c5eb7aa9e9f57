package dev.milliner.differential;

import dev.milliner.rpm.RepositoryMetadata;
import dev.milliner.solve.ArchitecturePolicy;
import dev.milliner.solve.DnfSettings;
import dev.milliner.solve.SolvePhase;
import dev.milliner.solve.SolveRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Small repositories and a request to them, made by a seed. */
final class GeneratedInstallation {
    private final Random random;
    private final List<GeneratedRepository> repositories;
    private final SolvePhase phase;

    private GeneratedInstallation(long seed) {
        random = new Random(seed * 7919 + 13);
        GeneratedContents contents = new GeneratedContents(random);
        repositories = contents.repositories();
        phase = new GeneratedQuestion(random, contents).phase();
    }

    static GeneratedInstallation of(long seed) {
        return new GeneratedInstallation(seed);
    }

    /** Writes the repositories. */
    void write(Path folder) throws IOException {
        for (GeneratedRepository one : repositories) {
            one.write(folder.resolve(one.id));
        }
    }

    /** What Milliner's solver is asked, once it is written. */
    SolveRequest request(Path folder) throws IOException {
        List<RepositoryMetadata> metadata = new ArrayList<>();
        for (GeneratedRepository one : repositories) {
            metadata.add(one.metadata(folder.resolve(one.id)));
        }
        return new SolveRequest(metadata, ArchitecturePolicy.of("x86_64"), List.of(phase), SolveRequest.Detail.SET);
    }

    /** What DNF is asked, on one line. */
    String question(Path folder) {
        DnfSettings settings = phase.settings();
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        var repos = question.putArray("repos");
        for (GeneratedRepository one : repositories) {
            repos.addObject()
                    .put("id", one.id)
                    .put("dir", folder.resolve(one.id).toString())
                    .put("priority", one.priority)
                    .put("cost", one.cost);
        }
        phase.install().forEach(question.putArray("install")::add);
        phase.exclude().forEach(question.putArray("exclude")::add);
        settings.locks().forEach(question.putArray("locks")::add);
        settings.enable().forEach(question.putArray("enable")::add);
        settings.disable().forEach(question.putArray("disable")::add);
        return question.put("weak", phase.weak()).put("best", settings.best()).toString();
    }
}
