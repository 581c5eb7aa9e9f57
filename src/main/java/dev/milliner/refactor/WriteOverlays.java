package dev.milliner.refactor;

import dev.milliner.distro.Component;
import dev.milliner.distro.Difference;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Overlay;
import dev.milliner.distro.OverlayKind;
import dev.milliner.language.TomlQuotes;
import dev.milliner.overlay.Change;
import dev.milliner.overlay.OverlayException;
import dev.milliner.overlay.derive.OverlayTable;
import dev.milliner.source.TreePaths;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes new overlays behind those that a component has, with the files that they add: into the file that defines it, which it
 * gets where it has none of its own, or into an overlay file.
 *
 * @param component its name
 * @param overlays the overlays, with why each is there; the reason may be empty
 * @param added what the files hold that they add, by the name in their {@code source}
 * @param place where they are written
 */
public record WriteOverlays(String component, List<Reasoned> overlays, Map<String, String> added, Place place)
        implements Refactoring {
    /**
     * An overlay and why it is there.
     *
     * @param table the overlay
     * @param reason its description; may be empty
     */
    public record Reasoned(OverlayTable table, String reason) {}

    /** Where overlays are written. */
    public sealed interface Place {}

    /** Where the component is defined. */
    public record Inline() implements Place {}

    /**
     * An overlay file, new or there already.
     *
     * @param path relative to the tree's root
     * @param named whether the component is to name it; a pattern of the component's may take it in already
     * @param category why its overlays are there, for a new one
     * @param status what upstream has of them, for a new one
     */
    public record OverlayFile(String path, boolean named, String category, String status) implements Place {}

    /** Takes the collections over. */
    public WriteOverlays {
        overlays = List.copyOf(overlays);
        added = Map.copyOf(added);
    }

    /** Whether what is written where a component is defined is behind its overlays: those of overlay files always come later. */
    public static boolean isLastWhereDefined(Distro distro, Component component) {
        return component.overlays().isEmpty()
                || distro.takers(component.overlays().getLast().place().file()).isEmpty();
    }

    @Override
    public String title() {
        return "Add " + (overlays.size() == 1 ? "an overlay" : overlays.size() + " overlays") + " to '" + component
                + "'";
    }

    @Override
    public Outcome make(Draft draft) throws Obstacle {
        Component known = Sought.component(draft.distro(), component);
        if (overlays.isEmpty()) {
            throw new Obstacle("There is no overlay to write.");
        }
        List<Change> wanted = new ArrayList<>(changes(known));
        String folder =
                switch (place) {
                    case Inline inline -> inline(draft, known);
                    case OverlayFile file -> overlayFile(draft, known, file);
                };
        for (Map.Entry<String, String> file : added.entrySet()) {
            String path = TreePaths.join(folder, file.getKey());
            if (isAmongSources(draft.distro(), known, path)) {
                throw new Obstacle(
                        "The file '" + path + "' would lie among the sources of '" + component
                                + "', and azldev adds no file that is there already. Write to an overlay file that lies elsewhere.");
            }
            if (draft.exists(path) && !draft.text(path).equals(file.getValue())) {
                throw new Obstacle("There is a file '" + path + "' already, which holds something else.");
            }
            draft.write(path, file.getValue());
        }
        return Outcome.of(Set.of(Difference.changed("components", component)))
                .held(after -> behind(after, wanted.size()));
    }

    /** All that lies beside a local spec, or below, is a source. */
    private static boolean isAmongSources(Distro distro, Component known, String path) {
        return known.isLocal()
                && known.spec()
                        .path()
                        .map(spec -> TreePaths.folder(distro.tree().relative(spec)))
                        .filter(folder -> path.startsWith(folder + "/") || folder.equals("."))
                        .isPresent();
    }

    /** Writes them where the component is defined; says in which folder. */
    private String inline(Draft draft, Component known) throws Obstacle {
        String own = known.place().file();
        Unit unit = Sought.unit(draft, known);
        if (unit.isEmpty() || !Customise.isAlone(unit)) {
            new Customise(component, Optional.empty()).make(draft);
            own = new Habit(draft.distro()).ownFile(component, own);
            unit = Unit.of(draft.file(own), "components", component);
        }
        if (WrittenOverlay.listed(unit.file(), List.of("components", component, "overlays"))
                .isPresent()) {
            throw new Obstacle("The overlays of '" + component + "' in " + own
                    + " are written in brackets. Give each a header of its own first.");
        }
        int line = unit.stretches().isEmpty()
                ? unit.file().end()
                : unit.stretches().getLast().to();
        boolean follows = line < unit.file().end() && !unit.file().isBlank(line);
        String text = text("components." + TomlQuotes.key(component) + ".overlays");
        draft.write(own, unit.file().with(line, "\n" + text + (follows ? "\n" : "")));
        return TreePaths.folder(own);
    }

    private String overlayFile(Draft draft, Component known, OverlayFile file) throws Obstacle {
        String text = text("overlays");
        String before = draft.exists(file.path())
                ? draft.file(file.path()).text()
                : "[metadata]\ncategory = " + TomlQuotes.quoted(file.category()) + "\nupstream-status = "
                        + TomlQuotes.quoted(file.status()) + "\n";
        draft.write(file.path(), before + (before.endsWith("\n") ? "\n" : "\n\n") + text);
        if (file.named()) {
            name(draft, known, file.path());
        }
        return TreePaths.folder(file.path());
    }

    private void name(Draft draft, Component known, String path) throws Obstacle {
        String own = known.place().file();
        List<String> keys = List.of("components", component, "overlay-files");
        // Climbing where the file lies beside the component's folder.
        String relative = Path.of("/", TreePaths.folder(own))
                .normalize()
                .relativize(Path.of("/", path).normalize())
                .toString();
        Optional<TomlList> list = TomlList.at(draft.text(own), keys);
        if (list.isPresent()) {
            draft.write(own, list.get().with(relative));
            return;
        }
        TomlFile file = draft.file(own);
        TomlBlock block = file.blocks().stream()
                .filter(one -> one.path().equals(List.of("components", component)))
                .findFirst()
                .orElseThrow(() -> new Obstacle("'" + component + "' has no header of its own in " + own
                        + ". Give it a file of its own first: milliner refactor customise " + component + "."));
        draft.write(own, file.with(block.content(), "overlay-files = [" + TomlQuotes.quoted(relative) + "]\n"));
    }

    private String text(String header) {
        StringBuilder text = new StringBuilder();
        for (Reasoned one : overlays) {
            text.append(text.isEmpty() ? "" : "\n").append(one.table().toml(header, one.reason()));
        }
        return text.toString();
    }

    /** The component has its overlays as before, and the new ones behind them. */
    private Optional<String> behind(Distro after, int before) {
        Component now = after.components().get(component);
        if (now == null) {
            return Optional.of("Nothing is changed, as '" + component + "' would be gone.");
        }
        try {
            boolean all = now.overlays().size() == before + overlays.size();
            for (int i = 0; all && i < overlays.size(); i++) {
                OverlayTable made = OverlayTable.of(Change.of(now.overlays().get(before + i)));
                all = said(made).equals(said(overlays.get(i).table()));
            }
            return all
                    ? Optional.empty()
                    : Optional.of(
                            "Nothing is changed, as the new overlays would not be the last ones of '" + component
                                    + "': those of its overlay files follow what stands in its own file. Write to an overlay file.");
        } catch (OverlayException unknownKind) {
            return Optional.of("Nothing is changed, as an overlay of '" + component + "' is of no known type.");
        }
    }

    /** What an overlay says but for the file that it adds, which is named from another folder once it is written. */
    private static OverlayTable said(OverlayTable table) {
        return table.kind() == OverlayKind.PATCH_ADD ? table.without("source", "file") : table.without("source");
    }

    private static List<Change> changes(Component known) throws Obstacle {
        List<Change> changes = new ArrayList<>();
        for (Overlay overlay : known.overlays()) {
            try {
                changes.add(Change.of(overlay));
            } catch (OverlayException unknownKind) {
                throw new Obstacle(unknownKind.reason());
            }
        }
        return changes;
    }
}
