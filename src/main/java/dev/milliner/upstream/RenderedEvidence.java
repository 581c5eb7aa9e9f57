package dev.milliner.upstream;

import dev.milliner.distro.Overlay;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import dev.milliner.spec.Spec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Signs in a rendered spec that an overlay was applied when it was rendered: what the overlay brings stands there, or
 * what it removes does not.
 */
final class RenderedEvidence {
    /** Edits make new overlays all the time. */
    private static final int MOST_KNOWN = 500;

    private final Sources rendered;
    private final List<String> spec;
    private final Map<Overlay, Optional<String>> known = new ConcurrentHashMap<>();

    private RenderedEvidence(Sources rendered, List<String> spec) {
        this.rendered = rendered;
        this.spec = spec;
    }

    /** Looks in rendered sources. */
    static RenderedEvidence in(Sources rendered, String specName) {
        return new RenderedEvidence(
                rendered, rendered.file(specName).map(RenderedEvidence::lines).orElse(List.of()));
    }

    private static List<String> lines(SourceFile spec) {
        return spec.lines().map(Spec::lines).orElseGet(() -> spec.text().lines().toList());
    }

    /** The signs of an overlay in a few words, or empty where there are none. */
    Optional<String> of(Overlay overlay) {
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(overlay, this::found);
    }

    private Optional<String> found(Overlay overlay) {
        return overlay.kind().flatMap(kind -> switch (kind) {
            case SPEC_SEARCH_REPLACE -> line(spec, overlay.replacement());
            case SPEC_ADD_TAG, SPEC_INSERT_TAG, SPEC_SET_TAG, SPEC_UPDATE_TAG -> tag(spec, overlay);
            case SPEC_REMOVE_TAG ->
                tag(spec, overlay).isEmpty() ? Optional.of("gone from the rendered spec") : Optional.empty();
            case SPEC_APPEND_LINES, SPEC_PREPEND_LINES ->
                overlay.lines().stream()
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .flatMap(text -> line(spec, text));
            case FILE_ADD, PATCH_ADD -> file(rendered, addedName(overlay));
            case FILE_REMOVE, PATCH_REMOVE ->
                rendered.matching(overlay.file()).isEmpty()
                        ? Optional.of("gone from the rendered sources")
                        : Optional.empty();
            case SPEC_REMOVE_SECTION, SPEC_REMOVE_SUBPACKAGE, FILE_PREPEND_LINES, FILE_SEARCH_REPLACE, FILE_RENAME ->
                Optional.empty();
        });
    }

    private static Optional<String> line(List<String> spec, String text) {
        String wanted = text.strip();
        for (int i = 0; i < spec.size() && !wanted.isEmpty(); i++) {
            if (spec.get(i).contains(wanted)) {
                return Optional.of("line " + (i + 1) + " of the rendered spec");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> tag(List<String> spec, Overlay overlay) {
        for (int i = 0; i < spec.size(); i++) {
            String text = spec.get(i).strip();
            int colon = text.indexOf(':');
            boolean same = colon > 0
                    && text.substring(0, colon).strip().equalsIgnoreCase(overlay.tag())
                    && text.substring(colon + 1).strip().equals(overlay.value().strip());
            if (same) {
                return Optional.of("line " + (i + 1) + " of the rendered spec");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> file(Sources rendered, String name) {
        return rendered.exists(name) ? Optional.of("in the rendered sources") : Optional.empty();
    }

    private static String addedName(Overlay overlay) {
        return overlay.file().isEmpty()
                ? overlay.source().substring(overlay.source().lastIndexOf('/') + 1)
                : overlay.file();
    }
}
