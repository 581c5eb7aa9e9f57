package dev.milliner.distro;

import dev.milliner.text.Place;

/** A boolean of the format. */
record FlagValue(boolean flag, Place place) implements Value {
    @Override
    public boolean isZero() {
        return !flag;
    }
}
