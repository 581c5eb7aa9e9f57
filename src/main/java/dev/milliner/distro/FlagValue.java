package dev.milliner.distro;

import dev.milliner.source.Place;

/** A boolean of the format. */
record FlagValue(boolean flag, Place place) implements Value {
    @Override
    public boolean isZero() {
        return !flag;
    }
}
