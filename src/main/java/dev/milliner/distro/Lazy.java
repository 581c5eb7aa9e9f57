package dev.milliner.distro;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value worked out when first asked for; asking from several threads gives the same value. */
final class Lazy<T> {
    private @Nullable Supplier<T> source;
    private volatile @Nullable T value;

    Lazy(Supplier<T> source) {
        this.source = source;
    }

    T get() {
        T known = value;
        return known == null ? make() : known;
    }

    private synchronized T make() {
        T known = value;
        Supplier<T> from = source;
        if (known != null || from == null) {
            return java.util.Objects.requireNonNull(known);
        }
        T made = from.get();
        value = made;
        source = null;
        return made;
    }
}
