package dev.milliner.build.rpm;

import dev.milliner.distro.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The commands that make packages, to be shown before anything runs. */
public final class PackageCommands {
    private PackageCommands() {}

    public static List<String> of(PackagePlan plan, PackageMaker maker) {
        List<String> lines = new ArrayList<>();
        if (plan.components().size() > 1) {
            lines.add(
                    "# Asked of each component first, as only rpm knows what it needs; those that others need are made first:");
            plan.components()
                    .forEach(component -> lines.add(
                            plan.rpmspec(component.name(), "--buildrequires").shown()));
        }
        if (maker.servesPackages() && plan.components().size() > 1) {
            lines.add("# Each is served what it needs of these components, by --addrepo=file://"
                    + plan.folder().repository() + "/COMPONENT.");
        }
        for (Component component : plan.components()) {
            lines.addAll(maker.lines(component.name(), Set.of()));
            maker.last(component.name()).ifPresent(last -> {
                lines.add("# Whatever came of it, also when it is stopped:");
                lines.add(last);
            });
            if (maker.servesPackages()) {
                lines.add(plan.createrepo(plan.folder().repository().resolve(component.name()))
                        .shown());
            }
        }
        return lines;
    }
}
