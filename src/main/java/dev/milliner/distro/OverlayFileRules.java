package dev.milliner.distro;

/** What azldev demands of an overlay file. */
final class OverlayFileRules {
    private final Problems problems;

    OverlayFileRules(Problems problems) {
        this.problems = problems;
    }

    void check(TableValue file) {
        new MetadataRules(problems).check(file.table("metadata"));
        if (file.items("overlays").isEmpty()) {
            problems.error(
                    "overlay-file-empty",
                    "The overlay file holds no overlay. Add [[overlays]], or remove the file.",
                    file.head());
        }
        OverlayRules rules = new OverlayRules(problems);
        for (TableValue overlay : file.tables("overlays")) {
            if (overlay.at("metadata") != null) {
                problems.error(
                        "overlay-file-metadata",
                        "An overlay in an overlay file cannot have metadata of its own. Move it to the file's"
                                + " [metadata].",
                        overlay.keyPlace("metadata"));
            } else {
                rules.check(overlay);
            }
        }
    }
}
