package dev.milliner.distro;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Expands repository sets by their templates, and holds all repositories that come of it. */
final class RepositorySets {
    /**
     * A repository.
     *
     * @param named the repository's table
     * @param set the set it comes from
     */
    record Repository(Named named, Optional<Named> set) {}

    private final Problems problems;
    private final RepositoryRules rules;
    private final Map<String, List<String>> names = new LinkedHashMap<>();
    private final Map<String, Repository> all = new TreeMap<>();

    RepositorySets(Merged merged, Problems problems) {
        this.problems = problems;
        this.rules = new RepositoryRules(problems);
        merged.repositories.values().forEach(named -> {
            rules.name("repository", named);
            rules.repository(named);
            all.put(named.name(), new Repository(named, Optional.empty()));
        });
        merged.templates.values().forEach(named -> {
            rules.name("template", named);
            rules.template(named);
        });
        merged.sets.values().forEach(named -> {
            rules.name("set", named);
            if (rules.set(named, merged.templates)) {
                expand(
                        named,
                        java.util.Objects.requireNonNull(
                                merged.templates.get(named.table().text("template"))));
            }
        });
    }

    /** All repositories by name. */
    Map<String, Repository> all() {
        return all;
    }

    /** The names of a set's repositories; empty where the set is at fault. */
    List<String> namesOf(String set) {
        return names.getOrDefault(set, List.of());
    }

    private void expand(Named set, Named template) {
        Optional<Set<String>> allowed = allowed(set, template);
        List<String> made = new ArrayList<>();
        for (TableValue part : template.table().tables("subrepos")) {
            if (allowed.isEmpty() || allowed.get().contains(part.text("name"))) {
                part(set, part).ifPresent(made::add);
            }
        }
        names.put(set.name(), made);
    }

    private Optional<Set<String>> allowed(Named set, Named template) {
        List<Value> wanted = set.table().items("subrepos");
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Set<String> known = new HashSet<>();
        template.table().tables("subrepos").forEach(part -> known.add(part.text("name")));
        Set<String> allowed = new HashSet<>();
        for (Value item : wanted) {
            String name = item instanceof TextValue text ? text.text() : "";
            if (!known.contains(name)) {
                rules.setError(
                        "The template '" + template.name() + "' has no sub-repository '" + name
                                + "'. Correct the name.",
                        item.place());
            } else if (!allowed.add(name)) {
                rules.setError("The sub-repository '" + name + "' is listed twice. Remove one.", item.place());
            }
        }
        return Optional.of(allowed);
    }

    private Optional<String> part(Named set, TableValue part) {
        String path = part.text("subpath");
        String name = set.table().text("name-prefix") + part.text("name");
        if (path.indexOf('?') >= 0
                || path.indexOf('#') >= 0
                || List.of(path.split("/", -1)).contains("..")) {
            problems.error(
                    "template-part",
                    "'subpath' cannot hold '..', '?' or '#'. Write a plain relative path.",
                    part.placeOf("subpath"));
            return Optional.empty();
        }
        if (!RepositoryRules.isName(name)) {
            rules.setError(
                    "'" + name + "' cannot name a repository. Correct 'name-prefix'.",
                    set.table().placeOf("name-prefix"));
            return Optional.empty();
        }
        if (all.containsKey(name)) {
            rules.setError(
                    "The set makes a repository '" + name
                            + "', which exists already. Choose another 'name-prefix', or rename the other one.",
                    set.table().placeOf("name-prefix"));
            return Optional.empty();
        }
        all.put(name, new Repository(repository(set, part, name), Optional.of(set)));
        return Optional.of(name);
    }

    private static Named repository(Named set, TableValue part, String name) {
        TableValue from = set.table();
        Map<String, Value> fields = new LinkedHashMap<>();
        for (String key : List.of("gpg-key", "disable-gpg-check", "arches")) {
            Value value = from.at(key);
            if (value != null) {
                fields.put(key, value);
            }
        }
        String base = from.text("base-uri").replaceFirst("/+$", "") + "/" + part.text("subpath");
        fields.put("base-uri", new TextValue(base, from.placeOf("base-uri")));
        return new Named(name, new TableValue(fields, from.keys(), from.place(), from.head()), set.key(), set.folder());
    }
}
