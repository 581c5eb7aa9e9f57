package dev.milliner.distro;

import dev.milliner.source.Doublestar;
import dev.milliner.source.TreePaths;
import dev.milliner.text.NearNames;
import dev.milliner.text.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What azldev demands of an overlay before it applies it; the first fault of each overlay counts, as there. */
final class OverlayRules {
    private static final List<String> ARCHIVES =
            List.of(".tar.gz", ".tgz", ".tar.xz", ".txz", ".tar.zst", ".tzst", ".tar");

    private final Problems problems;
    private final MetadataRules metadataRules;

    OverlayRules(Problems problems) {
        this.problems = problems;
        this.metadataRules = new MetadataRules(problems);
    }

    void check(TableValue overlay) {
        fault(overlay).ifPresent(fault -> problems.error(fault.code(), fault.message(), fault.place()));
        if (overlay.at("metadata") instanceof TableValue metadata) {
            metadataRules.check(metadata);
        }
        looseness(overlay);
    }

    private record Fault(String code, String message, Place place) {}

    private static Optional<Fault> fault(TableValue overlay) {
        return archive(overlay).or(() -> byType(overlay));
    }

    private static Optional<Fault> byType(TableValue overlay) {
        String type = overlay.text("type");
        return OverlayKind.of(type).map(kind -> byKind(kind, overlay)).orElseGet(() -> noKind(type, overlay));
    }

    private static Optional<Fault> noKind(String type, TableValue overlay) {
        String question = NearNames.question(
                Stream.of(OverlayKind.values()).map(OverlayKind::word).toList(), type);
        String message = type.isEmpty()
                ? "The overlay has no 'type'. Add one, such as spec-set-tag."
                : "The overlay type '" + type + "' is unknown. " + (question.isEmpty() ? "Correct it." : question);
        return fault("overlay-type", message, overlay.placeOf("type"));
    }

