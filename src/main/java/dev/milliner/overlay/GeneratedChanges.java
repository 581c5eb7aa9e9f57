package dev.milliner.overlay;

import java.util.List;

/** What azldev does to a spec besides what overlays say. */
final class GeneratedChanges {
    private static final List<String> HEADER = List.of(
            "# This spec file has been modified by azldev to include build configuration overlays.",
            "# Do not edit manually; changes may be overwritten.",
            "");
    private static final String LOADS_MACROS =
            "# All Azure Linux specs with overlays include this macro file, irrespective of whether new macros have been"
                    + " added.";

    private GeneratedChanges() {}

    /** The file that build options become, for a component. */
    static String macrosName(String component) {
        return component + ".azl.macros";
    }

    /** Loads the macros file, before all overlays. */
    static Change.PrependLines loadMacros(String component) {
        return new Change.PrependLines(
                "", "", List.of(LOADS_MACROS, "%{load:%{_sourcedir}/" + macrosName(component) + "}", ""));
    }

    /** Lists the macros file among the sources, before all overlays. */
    static Change.InsertTag listMacros(String component) {
        return new Change.InsertTag("", "Source9999", macrosName(component));
    }

    /** Switches the tests off, after all overlays. */
    static Change.PrependLines skipCheck(BuildOptions options) {
        return new Change.PrependLines(
                "%check", "", List.of("# Check section disabled: " + options.skipReason(), "exit 0", ""));
    }

    /** Says who made the spec, last of all. */
    static Change.PrependLines header() {
        return new Change.PrependLines("", "", HEADER);
    }
}
