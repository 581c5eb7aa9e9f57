package dev.milliner.refactor;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Format;
import dev.milliner.language.TomlQuotes;
import dev.milliner.source.TreePaths;
import dev.milliner.toml.TomlNode;
import dev.milliner.toml.TomlTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Moves the overlays of a component's overlay files into its own file, and takes the files away.
 *
 * @param component its name
 */
public record OverlaysInline(String component) implements Refactoring {
    @Override
    public String title() {
        return "Move the overlay files of '" + component + "' into its own file";
    }

    @Override
    public Outcome make(Draft draft) throws Obstacle {
        Distro distro = draft.distro();
        Component known = Sought.component(distro, component);
        String own = known.place().file();
        Unit unit = Sought.defined(draft, known);
        List<String> files = distro.files().stream()
                .filter(file -> distro.takers(file).contains(component))
                .toList();
        if (files.isEmpty()) {
            throw new Obstacle("'" + component + "' has no overlay files.");
        }
        if (unit.stretches().isEmpty()
                || WrittenOverlay.listed(unit.file(), List.of("components", component, "overlays"))
                        .isPresent()) {
            throw new Obstacle("The overlays of '" + component + "' in " + own
                    + " are written in brackets. Give each a header of its own first.");
        }
        StringBuilder text = new StringBuilder();
        for (String file : ordered(known, files)) {
            if (!distro.takers(file).equals(Set.of(component))) {
                throw new Obstacle("'" + file + "' is taken in by other components too: "
                        + distro.takers(file).stream().sorted().collect(Collectors.joining(", ")) + ".");
            }
            text.append(MovedPaths.moved(
                    distro.tree(), Format.FILE, blocks(draft, file), TreePaths.folder(file), TreePaths.folder(own)));
            draft.delete(file);
        }
        int line = WrittenOverlay.all(unit.file(), List.of("components", component, "overlays")).stream()
                .flatMap(overlay -> overlay.lines().stream())
                .reduce((first, last) -> last)
                .orElse(unit.stretches().getLast())
                .to();
        boolean follows = line < unit.file().end() && !unit.file().isBlank(line);
        draft.write(own, unit.file().with(line, text + (follows ? "\n" : "")));
        forget(draft, own, files);
        return Outcome.same();
    }

    /** In the order in which they apply. */
    private static List<String> ordered(Component known, List<String> files) {
        return known.overlays().stream()
                .map(overlay -> overlay.place().file())
                .distinct()
                .filter(files::contains)
                .toList();
    }

    private String blocks(Draft draft, String path) throws Obstacle {
        TomlFile file = draft.file(path);
        TomlTable root = draft.root(path);
        TomlNode reason = root.get("metadata");
        String metadata = reason == null ? "" : "metadata = " + InOneLine.of(reason) + "\n";
        String header = "[[components." + TomlQuotes.key(component) + ".overlays]]\n";
        StringBuilder text = new StringBuilder();
        String comments = comments(file);
        for (WrittenOverlay overlay : WrittenOverlay.all(file, List.of("overlays"))) {
            text.append("\n")
                    .append(comments)
                    .append(overlay.comments())
                    .append(header)
                    .append(overlay.body())
                    .append(metadata);
            comments = "";
        }
        return text.toString().replace("\r\n", "\n");
    }

    /** The comments that are about the whole file, or about its metadata. */
    private static String comments(TomlFile file) {
        StringBuilder comments = new StringBuilder();
        for (int line = 0; line < file.end(); line++) {
            int here = line;
            boolean inOverlay = file.blocks().stream()
                    .filter(block -> block.path().getFirst().equals("overlays"))
                    .anyMatch(block -> block.first() <= here && here < block.content());
            if (!inOverlay && file.isComment(line)) {
                comments.append(file.lines(line, line + 1));
            }
        }
        return comments.toString();
    }

    /** A file that is named by its path must be there; a glob may find nothing. */
    private void forget(Draft draft, String own, List<String> files) throws Obstacle {
        List<String> path = List.of("components", component, "overlay-files");
        Optional<TomlList> list = TomlList.at(draft.text(own), path);
        if (list.isEmpty()) {
            return;
        }
        List<String> named = list.get().names().stream()
                .filter(name -> files.contains(TreePaths.clean(TreePaths.join(TreePaths.folder(own), name))))
                .toList();
        if (named.size() == list.get().names().size()) {
            draft.write(own, OwnKey.at(draft.text(own), path).orElseThrow().without());
            return;
        }
        for (String name : named) {
            draft.write(own, TomlList.at(draft.text(own), path).orElseThrow().without(name));
        }
    }
}
