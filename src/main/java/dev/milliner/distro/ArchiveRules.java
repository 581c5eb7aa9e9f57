package dev.milliner.distro;

import dev.milliner.source.Doublestar;
import dev.milliner.source.TreePaths;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What azldev demands, when it prepares sources, of overlays that change archives and of the files they change. */
final class ArchiveRules {
    private final Problems problems;

    ArchiveRules(Problems problems) {
        this.problems = problems;
    }

    void check(TableValue component) {
        List<TableValue> files = component.tables("source-files");
        Set<String> changed = new HashSet<>();
        Set<String> known = new HashSet<>();
        component.tables("overlays").stream()
                .filter(ArchiveRules::changesArchive)
                .forEach(overlay -> changed.add(overlay.text("archive")));
        for (TableValue file : files) {
            String name = file.text("filename");
            if (file.text("origin", "type").equals("overlay") && !changed.contains(name)) {
                problems.error(
                        "archive-origin",
                        "No overlay changes the archive '" + name + "'. Add one, or remove this source file.",
                        file.placeOf("origin", "type"));
            }
            if (file.text("origin", "type").equals("overlay")) {
                known.add(name);
            }
        }
        for (TableValue overlay : component.tables("overlays")) {
            overlay(overlay, changed, known);
        }
    }

    private void overlay(TableValue overlay, Set<String> changed, Set<String> known) {
        String archive = overlay.text("archive");
        if (changesArchive(overlay) && !known.contains(archive)) {
            problems.error(
                    "archive-origin",
                    "The changed archive '" + archive + "' has no entry in 'source-files' with an origin of type"
                            + " overlay, so azldev cannot prepare it. Add one.",
                    overlay.placeOf("archive"));
        }
        for (String each : changed) {
            if (touches(overlay, each)) {
                problems.error(
                        "archive-clash",
                        "This overlay changes the archive '" + each
                                + "' as a file, and another changes what is in it. Use one way.",
                        overlay.placeOf("file"));
            }
        }
    }

    private static boolean changesArchive(TableValue overlay) {
        return OverlayKind.of(overlay.text("type"))
                        .filter(OverlayKind::fitsArchive)
                        .isPresent()
                && !overlay.text("archive").isEmpty()
                && !overlay.text("file").isEmpty();
    }

    private static boolean touches(TableValue overlay, String archive) {
        return !changesArchive(overlay)
                && OverlayKind.of(overlay.text("type"))
                        .filter(kind -> touches(kind, overlay, archive))
                        .isPresent();
    }

    private static boolean touches(OverlayKind kind, TableValue overlay, String archive) {
        String file = overlay.text("file");
        return switch (kind) {
            case FILE_ADD, PATCH_ADD ->
                (file.isEmpty() ? TreePaths.name(overlay.text("source")) : file).equals(archive);
            case FILE_RENAME -> overlay.text("replacement").equals(archive) || Doublestar.matches(file, archive);
            case FILE_PREPEND_LINES, FILE_SEARCH_REPLACE, FILE_REMOVE, PATCH_REMOVE ->
                Doublestar.matches(file, archive);
            case SPEC_ADD_TAG,
                    SPEC_INSERT_TAG,
                    SPEC_SET_TAG,
                    SPEC_UPDATE_TAG,
                    SPEC_REMOVE_TAG,
                    SPEC_PREPEND_LINES,
                    SPEC_APPEND_LINES,
                    SPEC_SEARCH_REPLACE,
                    SPEC_REMOVE_SECTION,
                    SPEC_REMOVE_SUBPACKAGE -> false;
        };
    }
}
