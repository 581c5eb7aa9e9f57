package dev.milliner.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Modules of generated repositories: streams with some of the packages, defaults, profiles, needs of one another. */
final class GeneratedModules {
    private final Random random;
    private final List<GeneratedRepository> repositories;
    final List<String> names = new ArrayList<>();
    final List<String> streams = new ArrayList<>();

    GeneratedModules(Random random, List<GeneratedRepository> repositories) {
        this.random = random;
        this.repositories = repositories;
    }

    void make() {
        if (random.nextInt(3) > 0) {
            GeneratedPackage release = new GeneratedPackage("the-release", "1-1", "noarch");
            release.add("provides", "the-release = 1-1");
            release.add("provides", "system-release");
            release.add("provides", "base-module(platform:f1)");
            repositories.getFirst().packages.add(release);
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            names.add("m" + i);
        }
        for (GeneratedRepository one : repositories) {
            StringBuilder yaml = new StringBuilder();
            for (String name : names) {
                List<String> own = new ArrayList<>();
                for (int stream = 1 + random.nextInt(3); stream > 0; stream--) {
                    own.add(String.valueOf(stream));
                    yaml.append(build(one, name, String.valueOf(stream), 1));
                    if (random.nextInt(5) == 0) {
                        yaml.append(build(one, name, String.valueOf(stream), 2));
                    }
                    streams.add(name + ":" + stream);
                }
                if (random.nextInt(3) > 0) {
                    yaml.append(defaults(name, own.get(random.nextInt(own.size()))));
                }
            }
            one.modules = yaml.toString();
        }
    }

    private String build(GeneratedRepository repository, String name, String stream, int version) {
        StringBuilder yaml = new StringBuilder("---\ndocument: modulemd\nversion: 2\ndata:\n  name: " + name
                + "\n  stream: \"" + stream + "\"\n  version: " + version + "\n  context: c" + random.nextInt(3)
                + "\n  arch: x86_64\n  summary: x\n  description: x\n  license:\n    module: [MIT]\n");
        if (random.nextInt(5) == 0) {
            yaml.append("  static_context: true\n");
        }
        if (random.nextInt(2) == 0) {
            yaml.append("  dependencies:\n  - requires:\n      platform: [")
                    .append(random.nextInt(6) == 0 ? "f2" : "f1")
                    .append("]\n");
            if (random.nextInt(3) == 0 && names.size() > 1) {
                yaml.append("      ")
                        .append(names.get(random.nextInt(names.size())))
                        .append(": [")
                        .append(
                                switch (random.nextInt(4)) {
                                    case 0 -> "";
                                    case 1 -> "\"1\", \"2\"";
                                    case 2 -> "\"-1\"";
                                    default -> "\"" + (1 + random.nextInt(3)) + "\"";
                                })
                        .append("]\n");
            }
        }
        List<GeneratedPackage> content = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            content.add(
                    repository.packages.isEmpty()
                            ? new GeneratedPackage("gone", "1-1", "noarch")
                            : repository.packages.get(random.nextInt(repository.packages.size())));
        }
        if (random.nextInt(4) > 0) {
            yaml.append("  profiles:\n    default:\n      rpms: [")
                    .append(content.getFirst().name());
            yaml.append("]\n    more:\n      rpms: [")
                    .append(content.getLast().name())
                    .append("]\n");
        }
        if (random.nextInt(8) == 0) {
            yaml.append("  demodularized:\n    rpms: [")
                    .append(content.getFirst().name())
                    .append("]\n");
        }
        yaml.append("  artifacts:\n    rpms:\n");
        content.stream()
                .distinct()
                .forEach(one -> yaml.append("    - ").append(one.artifact()).append('\n'));
        return yaml.append("...\n").toString();
    }

    private String defaults(String name, String stream) {
        return "---\ndocument: modulemd-defaults\nversion: 1\ndata:\n  module: " + name
                + (random.nextInt(6) == 0 ? "" : "\n  stream: \"" + stream + "\"") + "\n  profiles:\n    \"" + stream
                + "\": [" + (random.nextInt(3) == 0 ? "more" : "default") + "]\n...\n";
    }
}
