package dev.milliner.distro;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Something that two states of a distro resolve to differently.
 *
 * @param table the table of the format that it is named in, such as {@code components}
 * @param name its name; of what is said of the distro as a whole, the table's
 * @param how what became of it
 */
public record Difference(String table, String name, How how) {
    /** What can become of something. */
    public enum How {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** Something that comes. */
    public static Difference added(String table, String name) {
        return new Difference(table, name, How.ADDED);
    }

    /** Something that goes. */
    public static Difference removed(String table, String name) {
        return new Difference(table, name, How.REMOVED);
    }

    /** Something that is other than before. */
    public static Difference changed(String table, String name) {
        return new Difference(table, name, How.CHANGED);
    }

    /** It in a few words, such as {@code components.bash is added}. */
    public String words() {
        String what = name.equals(table) ? table : table + "." + name;
        return what + " is " + how.name().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * All that two states of one distro resolve to differently, table by table and in the order of the names. Where values
     * are written makes no difference.
     */
    public static List<Difference> between(Distro before, Distro after) {
        List<Difference> found = new ArrayList<>();
        SameValues same = new SameValues();
        compare(
                found,
                "components",
                before.components(),
                after.components(),
                (one, other) -> one.groups().equals(other.groups()) && same.tables(one.merged(), other.merged()));
        compare(
                found,
                "component-groups",
                before.componentGroups(),
                after.componentGroups(),
                (one, other) -> one.components().equals(other.components()) && same.tables(one.table(), other.table()));
        tables(found, "package-groups", before.packageGroups(), after.packageGroups(), same);
        tables(found, "images", before.images(), after.images(), same);
        tables(found, "distros", before.distros(), after.distros(), same);
        tables(found, "rpm-repos", before.repositories(), after.repositories(), same);
        tables(found, "test-suites", before.testSuites(), after.testSuites(), same);
        Map<String, Value> now = after.settings().fields();
        before.settings().fields().forEach((name, table) -> {
            if (!(table instanceof TableValue one
                    && now.get(name) instanceof TableValue other
                    && same.tables(one, other))) {
                found.add(changed(name, name));
            }
        });
        return List.copyOf(found);
    }

    private static <T extends TableDefinition> void tables(
            List<Difference> found,
            String table,
            NavigableMap<String, T> before,
            NavigableMap<String, T> after,
            SameValues same) {
        compare(found, table, before, after, (one, other) -> same.tables(one.table(), other.table()));
    }

    private static <T> void compare(
            List<Difference> found,
            String table,
            NavigableMap<String, T> before,
            NavigableMap<String, T> after,
            BiPredicate<T, T> same) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            @Nullable T one = before.get(name);
            @Nullable T other = after.get(name);
            if (one == null) {
                found.add(added(table, name));
            } else if (other == null) {
                found.add(removed(table, name));
            } else if (!same.test(one, other)) {
                found.add(changed(table, name));
            }
        }
    }
}
