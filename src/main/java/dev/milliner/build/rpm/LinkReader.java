package dev.milliner.build.rpm;

import dev.milliner.build.log.LogSeverity;
import dev.milliner.build.run.BuildFailed;
import dev.milliner.build.run.BuildRun;
import dev.milliner.build.run.BuildStopped;
import dev.milliner.build.run.Confinement;
import dev.milliner.distro.Component;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Asks rpmspec what components make and need, as only rpm knows all macros. */
final class LinkReader {
    private final BuildRun run;
    private final PackagePlan plan;

    LinkReader(BuildRun run, PackagePlan plan) {
        this.run = run;
        this.plan = plan;
    }

    BuildOrder order() throws BuildFailed, BuildStopped {
        Map<String, BuildOrder.Links> links = new LinkedHashMap<>();
        for (Component component : plan.components()) {
            String name = component.name();
            Set<String> makes = ask(name, "--qf", "%{NAME}\\n[%{PROVIDENAME}\\n]");
            links.put(name, new BuildOrder.Links(makes, ask(name, "--buildrequires"), ask(name, "--requires")));
        }
        return BuildOrder.of(links);
    }

    /** The first word of each line; nothing where the spec cannot be read, which its build will tell of. */
    private Set<String> ask(String component, String... what) throws BuildFailed, BuildStopped {
        Set<String> names = new LinkedHashSet<>();
        int status = run.ask(plan.rpmspec(component, what), line -> {
            if (Confinement.tellsOfSurvivors(line)) {
                run.log(LogSeverity.WARNING, "Reading " + component + ".spec: " + line);
                return;
            }
            String name = line.strip().split("\\s", 2)[0];
            if (!name.isEmpty()) {
                names.add(name);
            }
        });
        return status == 0 ? names : Set.of();
    }
}
