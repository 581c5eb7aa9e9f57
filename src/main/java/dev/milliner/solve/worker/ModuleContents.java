package dev.milliner.solve.worker;

import dev.milliner.rpm.Compression;
import dev.milliner.rpm.RepositoryMetadata;
import dev.milliner.solve.modules.ModuleBuild;
import dev.milliner.solve.modules.ModuleDefaults;
import dev.milliner.solve.modules.ModuleDocuments;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The modules of repositories.
 *
 * @param builds the builds of each repository that has modules
 * @param defaults what is taken where nothing is said, by module; nothing at all where repositories contradict each other
 * @param remarks what DNF would say of them
 */
record ModuleContents(List<List<ModuleBuild>> builds, Map<String, ModuleDefaults> defaults, List<String> remarks) {
    private static final String CONTRADICTION =
            "The repositories' defaults of modules contradict each other; DNF heeds none of them.";

    static ModuleContents read(List<RepositoryMetadata> repositories) {
        List<List<ModuleBuild>> builds = new ArrayList<>();
        List<Map<String, ModuleDefaults>> all = new ArrayList<>();
        for (RepositoryMetadata metadata : repositories) {
            if (metadata.modules().isPresent()) {
                try (InputStream content = Compression.open(metadata.modules().get())) {
                    ModuleDocuments documents = ModuleDocuments.read(content);
                    builds.add(documents.builds());
                    all.add(documents.defaults());
                } catch (IOException | YAMLException broken) {
                    throw new WorkerException(
                            WorkerReply.Failure.METADATA,
                            "The modules of " + metadata.id() + " cannot be read: " + broken.getMessage());
                }
            }
        }
        Optional<Map<String, ModuleDefaults>> defaults = together(all);
        List<String> remarks = defaults.isPresent() ? List.of() : List.of(CONTRADICTION);
        return new ModuleContents(builds, defaults.orElse(Map.of()), remarks);
    }

    private static Optional<Map<String, ModuleDefaults>> together(List<Map<String, ModuleDefaults>> all) {
        Map<String, ModuleDefaults> defaults = new HashMap<>();
        for (Map<String, ModuleDefaults> repository : all) {
            for (ModuleDefaults one : repository.values()) {
                ModuleDefaults known = defaults.get(one.module());
                Optional<ModuleDefaults> both = known == null ? Optional.of(one) : known.with(one);
                if (both.isEmpty()) {
                    return Optional.empty();
                }
                defaults.put(one.module(), both.get());
            }
        }
        return Optional.of(defaults);
    }
}
