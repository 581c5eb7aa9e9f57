package dev.milliner.command;

import dev.milliner.rpm.Repositories;
import dev.milliner.rpm.RepositoryException;
import dev.milliner.rpm.RepositoryMetadata;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The repositories that a command is given, in the order given. */
final class RepositoryOption {
    @Option(
            names = "--repo",
            paramLabel = "ID=URI",
            description = "A repository: a folder, or a dir:, file:, http: or https: URI. May be repeated.")
    private List<String> given = new ArrayList<>();

    @Option(
            names = "--priority",
            paramLabel = "ID=NUMBER",
            converter = {Numbers.Owner.class, Numbers.Whole.class},
            description = "Its priority (default: 99); the lower wins.")
    private Map<String, Integer> priorities = new LinkedHashMap<>();

    @Option(
            names = "--cost",
            paramLabel = "ID=NUMBER",
            converter = {Numbers.Owner.class, Numbers.Whole.class},
            description = "Its cost (default: 1000); the lower wins.")
    private Map<String, Integer> costs = new LinkedHashMap<>();

    boolean isGiven() {
        return !given.isEmpty();
    }

    /** Gets the metadata of all that were given. */
    List<RepositoryMetadata> get(PrintWriter err) {
        Repositories repositories = new Repositories();
        List<RepositoryMetadata> all = new ArrayList<>();
        for (String one : given) {
            int equals = one.indexOf('=');
            if (equals <= 0) {
                throw new InputException("'--repo " + one + "' must be ID=URI.");
            }
            String id = one.substring(0, equals);
            if (all.stream().anyMatch(known -> known.id().equals(id))) {
                throw new InputException("The repository " + id + " is given twice.");
            }
            all.add(get(repositories, id, one.substring(equals + 1), err)
                    .ranked(
                            priorities.getOrDefault(id, RepositoryMetadata.DEFAULT_PRIORITY),
                            costs.getOrDefault(id, RepositoryMetadata.DEFAULT_COST)));
        }
        return all;
    }

    private static RepositoryMetadata get(Repositories repositories, String id, String uri, PrintWriter err) {
        try {
            RepositoryMetadata metadata = repositories.get(id, uri, RepositoryMetadata.DEFAULT_PRIORITY);
            metadata.remarks().forEach(remark -> err.println("milliner: " + remark));
            return metadata;
        } catch (RepositoryException unusable) {
            throw new UnavailableException(String.valueOf(unusable.getMessage()));
        }
    }
}
