package dev.milliner.upstream;

/** Where a component's sources were had. */
public enum SourceOrigin {
    /** The spec lies in the tree. */
    LOCAL("local spec"),
    /** From dist-git, as configured. */
    DIST_GIT("dist-git"),
    /** The project's rendered spec: upstream's with the overlays already applied, for want of upstream itself. */
    RENDERED("rendered spec, stands in for upstream");

    private final String label;

    SourceOrigin(String label) {
        this.label = label;
    }

    /** What screens say. */
    public String label() {
        return label;
    }

    /** What screens say where there is little room. */
    public String shortLabel() {
        int comma = label.indexOf(',');
        return comma < 0 ? label : label.substring(0, comma);
    }

    /** Tells whether what overlays do can be judged on these sources. */
    public boolean isTrue() {
        return this != RENDERED;
    }
}
