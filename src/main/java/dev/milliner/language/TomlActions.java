package dev.milliner.language;

import dev.milliner.distro.Problem;
import java.util.List;

/** Changes that are offered in TOML files. */
final class TomlActions {
    private TomlActions() {}

    static List<CodeAction> of(Knowledge knowledge, Document document, Span span, List<Problem> problems) {
        return List.of();
    }
}
