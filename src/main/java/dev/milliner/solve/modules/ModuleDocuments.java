package dev.milliner.solve.modules;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What a modules.yaml says.
 *
 * @param builds the builds of streams
 * @param defaults what is taken where nothing is said, by module
 */
public record ModuleDocuments(List<ModuleBuild> builds, Map<String, ModuleDefaults> defaults) {
    /** Bytes; the largest in use have about ten million. */
    private static final int LARGEST = 256 << 20;

    /** With collections that nobody changes. */
    public ModuleDocuments {
        builds = List.copyOf(builds);
        defaults = Map.copyOf(defaults);
    }

    /**
     * Reads a file's content.
     *
     * @throws YAMLException where it is no YAML
     */
    public static ModuleDocuments read(InputStream content) {
        try {
            return documents(content);
        } catch (NumberFormatException escaped) {
            // The library takes any four signs behind a backslash for a number.
            throw new YAMLException("An escape in a quoted text is no number.", escaped);
        }
    }

    private static ModuleDocuments documents(InputStream content) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        Map<String, ModuleBuild> builds = new LinkedHashMap<>();
        Map<String, ModuleDefaults> defaults = new LinkedHashMap<>();
        // Nodes keep what is written: a stream 1.10 is no number.
        for (Node document : new Yaml(new SafeConstructor(options))
                .composeAll(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            ModuleNode node = new ModuleNode(document);
            switch (node.text("document")) {
                case "modulemd" -> {
                    ModuleBuild one = build(node.at("data"));
                    builds.putIfAbsent(one.fullName(), one);
                }
                case "modulemd-defaults" -> {
                    ModuleDefaults one = defaults(node.at("data"));
                    defaults.put(one.module(), one);
                }
                // Translations, obsoletes and what packagers write choose no packages by themselves.
                default -> {}
            }
        }
        return new ModuleDocuments(List.copyOf(builds.values()), defaults);
    }

    private static ModuleBuild build(ModuleNode data) {
        List<Map<String, List<String>>> requires = new ArrayList<>();
        for (ModuleNode one : data.at("dependencies").items()) {
            requires.add(one.at("requires").lists());
        }
        Map<String, List<String>> profiles = new LinkedHashMap<>();
        data.at("profiles")
                .entries()
                .forEach(
                        (name, profile) -> profiles.put(name, profile.at("rpms").texts()));
        String architecture = data.text("arch");
        return new ModuleBuild(
                data.text("name"),
                data.text("stream"),
                data.number("version"),
                data.text("context"),
                architecture.isEmpty() ? "noarch" : architecture,
                data.text("static_context").equalsIgnoreCase("true"),
                requires,
                profiles,
                data.at("artifacts").at("rpms").texts(),
                data.at("demodularized").at("rpms").texts());
    }

    private static ModuleDefaults defaults(ModuleNode data) {
        return new ModuleDefaults(
                data.text("module"), data.text("stream"), data.at("profiles").lists(), data.number("modified"));
    }
}
