package dev.milliner.distro;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What azldev demands of each configuration file by itself. */
final class FileRules {
    private final Problems problems;
    private final ComponentRules componentRules;

    FileRules(Problems problems) {
        this.problems = problems;
        this.componentRules = new ComponentRules(problems);
    }

    void check(TableValue file) {
        notEmpty(file, "includes");
        file.entries("components").values().forEach(componentRules::component);
        file.entries("component-groups").values().forEach(this::componentGroup);
        file.entries("images").values().forEach(this::image);
        file.entries("package-groups").values().forEach(this::packageGroup);
        TableValue suites = file.table("test-suites");
        for (Map.Entry<String, TableValue> suite : file.entries("test-suites").entrySet()) {
            new TestSuiteRules(problems).check(suite.getKey(), suite.getValue(), suites.keyPlace(suite.getKey()));
        }
        defaults(file);
        for (TableValue distro : file.entries("distros").values()) {
            for (TableValue version : distro.entries("versions").values()) {
                componentRules.inheritedOverlays(version.table("default-component-config"), problems);
            }
        }
        componentRules.packageConfig(file.table("default-package-config"));
    }

    private void defaults(TableValue holder) {
        TableValue defaults = holder.table("default-component-config");
        componentRules.values(defaults);
        componentRules.inheritedOverlays(defaults, problems);
    }

    private void notEmpty(TableValue table, String key) {
        for (Value item : table.items(key)) {
            if (item.isZero()) {
                problems.error("empty-text", "An entry of '" + key + "' is empty. Remove it.", item.place());
            }
        }
    }

    private void componentGroup(TableValue group) {
        notEmpty(group, "specs");
        if (group.at("metadata") instanceof TableValue metadata) {
            new MetadataRules(problems).check(metadata);
        }
        defaults(group);
    }

    private void image(TableValue image) {
        for (Value item : image.items("publish", "channels")) {
            String channel = item instanceof TextValue text ? text.text() : "";
            if (channel.isEmpty() || !ComponentRules.isChannel(channel)) {
                componentRules.channel(channel, item.place());
            }
        }
    }

    private void packageGroup(TableValue group) {
        componentRules.packageConfig(group.table("default-package-config"));
        Set<String> seen = new HashSet<>();
        for (Value item : group.items("packages")) {
            String name = item instanceof TextValue text ? text.text() : "";
            if (name.isEmpty()) {
                problems.error("package-name", "A package's name is empty. Remove the entry.", item.place());
            } else if (!seen.add(name)) {
                problems.error(
                        "duplicate-package",
                        "The package '" + name + "' is listed twice in this group. Remove one.",
                        item.place());
            }
        }
    }
}
