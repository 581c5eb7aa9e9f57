package dev.milliner.solve.worker;

import java.lang.foreign.MemorySegment;

/** Numbers of libsolv's solver.h that jobs, flags and rules are made of. */
final class SolverFlag {
    static final int SELECT_SOLVABLE = 0x01;
    static final int SELECT_NAME = 0x02;
    static final int SELECT_PROVIDES = 0x03;
    static final int SELECT_ONE_OF = 0x04;

    static final int INSTALL = 0x0100;
    static final int ERASE = 0x0200;
    static final int MULTIVERSION = 0x0500;
    static final int USER_INSTALLED = 0x0a00;
    static final int BLACKLIST = 0x0e00;

    static final int EXCLUDE_FROM_WEAK = 0x1000;

    static final int WEAK = 0x010000;
    static final int SET_VERSION = 0x02000000;
    static final int SET_ARCHITECTURE = 0x04000000;
    static final int CLEAN_DEPENDENCIES = 0x040000;
    static final int FORCE_BEST = 0x100000;

    static final int ALLOW_DOWNGRADE = 1;
    static final int ALLOW_VENDOR_CHANGE = 3;
    static final int ALLOW_UNINSTALL = 4;
    static final int IGNORE_RECOMMENDED = 7;
    static final int BEST_OBEY_POLICY = 12;
    static final int KEEP_ORPHANS = 18;
    static final int YUM_OBSOLETES = 21;
    static final int URPM_REORDER = 23;
    static final int FOCUS_NEW = 29;

    static final int RULE_REQUIRES = 0x103;
    static final int RULE_RECOMMENDS = 0x10a;
    static final int RULE_SUPPLEMENTS = 0x10c;
    static final int RULE_JOB = 0x400;
    static final int RULE_BEST = 0x900;

    static final int DECISIONS_OF_SOLVABLES = 1 << 1;
    static final int DECISIONS_WITH_INFO = 1 << 8;

    static final int SELECTION_PROVIDES = 1 << 1;
    static final int SELECTION_FILES = 1 << 2;
    static final int SELECTION_RELATION = 1 << 5;
    static final int SELECTION_GLOB = 1 << 9;

    private SolverFlag() {}

    /** Sets the flags that DNF always sets. */
    static void set(Libsolv solv, MemorySegment solver) {
        for (int flag : new int[] {
            KEEP_ORPHANS, BEST_OBEY_POLICY, YUM_OBSOLETES, URPM_REORDER, ALLOW_DOWNGRADE, ALLOW_VENDOR_CHANGE
        }) {
            solv.number("solver_set_flag", solver, flag, 1);
        }
    }
}
