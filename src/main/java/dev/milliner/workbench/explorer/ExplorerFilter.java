package dev.milliner.workbench.explorer;

import dev.milliner.distro.Component;
import dev.milliner.distro.ComponentGroup;
import dev.milliner.distro.Definition;
import dev.milliner.distro.ListedPackage;
import dev.milliner.distro.Overlay;
import dev.milliner.distro.PackageGroup;
import dev.milliner.workbench.base.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the filter field asks for: words that all stand in the name, and conditions {@code overlay:TYPE},
 * {@code group:NAME}, {@code file:PART}, {@code is:customised}, {@code is:local}, {@code has:overlays} and
 * {@code has:problem}.
 *
 * @param words words that the name holds, in lower case
 * @param conditions conditions that must all hold
 */
public record ExplorerFilter(List<String> words, List<Condition> conditions) {
    private static final Set<String> FIELDS = Set.of("overlay", "group", "file", "is", "has");

    /** A condition such as {@code is:local}. */
    public record Condition(String field, String value) {}

    /** Reads what was typed; an unknown field counts as a word. */
    public static ExplorerFilter parse(String text) {
        List<String> words = new ArrayList<>();
        List<Condition> conditions = new ArrayList<>();
        for (String part : text.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            int colon = part.indexOf(':');
            if (colon > 0 && FIELDS.contains(part.substring(0, colon))) {
                conditions.add(new Condition(part.substring(0, colon), part.substring(colon + 1)));
            } else if (!part.isEmpty()) {
                words.add(part);
            }
        }
        return new ExplorerFilter(List.copyOf(words), List.copyOf(conditions));
    }

    /** Tells whether everything passes. */
    public boolean isEmpty() {
        return words.isEmpty() && conditions.isEmpty();
    }

    /** Tells whether a definition passes. */
    public boolean accepts(Definition definition, Snapshot snapshot) {
        return hasWords(definition.name())
                && conditions.stream().allMatch(condition -> holds(condition, definition, snapshot));
    }

    /** Tells whether a file passes. */
    public boolean acceptsFile(String path, Snapshot snapshot) {
        return hasWords(path)
                && conditions.stream().allMatch(condition -> switch (condition.field()) {
                    case "file" -> path.toLowerCase(Locale.ROOT).contains(condition.value());
                    case "has" ->
                        "problem".startsWith(condition.value())
                                && snapshot.problemsByFile().containsKey(path);
                    default -> false;
                });
    }

    private boolean hasWords(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(lower::contains);
    }

    private static boolean holds(Condition condition, Definition definition, Snapshot snapshot) {
        String value = condition.value();
        return switch (condition.field()) {
            case "overlay" -> definition instanceof Component component && hasOverlay(component.overlays(), value);
            case "group" ->
                groups(definition).stream()
                        .anyMatch(group -> group.toLowerCase(Locale.ROOT).contains(value));
            case "file" -> definition.place().file().toLowerCase(Locale.ROOT).contains(value);
            case "is" -> is(definition, value);
            case "has" -> has(definition, value, snapshot);
            default -> false;
        };
    }

    private static boolean hasOverlay(List<Overlay> overlays, String type) {
        return overlays.stream().anyMatch(overlay -> overlay.type().contains(type));
    }

    private static List<String> groups(Definition definition) {
        return switch (definition) {
            case Component component -> component.groups();
            case ListedPackage listed -> listed.packageGroups();
            case ComponentGroup group -> List.of(group.name());
            case PackageGroup group -> List.of(group.name());
            default -> List.of();
        };
    }

    private static boolean is(Definition definition, String value) {
        return switch (definition) {
            case Component component ->
                (begins("customised", value) && component.isCustomised())
                        || (begins("local", value) && component.isLocal());
            default -> false;
        };
    }

    private static boolean has(Definition definition, String value, Snapshot snapshot) {
        if (begins("problem", value)) {
            return snapshot.worstByDefinition()
                    .containsKey(Snapshot.key(definition.kind().name(), definition.name()));
        }
        return begins("overlays", value) && definition instanceof Component component && component.hasOverlays();
    }

    /** A word counts as soon as its beginning is typed. */
    private static boolean begins(String word, String typed) {
        return !typed.isEmpty() && word.startsWith(typed);
    }
}
