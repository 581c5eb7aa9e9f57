package dev.milliner.distro;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values that are sorted by name already, in the form from which a TreeMap is built without comparing again. */
@SuppressWarnings("JdkObsolete") // TreeMap takes a SortedMap, whose few methods are all it calls
final class InOrder<V> extends AbstractMap<String, V> implements SortedMap<String, V> {
    private final List<V> values;
    private final Function<V, String> name;

    private InOrder(List<V> values, Function<V, String> name) {
        this.values = values;
        this.name = name;
    }

    /** A map of values that are sorted by their names, each name once. */
    static <V> NavigableMap<String, V> map(List<V> values, Function<V, String> name) {
        return new TreeMap<>(new InOrder<>(values, name));
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, V>> iterator() {
                return values.stream()
                        .map(value -> Map.entry(name.apply(value), value))
                        .iterator();
            }

            @Override
            public int size() {
                return values.size();
            }
        };
    }

    @Override
    public @Nullable Comparator<? super String> comparator() {
        return null;
    }

    @Override
    public SortedMap<String, V> subMap(String from, String to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SortedMap<String, V> headMap(String to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SortedMap<String, V> tailMap(String from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String firstKey() {
        return name.apply(values.getFirst());
    }

    @Override
    public String lastKey() {
        return name.apply(values.getLast());
    }
}
