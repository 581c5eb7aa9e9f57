package dev.milliner.distro;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which resolved values two states have differently; where they are written, and in which order, makes no difference. What many
 * definitions share is compared once, and they get the very same list. Not safe for several threads.
 */
public final class ValueComparison {
    private final IdentityHashMap<TableValue, IdentityHashMap<TableValue, List<ValueChange>>> known =
            new IdentityHashMap<>();

    /** The values that a component resolves to differently, without its lock. */
    public List<ValueChange> of(Component before, Component after) {
        TableValue one = before.merged();
        TableValue other = after.merged();
        return once(
                one,
                other,
                () -> tables(Format.COMPONENT, ComponentAssembly.calculated(one), ComponentAssembly.calculated(other)));
    }

    /** What a component's lock pins differently. */
    public static List<ValueChange> ofLocks(Component before, Component after) {
        return JsonChanges.of(
                "locked", before.json().path("locked"), after.json().path("locked"));
    }

    /** Where a component's spec is rendered to, where that differs. */
    public static List<ValueChange> ofRenderedSpecs(Component before, Component after) {
        return JsonChanges.of(
                "renderedSpecDir",
                before.json().optional("renderedSpecDir"),
                after.json().optional("renderedSpecDir"));
    }

    /** The values that an image, a group, a distro, a repository or a test suite has differently; members of groups apart. */
    public List<ValueChange> of(TableDefinition before, TableDefinition after) {
        TableValue one = before.table();
        TableValue other = after.table();
        return once(one, other, () -> tables(shape(after.kind()), one, other));
    }

    /** What a package is listed with differently, by the names of azldev's list. */
    public static List<ValueChange> of(ListedPackage before, ListedPackage after) {
        return new PackageChanges(before, after).list();
    }

    /** What is said differently of the project as a whole. */
    public static List<ValueChange> ofProject(Distro before, Distro after) {
        return TableChanges.of(
                Format.PROJECT,
                "project",
                before.settings().table("project"),
                after.settings().table("project"));
    }

    @SuppressWarnings("ReferenceEquality") // what was not read anew is the same
    private List<ValueChange> once(TableValue one, TableValue other, Supplier<List<ValueChange>> compare) {
        if (one == other) {
            return List.of();
        }
        IdentityHashMap<TableValue, List<ValueChange>> partners =
                known.computeIfAbsent(one, table -> new IdentityHashMap<>(2));
        @Nullable List<ValueChange> before = partners.get(other);
        if (before != null) {
            return before;
        }
        List<ValueChange> found = compare.get();
        partners.put(other, found);
        return found;
    }

    private static List<ValueChange> tables(Shape.Table shape, TableValue one, TableValue other) {
        return TableChanges.of(shape, "", one, other);
    }

    private static Shape.Table shape(Kind kind) {
        return switch (kind) {
            case COMPONENT, PACKAGE -> throw new IllegalArgumentException(kind + " is no table of its own.");
            case COMPONENT_GROUP -> Format.COMPONENT_GROUP;
            case PACKAGE_GROUP -> Format.PACKAGE_GROUP;
            case IMAGE -> Format.IMAGE;
            case DISTRO -> Format.DISTRO;
            case REPOSITORY -> Format.RPM_REPO;
            case TEST_SUITE -> Format.TEST_SUITE;
        };
    }
}
