package dev.milliner.distro;

import dev.milliner.text.Place;

/** A text of the format. */
record TextValue(String text, Place place) implements Value {
    @Override
    public boolean isZero() {
        return text.isEmpty();
    }
}
