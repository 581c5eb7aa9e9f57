package dev.milliner.distro;

import dev.milliner.text.Place;
import java.util.List;

/** A list of the format. */
record ListValue(List<Value> items, Place place) implements Value {
    @Override
    public boolean isZero() {
        return items.isEmpty();
    }
}
