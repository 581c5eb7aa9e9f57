package dev.milliner.command;

import dev.milliner.rpm.RepositoryMetadata;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of a batch: {@code {"repo": "ID" or ["ID", …], "install": ["NAME", …], "weak": true or false}}.
 *
 * @param repositories those it names; all that the command was given where it names none
 * @param install what to install
 * @param exclude what must not be installed
 * @param weak whether recommended packages come too
 */
record BatchRequest(List<RepositoryMetadata> repositories, List<String> install, List<String> exclude, boolean weak) {
    static BatchRequest parse(String line, List<RepositoryMetadata> all) {
        JsonNode node;
        try {
            node = JsonMapper.shared().readTree(line);
        } catch (JacksonException broken) {
            throw new InputException("The request is no JSON: " + broken.getOriginalMessage());
        }
        if (!node.isObject()) {
            throw new InputException("A request must be a JSON object.");
        }
        List<String> install = texts(node.path("install"), "install");
        if (install.isEmpty()) {
            throw new InputException("A request must have 'install', a list of names.");
        }
        List<String> ids = texts(node.path("repo"), "repo");
        return new BatchRequest(
                ids.isEmpty() ? all : ids.stream().map(id -> named(id, all)).toList(),
                install,
                texts(node.path("exclude"), "exclude"),
                node.path("weak").asBoolean(false));
    }

    private static List<String> texts(JsonNode node, String key) {
        List<String> texts = new ArrayList<>();
        if (node.isString()) {
            texts.add(node.asString());
        } else if (node.isArray()) {
            for (JsonNode item : node) {
                if (!item.isString()) {
                    throw new InputException("'" + key + "' must hold texts.");
                }
                texts.add(item.asString());
            }
        } else if (!node.isMissingNode() && !node.isNull()) {
            throw new InputException("'" + key + "' must be a text or a list of texts.");
        }
        return texts;
    }

    private static RepositoryMetadata named(String id, List<RepositoryMetadata> all) {
        return all.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InputException("There is no repository '" + id + "'; give it with --repo."));
    }
}