    /** What it must say comes first, in azldev's order; then what it must not. */
    private static Optional<Fault> byKind(OverlayKind kind, TableValue overlay) {
        for (String key : kind.needs()) {
            Optional<Fault> fault = needed(overlay, key);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return beyondNeeds(kind, overlay);
    }

    private static Optional<Fault> needed(TableValue overlay, String key) {
        return switch (key) {
            case "lines" -> lines(overlay);
            case "regex" -> regex(overlay);
            case "file" -> relativeFile(overlay, true);
            case "replacement" -> plainReplacement(overlay);
            default -> required(overlay, key);
        };
    }

    private static Optional<Fault> beyondNeeds(OverlayKind kind, TableValue overlay) {
        return switch (kind) {
            case SPEC_PREPEND_LINES, SPEC_APPEND_LINES, SPEC_SEARCH_REPLACE -> sectionOfPackage(overlay);
            case SPEC_REMOVE_SUBPACKAGE -> noSection(overlay);
            case PATCH_ADD -> relativeFile(overlay, false);
            case PATCH_REMOVE -> glob(overlay);
            case SPEC_ADD_TAG,
                    SPEC_INSERT_TAG,
                    SPEC_SET_TAG,
                    SPEC_UPDATE_TAG,
                    SPEC_REMOVE_TAG,
                    SPEC_REMOVE_SECTION,
                    FILE_PREPEND_LINES,
                    FILE_SEARCH_REPLACE,
                    FILE_ADD,
                    FILE_REMOVE,
                    FILE_RENAME -> Optional.empty();
        };
    }

    private static Optional<Fault> fault(String code, String message, Place place) {
        return Optional.of(new Fault(code, message, place));
    }

    private static Optional<Fault> archive(TableValue overlay) {
        String archive = overlay.text("archive");
        Place place = overlay.placeOf("archive");
        if (archive.isEmpty()) {
            return Optional.empty();
        }
        String lower = archive.toLowerCase(Locale.ROOT);
        if (ARCHIVES.stream().noneMatch(lower::endsWith)) {
            return fault(
                    "overlay-archive",
                    "'" + archive + "' is not the name of an archive. Use a name that ends in "
                            + String.join(", ", ARCHIVES) + ".",
                    place);
        }
        Optional<String> fault = FileNames.fault(archive);
        if (fault.isPresent()) {
            return fault(
                    "overlay-archive",
                    "The archive's name " + fault.get() + ". Use the plain name of a source file.",
                    place);
        }
        String type = overlay.text("type");
        if (OverlayKind.of(type).filter(OverlayKind::fitsArchive).isEmpty()) {
            return fault(
                    "overlay-archive",
                    "An overlay of type '" + type + "' cannot change an archive. Remove 'archive', or use file-remove"
                            + " or file-search-replace.",
                    place);
        }
        return required(overlay, "file");
    }

    private static Optional<Fault> required(TableValue overlay, String key) {
        if (!overlay.text(key).isEmpty()) {
            return Optional.empty();
        }
        return missing(overlay, key);
    }

    private static Optional<Fault> missing(TableValue overlay, String key) {
        return fault(
                "overlay-field",
                "An overlay of type '" + overlay.text("type") + "' needs '" + key + "'. Add it.",
                overlay.placeOf(key));
    }

    private static Optional<Fault> lines(TableValue overlay) {
        return overlay.items("lines").isEmpty() ? missing(overlay, "lines") : Optional.empty();
    }

    private static Optional<Fault> sectionOfPackage(TableValue overlay) {
        if (!overlay.text("section").isEmpty() || overlay.text("package").isEmpty()) {
            return Optional.empty();
        }
        return fault(
                "overlay-field",
                "An overlay of type '" + overlay.text("type")
                        + "' that names a 'package' needs 'section' too. Add the section.",
                overlay.placeOf("package"));
    }

    private static Optional<Fault> noSection(TableValue overlay) {
        if (overlay.text("section").isEmpty()) {
            return Optional.empty();
        }
        return fault(
                "overlay-field",
                "An overlay of type 'spec-remove-subpackage' takes all sections of the package. Remove 'section'.",
                overlay.placeOf("section"));
    }

    private static Optional<Fault> regex(TableValue overlay) {
        String regex = overlay.text("regex");
        if (regex.isEmpty()) {
            return missing(overlay, "regex");
        }
        return GoRegex.fault(regex)
                .flatMap(fault -> fault(
                        "overlay-regex",
                        "The regular expression is not valid in Go: " + fault + ". Correct it.",
                        overlay.placeOf("regex")));
    }

    private static Optional<Fault> relativeFile(TableValue overlay, boolean needed) {
        String file = overlay.text("file");
        if (file.isEmpty()) {
            return needed ? missing(overlay, "file") : Optional.empty();
        }
        String clean = TreePaths.clean(file);
        if (clean.equals("..") || clean.startsWith("../")) {
            return fault(
                    "overlay-path",
                    "'" + file + "' leads out of the component's sources. Write 'file' relative to them.",
                    overlay.placeOf("file"));
        }
        if (!TreePaths.isAbsolute(file)) {
            return Optional.empty();
        }
        return fault(
                "overlay-path",
                "'" + file + "' is an absolute path. Write 'file' relative to the component's sources.",
                overlay.placeOf("file"));
    }

    private static Optional<Fault> glob(TableValue overlay) {
        if (Doublestar.isValid(overlay.text("file"))) {
            return Optional.empty();
        }
        return fault("overlay-glob", "The glob in 'file' is not valid. Close its brackets.", overlay.placeOf("file"));
    }

    private static Optional<Fault> plainReplacement(TableValue overlay) {
        String replacement = overlay.text("replacement");
        if (replacement.isEmpty()) {
            return missing(overlay, "replacement");
        }
        if (replacement.equals("/") || replacement.indexOf('/') < 0) {
            return Optional.empty();
        }
        return fault(
                "overlay-path",
                "'" + replacement + "' is a path. A file is renamed in its folder, so write the new name only.",
                overlay.placeOf("replacement"));
    }

    /** azldev finds out only when it applies the overlay. */
    private void looseness(TableValue overlay) {
        if (!Doublestar.isValid(overlay.text("file")) && fault(overlay).isEmpty()) {
            problems.warning(
                    "overlay-glob",
                    "The glob in 'file' is not valid, so the overlay will fail when it is applied. Close its brackets.",
                    overlay.placeOf("file"));
        }
    }
}
