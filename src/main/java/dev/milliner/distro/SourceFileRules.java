package dev.milliner.distro;

import dev.milliner.text.Place;
import java.util.HashSet;
import java.util.Set;

/** What azldev demands of a component's source files. */
final class SourceFileRules {
    private final Problems problems;

    SourceFileRules(Problems problems) {
        this.problems = problems;
    }

    void check(TableValue component) {
        Set<String> seen = new HashSet<>();
        for (TableValue file : component.tables("source-files")) {
            String name = file.text("filename");
            Place place = file.placeOf("filename");
            FileNames.fault(name)
                    .ifPresent(fault -> error("The source file's name " + fault + ". Use a plain file name.", place));
            if (!seen.add(name)) {
                error("The source file '" + name + "' is listed twice. Remove or rename one.", place);
            }
            hash(file);
            replacement(file);
            origin(file);
        }
    }

    private void error(String message, Place place) {
        problems.error("source-file", message, place);
    }

    private void hash(TableValue file) {
        String type = file.text("hash-type");
        if (Vocabulary.HASH_TYPE.lacks(type)) {
            error(
                    "The hash type '" + type + "' cannot be used. Use " + Vocabulary.HASH_TYPE.choice() + ".",
                    file.placeOf("hash-type"));
        }
        if (type.isEmpty() && !file.text("hash").isEmpty()) {
            error("The hash has no type. Add 'hash-type', SHA256 or SHA512.", file.placeOf("hash"));
        }
    }

    private void replacement(TableValue file) {
        boolean replaces = file.flag("replace-upstream");
        String reason = file.text("replace-reason");
        if (replaces && reason.isBlank()) {
            error("'replace-upstream' needs a reason. Say why in 'replace-reason'.", file.placeOf("replace-upstream"));
        }
        if (!replaces && !reason.isEmpty()) {
            error(
                    "'replace-reason' is given, but nothing is replaced. Set 'replace-upstream = true', or remove it.",
                    file.placeOf("replace-reason"));
        }
        if (!replaces && file.text("origin", "type").equals("overlay")) {
            error(
                    "An archive that overlays change is in upstream's sources already. Set 'replace-upstream = true'.",
                    file.placeOf("origin", "type"));
        }
    }

    private void origin(TableValue file) {
        String type = file.text("origin", "type");
        switch (type) {
            case "" ->
                error("The source file has no origin. Add 'origin' with a 'type'.", file.placeOf("origin", "type"));
            case "download" -> download(file);
            case "custom" -> custom(file);
            case "overlay" -> noUri(file, type);
            default ->
                error(
                        "The origin type '" + type + "' is unknown. Use " + Vocabulary.ORIGIN_TYPE.choice() + ".",
                        file.placeOf("origin", "type"));
        }
        if (!type.equals("custom")) {
            onlyCustom(file, type, "script", !file.text("origin", "script").isEmpty());
            onlyCustom(
                    file,
                    type,
                    "mock-packages",
                    !file.items("origin", "mock-packages").isEmpty());
            onlyCustom(file, type, "inputs", !file.items("origin", "inputs").isEmpty());
        }
    }

    private void onlyCustom(TableValue file, String type, String key, boolean present) {
        if (present) {
            error(
                    "'" + key + "' counts only for an origin of type custom, and this one is of type '" + type
                            + "'. Remove it.",
                    file.placeOf("origin", key));
        }
    }

    private void noUri(TableValue file, String type) {
        if (!file.text("origin", "uri").isEmpty()) {
            error(
                    "'uri' counts only for an origin of type download, and this one is of type '" + type
                            + "'. Remove it.",
                    file.placeOf("origin", "uri"));
        }
    }

    private void download(TableValue file) {
        String uri = file.text("origin", "uri");
        Place place = file.placeOf("origin", "uri");
        if (uri.isEmpty()) {
            error("A download needs a 'uri'. Add it to 'origin'.", place);
        } else if (GoUrl.parse(uri).filter(url -> !url.scheme().isEmpty()).isEmpty()) {
            error("'" + uri + "' is not a URI with a scheme. Write it like https://host/file.", place);
        }
    }

    private void custom(TableValue file) {
        noUri(file, "custom");
        String script = file.text("origin", "script");
        Place place = file.placeOf("origin", "script");
        if (script.isEmpty()) {
            error("An origin of type custom needs a 'script'. Add it to 'origin'.", place);
        } else {
            FileNames.fault(script)
                    .ifPresent(fault -> error("The script's name " + fault + ". Use a plain file name.", place));
        }
        Set<String> seen = new HashSet<>();
        for (Value item : file.items("origin", "inputs")) {
            input(item, script, seen);
        }
    }

    private void input(Value item, String script, Set<String> seen) {
        String name = item instanceof TextValue text ? text.text() : "";
        FileNames.fault(name)
                .ifPresent(fault -> error("The input's name " + fault + ". Use a plain file name.", item.place()));
        if (!seen.add(name)) {
            error("The input '" + name + "' is listed twice. Remove one.", item.place());
        }
        if (name.equals(script) && !name.isEmpty()) {
            error("The input '" + name + "' has the name of the script. Rename one.", item.place());
        }
    }
}
