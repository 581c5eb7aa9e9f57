package dev.milliner.refactor;

import dev.milliner.distro.Component;
import dev.milliner.distro.Difference;
import dev.milliner.distro.Distro;
import dev.milliner.source.TreePaths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Removes a component with what only it used: its place in groups, the packages that groups list as its own, its overlay
 * files, the files that its overlays add, its folder and its lock.
 *
 * @param component its name
 */
public record RemoveComponent(String component) implements Refactoring {
    @Override
    public String title() {
        return "Remove '" + component + "' with what only it used";
    }

    @Override
    public Outcome make(Draft draft) throws Obstacle {
        Distro distro = draft.distro();
        Component known = Sought.component(distro, component);
        Unit unit = Sought.defined(draft, known);
        Set<Difference> differences = new HashSet<>();
        differences.add(Difference.removed("components", component));
        String own = known.place().file();
        boolean alone = Customise.isAlone(unit);
        if (alone) {
            draft.delete(own);
            Inclusion.exclude(draft, own);
        } else {
            draft.write(own, unit.without());
        }
        leaveGroups(draft, known, differences);
        leavePackages(draft, differences);
        List<String> remarks = new ArrayList<>();
        for (String file : OwnFiles.of(distro, known, alone)) {
            if (OwnFiles.isText(distro.tree(), file)) {
                draft.delete(file);
            } else {
                remarks.add(file + " stays, as it is not text. Delete it yourself.");
            }
        }
        if (distro.tree().exists(known.renderedSpec())) {
            remarks.add("Its rendered spec stays in " + TreePaths.folder(known.renderedSpec())
                    + " until azldev renders the specs again.");
        }
        return Outcome.of(differences).saying(remarks);
    }

    private void leaveGroups(Draft draft, Component known, Set<Difference> differences) throws Obstacle {
        for (String group : known.groups()) {
            GroupList list = GroupList.of(draft.distro(), group);
            TomlList written = list.in(draft)
                    .filter(one -> one.names().contains(component))
                    .orElseThrow(() -> new Obstacle("The component group '" + group + "' finds its spec by a glob."
                            + " Exclude it with 'excluded-paths' first."));
            draft.write(list.file(), written.without(component));
            differences.add(Difference.changed("component-groups", group));
        }
    }

    /** Trees say behind a package which component it is built from: {@code "acl-devel", # srpm: acl}. */
    private void leavePackages(Draft draft, Set<Difference> differences) throws Obstacle {
        String said = "srpm: " + component;
        for (String group : draft.distro().packageGroups().keySet()) {
            GroupList list = new GroupList(draft.distro().packageGroups().get(group), "package-groups", "packages");
            String file = list.file();
            if (file.isEmpty() || file.startsWith("/") || !draft.text(file).contains(said)) {
                continue;
            }
            TomlList written = list.in(draft).orElseThrow();
            List<String> names = written.items().stream()
                    .filter(item -> written.remark(item).equals(said))
                    .map(TomlList.Item::name)
                    .toList();
            for (String name : names) {
                draft.write(file, list.in(draft).orElseThrow().without(name));
                differences.add(Difference.changed("package-groups", group));
            }
        }
    }
}
