package dev.milliner.solve;

import dev.milliner.solve.comps.PackageType;
import java.util.List;
import java.util.Set;

/**
 * What DNF is set to besides what it is asked for.
 *
 * @param generation whose rules count
 * @param best whether the best candidate must be taken or nothing, as {@code best} in dnf.conf
 * @param groupTypes which packages of groups come, as {@code group_package_types} in dnf.conf
 * @param locks packages of which no other version may come, as DNF's plugin versionlock lists them; what begins with
 *     {@code !} may not come at all
 * @param enable modules that are switched on, such as {@code nodejs:20}, as {@code dnf module enable} takes them
 * @param disable names of modules that are switched off
 */
public record DnfSettings(
        DnfGeneration generation,
        boolean best,
        Set<PackageType> groupTypes,
        List<String> locks,
        List<String> enable,
        List<String> disable) {
    /** The packages of groups that DNF takes by default. */
    public static final Set<PackageType> USUAL_TYPES =
            Set.of(PackageType.MANDATORY, PackageType.DEFAULT, PackageType.CONDITIONAL);

    /** The best candidates by DNF 4's rules, and modules as the repositories have them by default. */
    public static final DnfSettings USUAL =
            new DnfSettings(DnfGeneration.DNF4, true, USUAL_TYPES, List.of(), List.of(), List.of());

    /** With collections that nobody changes. */
    public DnfSettings {
        groupTypes = Set.copyOf(groupTypes);
        locks = List.copyOf(locks);
        enable = List.copyOf(enable);
        disable = List.copyOf(disable);
    }
}
