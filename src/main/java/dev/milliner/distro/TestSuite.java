package dev.milliner.distro;

import java.util.List;

/** A test suite that images name. */
public final class TestSuite extends TableDefinition {
    TestSuite(String name, TableValue table, Lazy<List<ResolvedValue>> values) {
        super(Kind.TEST_SUITE, name, table, values);
    }

    /** The test framework, {@code pytest} or {@code lisa}. */
    public String type() {
        return table().text("type");
    }
}
