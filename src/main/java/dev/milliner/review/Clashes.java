package dev.milliner.review;

import java.util.List;

/**
 * What of a change does not go together with the base as it is now.
 *
 * @param onto what the base is called
 * @param moved how many definitions the base has otherwise since the two parted
 * @param list the clashes, the serious ones first
 */
public record Clashes(String onto, int moved, List<Clash> list) {
    /** Tells whether any needs somebody to decide. */
    public boolean areSerious() {
        return list.stream().anyMatch(clash -> clash.kind().isSerious());
    }

    /** All of it in a few words. */
    public String words() {
        if (list.isEmpty()) {
            return moved == 0
                    ? "no clash: nothing moved there in effect"
                    : "no clash: " + Counted.of(moved, "definition") + " moved there, none against this";
        }
        long serious = list.stream().filter(clash -> clash.kind().isSerious()).count();
        long others = list.size() - serious;
        return (serious == 0 ? "" : Counted.of(serious, "clash"))
                + (serious > 0 && others > 0 ? ", " : "")
                + (others == 0
                        ? ""
                        : Counted.of(others, dev.milliner.distro.Kind.COMPONENT) + " changed on both sides");
    }

    /** Those about a name. */
    public List<Clash> of(String name) {
        return list.stream().filter(clash -> clash.names().contains(name)).toList();
    }
}
