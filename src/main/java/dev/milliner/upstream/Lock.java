package dev.milliner.upstream;

import dev.milliner.source.FileContent;
import dev.milliner.source.SourceTree;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A component's lock file, which azldev writes: {@code locks/NAME.lock}. */
final class Lock {
    private static final Pattern COMMIT = Pattern.compile("(?m)^upstream-commit\\s*=\\s*[\"']([0-9a-f]+)[\"']");

    private Lock() {}

    /**
     * The dist-git commit that a component is locked to.
     *
     * @throws SourceUnavailableException where there is a lock that cannot be read
     */
    static Optional<String> commit(SourceTree tree, String component) throws SourceUnavailableException {
        String path = "locks/" + component + ".lock";
        return switch (tree.content(path)) {
            case FileContent.Text file -> commit(file.text());
            case FileContent.Absent() -> Optional.empty();
            case FileContent.Unreadable file -> throw new SourceUnavailableException(path + " " + file.why() + ".");
        };
    }

    private static Optional<String> commit(String text) {
        Matcher matcher = COMMIT.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
