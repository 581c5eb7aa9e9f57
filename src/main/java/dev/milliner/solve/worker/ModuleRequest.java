package dev.milliner.solve.worker;

import dev.milliner.solve.modules.ModuleBuild;
import java.util.List;
import java.util.Map;

/**
 * What a phase wants of modules.
 *
 * @param switched which builds count before its arguments are heeded
 * @param activation which builds count with it
 * @param wanted for each argument that names modules what is to be installed of it
 * @param groups arguments, without their {@code @}, that name no module
 * @param problems arguments that cannot be followed, with why; one without an argument is of all together
 */
record ModuleRequest(
        ModuleActivation switched,
        ModuleActivation activation,
        Map<String, Wanted> wanted,
        List<String> groups,
        Map<String, String> problems) {
    /**
     * Builds of modules, each in one stream.
     *
     * @param profile the profile; empty for the default ones
     * @param streams builds of each stream
     */
    record Wanted(String profile, List<List<ModuleBuild>> streams) {}
}
