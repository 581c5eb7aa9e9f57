package dev.milliner.solve.worker;

/** Numbers of libsolv's pool.h that tell how the two sides of a dependency belong together. */
final class RelationFlag {
    static final int GREATER = 1;
    static final int EQUAL = 2;
    static final int LESS = 4;
    static final int OR = 17;
    static final int ARCHITECTURE = 20;
    static final int IF = 22;

    private RelationFlag() {}
}
