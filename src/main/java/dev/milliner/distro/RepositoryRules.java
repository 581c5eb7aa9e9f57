package dev.milliner.distro;

import dev.milliner.text.Place;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What azldev demands of repositories, templates of sets, and sets. */
final class RepositoryRules {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:-]*");

    private final Problems problems;

    RepositoryRules(Problems problems) {
        this.problems = problems;
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    void name(String what, Named named) {
        if (!isName(named.name())) {
            problems.error(
                    "repository-name",
                    "'" + named.name() + "' cannot name a " + what
                            + ". Use letters, digits and _ . : - and start with a letter or digit.",
                    named.key());
        }
    }

    void repository(Named named) {
        TableValue repository = named.table();
        String type = repository.text("type");
        if (Vocabulary.REPOSITORY_TYPE.lacks(type)) {
            problems.error(
                    "repository-type",
                    "The type '" + type + "' of the repository '" + named.name() + "' is unknown. Use "
                            + Vocabulary.REPOSITORY_TYPE.choice() + ", or leave it out.",
                    repository.placeOf("type"));
        }
        oneLine(repository, "description");
        source(named.name(), repository);
        key("repository", named);
    }

    private void source(String name, TableValue repository) {
        boolean base = !repository.text("base-uri").isEmpty();
        boolean metalink = !repository.text("metalink").isEmpty();
        if (!base && !metalink) {
            problems.error(
                    "repository-source",
                    "The repository '" + name + "' has neither 'base-uri' nor 'metalink'. Add one.",
                    repository.placeOf("base-uri"));
        }
        if (base && metalink) {
            problems.error(
                    "repository-source",
                    "The repository '" + name + "' has both 'base-uri' and 'metalink'. Remove one.",
                    repository.placeOf("metalink"));
        }
        uri(repository, "base-uri");
        uri(repository, "metalink");
    }

    /** Where a URI is given, it must be one of http or https with a host. */
    void uri(TableValue table, String key) {
        String text = table.text(key);
        if (text.isEmpty() || !oneLine(table, key)) {
            return;
        }
        uriFault(text)
                .ifPresent(fault -> problems.error(
                        "repository-uri",
                        "'" + key + "' " + fault + ". Write it like https://host/path.",
                        table.placeOf(key)));
    }

    private static Optional<String> uriFault(String text) {
        Optional<GoUrl> parsed = GoUrl.parse(text);
        if (parsed.isEmpty()) {
            return Optional.of("is not a valid URI");
        }
        GoUrl url = parsed.get();
        if (url.scheme().isEmpty()) {
            return Optional.of("has no scheme");
        }
        if (!url.scheme().equals("http") && !url.scheme().equals("https")) {
            return Optional.of("has the scheme " + url.scheme() + ", which azldev does not accept");
        }
        return url.host().isEmpty() || !url.opaque().isEmpty() ? Optional.of("has no host") : Optional.empty();
    }

    /** The key of a repository or set: there, or not wanted; a path, or a URI of a kind azldev knows. */
    void key(String what, Named named) {
        TableValue table = named.table();
        String key = table.text("gpg-key");
        if (key.isEmpty()) {
            if (!table.flag("disable-gpg-check")) {
                problems.error(
                        "repository-key",
                        "The " + what + " '" + named.name() + "' checks signatures but has no 'gpg-key'. Add it, or set"
                                + " 'disable-gpg-check = true'.",
                        table.placeOf("gpg-key"));
            }
            return;
        }
        if (oneLine(table, "gpg-key") && GpgKeys.hasScheme(key)) {
            keyFault(key)
                    .ifPresent(fault -> problems.error(
                            "repository-key",
                            "'gpg-key' " + fault + ". Use an http, https or file:/// URI, or a path.",
                            table.placeOf("gpg-key")));
        }
    }

    private static Optional<String> keyFault(String key) {
        Optional<GoUrl> parsed = GoUrl.parse(key);
        if (parsed.isEmpty()) {
            return Optional.of("is not a valid URI");
        }
        GoUrl url = parsed.get();
        boolean file = url.scheme().equals("file");
        if (!file && !url.scheme().equals("http") && !url.scheme().equals("https")) {
            return Optional.of("has the scheme " + url.scheme() + ", which azldev does not accept");
        }
        if (!url.opaque().isEmpty()) {
            return Optional.of("lacks the slashes behind its scheme");
        }
        if (file) {
            return url.host().isEmpty() && url.path().startsWith("/")
                    ? Optional.empty()
                    : Optional.of("is a file URI without an absolute path");
        }
        return url.host().isEmpty() ? Optional.of("has no host") : Optional.empty();
    }

    private boolean oneLine(TableValue table, String key) {
        boolean sound = table.text(key)
                .chars()
                .noneMatch(character -> character == '\n'
                        || character == '\r'
                        || character == 0
                        || character == 0x2028
                        || character == 0x2029);
        if (!sound) {
            problems.error(
                    "repository-text",
                    "'" + key + "' must be one line without control characters.",
                    table.placeOf(key));
        }
        return sound;
    }

    void template(Named named) {
        TableValue template = named.table();
        if (template.items("subrepos").isEmpty()) {
            problems.error(
                    "template-empty",
                    "The template '" + named.name() + "' has no sub-repository. Add at least one entry to 'subrepos'.",
                    template.placeOf("subrepos"));
        }
        Set<String> seen = new HashSet<>();
        for (TableValue part : template.tables("subrepos")) {
            part(part, seen);
        }
    }

    private void part(TableValue part, Set<String> seen) {
        String name = part.text("name");
        if (!isName(name)) {
            templateError("'" + name + "' cannot name a sub-repository. Use letters, digits and _ . : -", part, "name");
        } else if (!seen.add(name)) {
            templateError("The sub-repository '" + name + "' is defined twice. Rename one.", part, "name");
        }
        if (Vocabulary.SUBREPO_KIND.lacks(part.text("kind"))) {
            templateError(
                    "'" + part.text("kind") + "' is not a kind of sub-repository. Use "
                            + Vocabulary.SUBREPO_KIND.choice() + ".",
                    part,
                    "kind");
        }
        String path = part.text("subpath");
        if (path.isEmpty()) {
            templateError("The sub-repository has no 'subpath'. Add it.", part, "subpath");
        } else if (path.startsWith("/")) {
            templateError("'subpath' must be relative. Remove the slash at its start.", part, "subpath");
        } else {
            oneLine(part, "subpath");
        }
    }

    private void templateError(String message, TableValue part, String key) {
        problems.error("template-part", message, part.placeOf(key));
    }

    /** A set by itself. Tells whether it can be expanded. */
    boolean set(Named named, Map<String, Named> templates) {
        TableValue set = named.table();
        int before = problems.list().size();
        String template = set.text("template");
        if (template.isEmpty()) {
            setError("The set '" + named.name() + "' names no 'template'. Add it.", set.placeOf("template"));
        } else if (!templates.containsKey(template)) {
            setError(
                    "There is no template '" + template + "'. Correct the name, or define it.",
                    set.placeOf("template"));
        }
        if (set.text("base-uri").isEmpty()) {
            setError("The set '" + named.name() + "' has no 'base-uri'. Add it.", set.placeOf("base-uri"));
        }
        uri(set, "base-uri");
        GoUrl.parse(set.text("base-uri"))
                .filter(url -> !url.query().isEmpty() || !url.fragment().isEmpty())
                .ifPresent(url -> setError(
                        "'base-uri' cannot have a query or a fragment, for a path is added to it. Remove it.",
                        set.placeOf("base-uri")));
        key("set", named);
        return problems.list().size() == before;
    }

    void setError(String message, Place place) {
        problems.error("repository-set", message, place);
    }
}
