package dev.milliner.workbench.inspector;

import dev.milliner.distro.Layer;

/** Changes values where they are set, in the editor, where each change can be taken back. */
@FunctionalInterface
public interface ValueChanges {
    /**
     * Changes a value.
     *
     * @param layer where it is set
     * @param key its own key, the last of its path
     * @param value a String, Long or Boolean
     */
    void set(Layer layer, String key, Object value);
}
