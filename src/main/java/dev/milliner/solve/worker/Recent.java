package dev.milliner.solve.worker;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps what was used most recently. */
final class Recent<K, V> extends LinkedHashMap<K, V> {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final float LOAD = 0.75f;

    private final int most;

    Recent(int most) {
        super(most, LOAD, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
