package dev.milliner.rpm;

/** How far the machine code of a package shows that it was compiled for x86-64-v3. */
public enum LevelEvidence {
    /** Every ELF file carries a note that it needs x86-64-v3 or higher. */
    V3,
    /** At least one ELF file carries a note, and it names no more than x86-64-v2. */
    BASELINE,
    /** There is no ELF file. */
    NOARCH,
    /** There are ELF files, and one or more say nothing. The absence of a note proves nothing. */
    UNKNOWN
}
