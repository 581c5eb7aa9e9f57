package dev.milliner.solve;

import java.util.List;

/**
 * What DNF is set to besides what it is asked for.
 *
 * @param generation whose rules count
 * @param best whether the best candidate must be taken or nothing, as {@code best} in dnf.conf
 * @param locks packages of which no other version may come, as DNF's plugin versionlock lists them; what begins with
 *     {@code !} may not come at all
 * @param enable modules that are switched on, such as {@code nodejs:20}, as {@code dnf module enable} takes them
 * @param disable names of modules that are switched off
 */
public record DnfSettings(
        DnfGeneration generation, boolean best, List<String> locks, List<String> enable, List<String> disable) {
    /** The best candidates by DNF 4's rules, and modules as the repositories have them by default. */
    public static final DnfSettings USUAL = new DnfSettings(DnfGeneration.DNF4, true, List.of(), List.of(), List.of());

    /** With lists that nobody changes. */
    public DnfSettings {
        locks = List.copyOf(locks);
        enable = List.copyOf(enable);
        disable = List.copyOf(disable);
    }

    /** The same with other rules. */
    public DnfSettings by(DnfGeneration rules) {
        return new DnfSettings(rules, best, locks, enable, disable);
    }

    /** The same with modules switched on and off. */
    public DnfSettings withModules(List<String> on, List<String> off) {
        return new DnfSettings(generation, best, locks, on, off);
    }
}
