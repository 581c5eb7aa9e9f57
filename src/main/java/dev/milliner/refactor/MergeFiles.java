package dev.milliner.refactor;

import dev.milliner.distro.Format;
import dev.milliner.source.TreePaths;
import java.util.List;
import java.util.Optional;

/**
 * Moves all that a file says to the end of another, and takes the file away.
 *
 * @param file the file that goes, relative to the tree's root
 * @param into the file that takes it all
 */
public record MergeFiles(String file, String into) implements Refactoring {
    @Override
    public String title() {
        return "Move all of " + file + " into " + into;
    }

    @Override
    public Outcome make(Draft draft) throws Obstacle {
        if (file.equals(into)) {
            throw new Obstacle("A file cannot be moved into itself.");
        }
        for (String one : List.of(file, into)) {
            if (!draft.distro().isConfiguration(one)) {
                throw new Obstacle("'" + one + "' is no configuration file of this distro.");
            }
        }
        TomlFile from = draft.file(file);
        List<TomlStatement> top = TomlStatement.all(from).stream()
                .filter(entry -> entry.header().isEmpty())
                .toList();
        Optional<TomlStatement> other = top.stream()
                .filter(entry -> !entry.keys().equals(List.of("includes")))
                .findFirst();
        if (other.isPresent()) {
            throw new Obstacle("'" + String.join(".", other.get().keys()) + "' stands above all tables of " + file
                    + ", where " + into + " has no such place.");
        }
        String text = Cut.of(
                        from,
                        top.stream()
                                .map(entry -> new Stretch(entry.line(), entry.end()))
                                .toList())
                .replace("\r\n", "\n");
        TomlFile target = draft.file(into);
        boolean blank = target.end() == 0 || target.isBlank(target.end() - 1);
        String moved = MovedPaths.moved(
                draft.distro().tree(), Format.FILE, text.strip(), TreePaths.folder(file), TreePaths.folder(into));
        draft.write(into, target.with(target.end(), (blank ? "" : "\n") + moved + "\n"));
        draft.delete(file);
        Inclusion.exclude(draft, file);
        Inclusion.move(draft, from.text(), file, into);
        return Outcome.same();
    }
}
