package dev.milliner.rpm;

/** How far a package shows that it was compiled for x86-64-v3; {@link PackageLevel} says by what. */
public enum LevelEvidence {
    /** Every program carries a note that it needs x86-64-v3 or higher, or the compiler was told to compile for that. */
    V3,
    /** Some of its programs show x86-64-v3, and others that they were not compiled for it, or do not show it as they should. */
    MIXED,
    /** The compiler was told to compile for less, or a program carries a note that names no more than x86-64-v2. */
    BASELINE,
    /** There is no machine code. */
    NOARCH,
    /** There is machine code, and nothing says for what. The absence of a note proves nothing. */
    UNKNOWN
}
