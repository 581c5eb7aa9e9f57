package dev.milliner.distro;

import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells whether values say the same, wherever they are written. What many definitions share is compared once. */
final class SameValues {
    private final IdentityHashMap<TableValue, IdentityHashMap<TableValue, Boolean>> known = new IdentityHashMap<>();

    /** Tells whether two tables say the same. */
    @SuppressWarnings("ReferenceEquality") // what was not read anew is the same
    boolean tables(TableValue one, TableValue other) {
        if (one == other) {
            return true;
        }
        IdentityHashMap<TableValue, Boolean> partners = known.computeIfAbsent(one, table -> new IdentityHashMap<>(2));
        Boolean before = partners.get(other);
        boolean same = before == null ? fields(one, other) : before;
        partners.put(other, same);
        return same;
    }

    private static boolean fields(TableValue one, TableValue other) {
        return one.fields().keySet().equals(other.fields().keySet())
                && one.fields().entrySet().stream()
                        .allMatch(
                                field -> values(field.getValue(), other.fields().get(field.getKey())));
    }

    /** Tells whether two values say the same. */
    @SuppressWarnings("ReferenceEquality") // as above
    static boolean values(Value one, @Nullable Value other) {
        if (one == other) {
            return true;
        }
        return switch (one) {
            case TextValue text ->
                other instanceof TextValue more && text.text().equals(more.text());
            case FlagValue flag -> other instanceof FlagValue more && flag.flag() == more.flag();
            case ListValue list -> other instanceof ListValue more && lists(list.items(), more.items());
            case TableValue table -> other instanceof TableValue more && fields(table, more);
        };
    }

    private static boolean lists(List<Value> one, List<Value> other) {
        Iterator<Value> more = other.iterator();
        return one.size() == other.size() && one.stream().allMatch(value -> values(value, more.next()));
    }
}
