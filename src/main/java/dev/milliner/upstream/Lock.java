package dev.milliner.upstream;

import dev.milliner.source.SourceTree;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A component's lock file, which azldev writes: {@code locks/NAME.lock}. */
final class Lock {
    private static final Pattern COMMIT = Pattern.compile("(?m)^upstream-commit\\s*=\\s*[\"']([0-9a-f]+)[\"']");

    private Lock() {}

    /** The dist-git commit that a component is locked to. */
    static Optional<String> commit(SourceTree tree, String component) {
        return tree.read("locks/" + component + ".lock").flatMap(Lock::commit);
    }

    private static Optional<String> commit(String text) {
        Matcher matcher = COMMIT.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
