package dev.milliner.build.explain;

import com.google.re2j.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All rules.
 *
 * @param rules what lines mean
 * @param wrappers lines that never say why
 * @param tools what is known of the tools, outer ones first
 * @param endings what it means that a log just stops
 */
record RuleBook(List<Rule> rules, List<Pattern> wrappers, List<ToolTraits> tools, List<Ending> endings) {
    private static final List<String> FILES = List.of(
            "tools.toml",
            "spec.toml",
            "sources.toml",
            "compile.toml",
            "configure.toml",
            "languages.toml",
            "check.toml",
            "files.toml",
            "shell.toml",
            "dnf.toml",
            "repository.toml",
            "kiwi.toml",
            "azldev.toml",
            "mock.toml",
            "koji.toml",
            "milliner.toml",
            "unclear.toml");

    /** The rules that come with the program. */
    static RuleBook builtIn() {
        return BuiltIn.BOOK;
    }

    /** The tool and all that run in it. */
    Set<String> within(String tool) {
        Set<String> result = new HashSet<>(Set.of(tool));
        for (ToolTraits one : tools) {
            if (result.contains(one.name())) {
                result.addAll(one.inner());
            }
        }
        return result;
    }

    /** A tool by its name or another name of it. */
    Optional<String> named(String tool) {
        return tools.stream()
                .filter(one -> one.name().equals(tool) || one.aliases().contains(tool))
                .map(ToolTraits::name)
                .findFirst();
    }

    private static RuleBook read() {
        List<RuleFile> files = new ArrayList<>();
        for (String name : FILES) {
            files.add(RuleFile.parse(name, text(name)));
        }
        return new RuleBook(
                files.stream().flatMap(file -> file.rules().stream()).toList(),
                files.stream().flatMap(file -> file.wrappers().stream()).toList(),
                files.stream().flatMap(file -> file.tools().stream()).toList(),
                files.stream().flatMap(file -> file.endings().stream()).toList());
    }

    private static String text(String name) {
        try (InputStream resource = RuleBook.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("The program lacks its " + name + ".");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static final class BuiltIn {
        private static final RuleBook BOOK = read();

        private BuiltIn() {}
    }
}
