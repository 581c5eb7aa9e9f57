package dev.milliner.overlay;

import dev.milliner.spec.GoText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The {@code sources} file of dist-git, which names what lies in the lookaside, with its hashes. */
final class SourcesFile {
    private static final String NAME = "sources";
    private static final Pattern ENTRY =
            Pattern.compile("([A-Z0-9]+)[\\t\\n\\f\\r ]+\\(([^)]+)\\)[\\t\\n\\f\\r ]+=[\\t\\n\\f\\r ]+([A-Fa-f0-9]+)");
    private static final Pattern OLD_ENTRY = Pattern.compile("([A-Fa-f0-9]+)[\\t\\n\\f\\r ]+([^\\t\\n\\f\\r ]+)");

    private SourcesFile() {}

    /** Sources whose file names what the component's {@code source-files} name as well. */
    static Sources updated(JsonNode named, Sources sources) throws OverlayException {
        if (named.isEmpty()) {
            return sources;
        }
        if (sources.isFolder(NAME)) {
            throw new OverlayException("`sources` is a folder among the sources, and must be a file: is a directory");
        }
        SourceFile before = sources.file(NAME).orElse(SourceFile.of(""));
        String text = before.text();
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        if (lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        Map<String, Integer> known = entries(lines);
        List<String> added = new ArrayList<>();
        for (JsonNode file : named) {
            String name = file.path("filename").asString("");
            boolean replaces = file.path("replaceUpstream").asBoolean(false);
            refuse(name, known.containsKey(name), replaces);
            String entry = entry(file, name);
            if (replaces) {
                lines.set(known.getOrDefault(name, 0), entry);
            } else {
                added.add(entry);
            }
        }
        lines.addAll(added);
        return sources.with(NAME, before.withText(String.join("\n", lines) + "\n"));
    }

    private static Map<String, Integer> entries(List<String> lines) throws OverlayException {
        Map<String, Integer> entries = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = GoText.trim(lines.get(i));
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (entries.putIfAbsent(fileName(line, i), i) != null) {
                throw new OverlayException("duplicate filename in the `sources` file at line " + (i + 1));
            }
        }
        return entries;
    }

    private static String fileName(String line, int number) throws OverlayException {
        Matcher entry = ENTRY.matcher(line);
        if (entry.matches()) {
            return entry.group(2);
        }
        Matcher old = OLD_ENTRY.matcher(line);
        if (old.matches()) {
            return old.group(2);
        }
        throw new OverlayException("invalid entry in the `sources` file at line " + (number + 1));
    }

    private static void refuse(String name, boolean known, boolean replaces) throws OverlayException {
        if (known && !replaces) {
            throw new OverlayException("source file `" + name + "` conflicts with an existing entry in the `sources`"
                    + " file; set replace-upstream, with a replace-reason, to replace it");
        }
        if (!known && replaces) {
            throw new OverlayException("source file `" + name + "` has replace-upstream, but no entry with that"
                    + " filename exists in the upstream `sources` file");
        }
    }

    private static String entry(JsonNode file, String name) throws OverlayException {
        String hash = file.path("hash").asString("");
        String type = file.path("hashType").asString("");
        if (hash.isEmpty()) {
            throw new OverlayException("source file `" + name + "` is missing required `hash`");
        }
        if (type.isEmpty()) {
            throw new OverlayException("source file `" + name + "` has a `hash` value but no `hash-type`");
        }
        return type + " (" + name + ") = " + hash;
    }
}
