package dev.milliner.distro;

import dev.milliner.text.Place;
import java.util.List;

/** What all definitions have in common that are a table of their name. */
public abstract sealed class TableDefinition implements Definition
        permits ComponentGroup, DistroDefinition, Image, PackageGroup, RpmRepository, TestSuite {
    private final Kind kind;
    private final String name;
    private final TableValue table;
    private final Lazy<List<ResolvedValue>> values;

    TableDefinition(Kind kind, String name, TableValue table, Lazy<List<ResolvedValue>> values) {
        this.kind = kind;
        this.name = name;
        this.table = table;
        this.values = values;
    }

    @Override
    public final Kind kind() {
        return kind;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Place place() {
        return table.place();
    }

    @Override
    public final List<ResolvedValue> values() {
        return values.get();
    }

    /** What it is, or is for; empty where it does not say. */
    public final String description() {
        return table.text("description");
    }

    final TableValue table() {
        return table;
    }
}
