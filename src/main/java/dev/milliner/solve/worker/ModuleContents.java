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
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The modules of repositories.
 *
 * @param builds the builds of each repository that has modules
 * @param defaults what is taken where nothing is said, by module
 */
record ModuleContents(List<List<ModuleBuild>> builds, Map<String, ModuleDefaults> defaults) {
    static ModuleContents read(List<RepositoryMetadata> repositories) {
        List<List<ModuleBuild>> builds = new ArrayList<>();
        Map<String, ModuleDefaults> defaults = new HashMap<>();
        for (RepositoryMetadata metadata : repositories) {
            if (metadata.modules().isPresent()) {
                try (InputStream content = Compression.open(metadata.modules().get())) {
                    ModuleDocuments documents = ModuleDocuments.read(content);
                    builds.add(documents.builds());
                    documents.defaults().forEach((name, one) -> defaults.merge(name, one, ModuleDefaults::with));
                } catch (IOException | YAMLException broken) {
                    throw new WorkerException(
                            WorkerReply.Failure.METADATA,
                            "The modules of " + metadata.id() + " cannot be read: " + broken.getMessage());
                }
            }
        }
        return new ModuleContents(builds, defaults);
    }
}
