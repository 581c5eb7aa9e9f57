package dev.milliner.distro;

import dev.milliner.source.Place;
import java.util.List;

/** A test suite that images name. */
public final class TestSuite implements Definition {
    private final String name;
    private final TableValue table;
    private final Lazy<List<ResolvedValue>> values;

    TestSuite(String name, TableValue table, Lazy<List<ResolvedValue>> values) {
        this.name = name;
        this.table = table;
        this.values = values;
    }

    @Override
    public Kind kind() {
        return Kind.TEST_SUITE;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Place place() {
        return table.place();
    }

    @Override
    public List<ResolvedValue> values() {
        return values.get();
    }

    /** What it checks; empty where it does not say. */
    public String description() {
        return table.text("description");
    }

    /** The test framework, {@code pytest} or {@code lisa}. */
    public String type() {
        return table.text("type");
    }
}
