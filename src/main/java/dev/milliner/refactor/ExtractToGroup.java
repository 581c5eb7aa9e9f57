package dev.milliner.refactor;

import dev.milliner.distro.Component;
import dev.milliner.distro.ComponentGroup;
import dev.milliner.distro.Difference;
import dev.milliner.distro.Distro;
import dev.milliner.language.TomlQuotes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Moves what all members of a component group say alike into the group's defaults.
 *
 * @param group the group's name; a new one where members are named
 * @param key the key in a component, such as {@code build.check.skip}
 * @param members the members of a new group; none for a group that is there
 */
public record ExtractToGroup(String group, String key, List<String> members) implements Refactoring {
    private static final String GROUPS = "component-groups";
    private static final String DEFAULTS = "default-component-config";

    /** Takes the list over. */
    public ExtractToGroup {
        members = List.copyOf(members);
    }

    @Override
    public String title() {
        return "Move '" + key + "' into the defaults of '" + group + "'";
    }

    @Override
    public Outcome make(Draft draft) throws Obstacle {
        Distro distro = draft.distro();
        List<String> keys = List.of(key.split("\\.", -1));
        boolean fresh = !members.isEmpty();
        ComponentGroup known = distro.componentGroups().get(group);
        if (fresh == (known != null)) {
            throw new Obstacle(
                    fresh
                            ? "There is a group '" + group + "' already. Leave the members out, or name another group."
                            : Sought.missing(
                                    "component group",
                                    group,
                                    distro.componentGroups().keySet()));
        }
        List<String> all = known == null ? members : known.components();
        if (all.isEmpty()) {
            throw new Obstacle("'" + group + "' has no members.");
        }
        Set<String> comments = new LinkedHashSet<>();
        String value = value(draft, all, keys);
        for (String name : all) {
            String file = Sought.component(distro, name).place().file();
            OwnKey own = OwnKey.at(draft.text(file), path(name, keys)).orElseThrow();
            comments.add(own.comments());
            draft.write(file, own.without());
        }
        comments.remove("");
        String file = known == null ? home(distro) : known.place().file();
        if (fresh) {
            draft.write(file, begun(draft, file));
        }
        draft.write(file, withDefault(draft.file(file), draft.text(file), keys, String.join("", comments), value));
        return outcome(distro, fresh, all);
    }

    private static List<String> path(String name, List<String> keys) {
        return Stream.concat(Stream.of("components", name), keys.stream()).toList();
    }

    /** What all members say; they have to say the same. */
    private String value(Draft draft, List<String> all, List<String> keys) throws Obstacle {
        Set<String> values = new LinkedHashSet<>();
        String written = "";
        for (String name : all) {
            String file = Sought.component(draft.distro(), name).place().file();
            draft.file(file);
            OwnKey own = OwnKey.at(draft.text(file), path(name, keys))
                    .orElseThrow(() -> new Obstacle(
                            "'" + name + "' does not say '" + key + "' itself, so it would get what the others say."));
            values.add(InOneLine.of(own.node()));
            written = own.written();
        }
        if (values.size() > 1) {
            throw new Obstacle("The members do not say the same of '" + key + "': "
                    + values.stream().limit(3).collect(Collectors.joining(", ")) + ".");
        }
        return written;
    }

    /** The file for a new group: where most groups are, else the list of components. */
    private static String home(Distro distro) throws Obstacle {
        return distro.componentGroups().values().stream()
                .map(one -> one.place().file())
                .filter(file -> !file.isEmpty() && !file.startsWith("/"))
                .collect(Collectors.groupingBy(file -> file, java.util.TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(java.util.Map.Entry.comparingByValue())
                .map(java.util.Map.Entry::getKey)
                .or(() -> new Habit(distro).list(""))
                .orElseThrow(() -> new Obstacle("No file lists components or groups."));
    }

    private String begun(Draft draft, String file) throws Obstacle {
        String list = members.stream()
                .map(name -> "    " + TomlQuotes.quoted(name) + ",\n")
                .collect(Collectors.joining());
        String text = "[" + GROUPS + "." + TomlQuotes.key(group) + "]\ncomponents = [\n" + list + "]\n";
        return DefinitionList.of(draft.file(file), GROUPS).with(group, text);
    }

    private String withDefault(TomlFile file, String text, List<String> keys, String comments, String value)
            throws Obstacle {
        List<String> defaults = List.of(GROUPS, group, DEFAULTS);
        List<String> whole = Stream.concat(defaults.stream(), keys.stream()).toList();
        Optional<OwnKey> known = OwnKey.at(text, whole);
        if (known.isPresent()) {
            if (!InOneLine.of(known.get().node())
                    .equals(InOneLine.of(TomlStatement.value("value = " + value + "\n")))) {
                throw new Obstacle("'" + group + "' has another '" + key + "' in its defaults already.");
            }
            return text;
        }
        for (int depth = whole.size() - 1; depth >= 2; depth--) {
            List<String> table = whole.subList(0, depth);
            Optional<TomlBlock> block = file.blocks().stream()
                    .filter(one -> one.path().equals(table))
                    .findFirst();
            boolean ownTable = depth > 2 || OwnKey.at(text, defaults).isPresent();
            if (block.isPresent() && ownTable) {
                String dotted = whole.subList(depth, whole.size()).stream()
                        .map(TomlQuotes::key)
                        .collect(Collectors.joining("."));
                return file.with(block.get().content(), comments + dotted + " = " + value + "\n");
            }
        }
        Unit unit = Unit.of(file, GROUPS, group);
        if (unit.stretches().isEmpty()) {
            throw new Obstacle("'" + group + "' has no header of its own. Write [" + GROUPS + "." + group + "] first.");
        }
        String header =
                whole.subList(0, whole.size() - 1).stream().map(TomlQuotes::key).collect(Collectors.joining("."));
        int line = unit.stretches().getLast().to();
        boolean follows = line < file.end() && !file.isBlank(line);
        return file.with(
                line,
                "\n[" + header + "]\n" + comments + TomlQuotes.key(whole.getLast()) + " = " + value + "\n"
                        + (follows ? "\n" : ""));
    }

    private Outcome outcome(Distro before, boolean fresh, List<String> all) {
        Set<Difference> differences = new HashSet<>();
        differences.add(fresh ? Difference.added(GROUPS, group) : Difference.changed(GROUPS, group));
        if (fresh) {
            all.forEach(name -> differences.add(Difference.changed("components", name)));
        }
        List<Component> members = new ArrayList<>();
        all.forEach(name -> members.add(before.components().get(name)));
        return Outcome.of(differences).held(after -> members.stream()
                .filter(one -> !resolvesAlike(one, after.components().get(one.name())))
                .findFirst()
                .map(one -> "'" + one.name() + "' would resolve to something else."));
    }

    private static boolean resolvesAlike(Component before, @Nullable Component after) {
        return after != null && after.json().equals(before.json());
    }
}
