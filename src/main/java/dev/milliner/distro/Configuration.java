package dev.milliner.distro;

import dev.milliner.source.SourceTree;
import dev.milliner.text.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** The merged configuration in the form azldev dumps it. */
final class Configuration {
    private static final Place NOWHERE = Place.startOf("");
    private static final Map<String, String> FOLDERS = Map.of(
            "log-dir", "build/logs",
            "work-dir", "build/work",
            "output-dir", "out",
            "lock-dir", "locks",
            "rendered-specs-dir", "specs");

    private Configuration() {}

    static ObjectNode json(SourceTree tree, Merged merged) {
        TableValue resources = TableValue.empty(NOWHERE)
                .with("rpm-repos", map(merged.repositories, false))
                .with("rpm-repo-set-templates", map(merged.templates, false))
                .with("rpm-repo-sets", map(merged.sets, false));
        TableValue whole = TableValue.empty(NOWHERE)
                .with("project", project(tree, merged.project))
                .with("distros", new TableValue(Map.copyOf(merged.distros), Map.of(), NOWHERE, NOWHERE))
                .with("resources", resources)
                .with("component-groups", map(merged.componentGroups, false))
                .with("components", map(merged.components, true))
                .with("images", map(merged.images, true))
                .with("tools", merged.tools)
                .with("default-component-config", merged.componentDefault)
                .with("default-package-config", merged.packageDefault)
                .with("package-groups", map(merged.packageGroups, false))
                .with("test-suites", map(merged.testSuites, true));
        return Json.table(Format.FILE, whole);
    }

    /** The folders that azldev writes into, absolute. */
    static Set<String> written(SourceTree tree, TableValue project) {
        return FOLDERS.entrySet().stream()
                .filter(folder -> !folder.getKey().equals("lock-dir"))
                .map(folder -> project.text(folder.getKey()).isEmpty()
                        ? tree.absolute(folder.getValue())
                        : project.text(folder.getKey()))
                .collect(Collectors.toSet());
    }

    /** What is said of the distro as a whole, by the tables' names. */
    static TableValue settings(Merged merged) {
        return TableValue.empty(NOWHERE)
                .with("project", merged.project)
                .with("tools", merged.tools)
                .with("default-component-config", merged.componentDefault)
                .with("default-package-config", merged.packageDefault)
                .with("rpm-repo-set-templates", map(merged.templates, false))
                .with("rpm-repo-sets", map(merged.sets, false));
    }

    private static TableValue map(Map<String, Named> entries, boolean named) {
        Map<String, Value> fields = new LinkedHashMap<>();
        entries.forEach((name, entry) -> fields.put(
                name, named ? entry.table().with(Format.NAME, new TextValue(name, entry.key())) : entry.table()));
        return new TableValue(fields, Map.of(), NOWHERE, NOWHERE);
    }

    private static TableValue project(SourceTree tree, TableValue project) {
        TableValue completed = project;
        for (Map.Entry<String, String> folder : FOLDERS.entrySet()) {
            if (project.text(folder.getKey()).isEmpty()) {
                completed = completed.with(folder.getKey(), new TextValue(tree.absolute(folder.getValue()), NOWHERE));
            }
        }
        return completed;
    }
}
