package dev.milliner.review;

import dev.milliner.distro.Kind;
import dev.milliner.distro.Problem;
import dev.milliner.overlay.TextDifference;
import dev.milliner.review.DefinitionChange.Changed;
import dev.milliner.source.SourceTree;
import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where one side of a merge does what clashes: there is always a place, as who is to decide has to look at both.
 *
 * @param side what the side changes since the two parted
 */
record SidePlaces(Review side) {
    /** Where a definition is changed: its first edit, else where it is defined; where it was, if it is gone. */
    static Place of(DefinitionChange change) {
        return change instanceof Changed one
                ? one.values().stream()
                        .flatMap(value -> value.edit().stream())
                        .findFirst()
                        .orElse(one.after().place())
                : change.definition().place();
    }

    /** Where a component is changed: its first overlay that is another, else its first edit, else its sources; else where it is defined. */
    Place of(String component) {
        return side.changed(Kind.COMPONENT)
                .filter(change -> change.name().equals(component))
                .findFirst()
                .map(change -> Review.overlays(change).stream()
                        .map(OverlayChange::place)
                        .findFirst()
                        .orElseGet(() -> of(change)))
                .or(() -> source(component))
                .or(() -> Optional.ofNullable(side.to().distro().components().get(component))
                        .map(dev.milliner.distro.Component::place))
                .orElseGet(() -> any(""));
    }

    private Optional<Place> source(String component) {
        SourceOwners owners = SourceOwners.of(side.to().distro());
        return side.files().stream()
                .map(effect -> effect.file().path())
                .filter(path -> owners.of(path).contains(component))
                .map(this::firstDifference)
                .findFirst();
    }

    private Place firstDifference(String file) {
        byte[] before =
                String.join("\n", lines(side.from().distro().tree(), file)).getBytes(StandardCharsets.UTF_8);
        byte[] after = String.join("\n", lines(side.to().distro().tree(), file)).getBytes(StandardCharsets.UTF_8);
        int line = TextDifference.between(before, after, false).stream()
                .mapToInt(hunk -> hunk.afterStart() + 1)
                .findFirst()
                .orElse(1);
        return new Place(file, new TextRange(line, 1, line, 1));
    }

    /**
     * Where a problem of both together comes from: the line that it stands in, where the side has written that, else what the side did
     * to a definition that it names, or in that file, or did at all.
     *
     * @param merged the tree of both
     * @param names definitions that the problem names
     */
    Place of(Problem problem, SourceTree merged, List<String> names) {
        return written(merged, problem.place())
                .or(() -> side.changes().stream()
                        .filter(change -> names.contains(change.name()))
                        .map(SidePlaces::of)
                        .findFirst())
                .orElseGet(() -> any(problem.place().file()));
    }

    /** Any edit of the side, of a file if there is one. */
    private Place any(String file) {
        List<Place> edits = side.changes().stream().flatMap(SidePlaces::places).toList();
        return edits.stream()
                .filter(place -> place.file().equals(file))
                .findFirst()
                .or(() -> edits.stream().findFirst())
                .or(() -> side.files().stream()
                        .map(effect -> Place.startOf(effect.file().path()))
                        .findFirst())
                .orElse(Place.startOf(file));
    }

    private static Stream<Place> places(DefinitionChange change) {
        Stream<Place> edits = change instanceof Changed one
                ? one.values().stream().flatMap(value -> value.edit().stream())
                : Stream.empty();
        return Stream.concat(edits, Stream.of(of(change)));
    }

    /** A place of the merged text in the side's own, where the side has added that line. */
    private Optional<Place> written(SourceTree merged, Place place) {
        List<String> lines = lines(merged, place.file());
        List<String> own = lines(side.to().distro().tree(), place.file());
        int at = place.range().line() - 1;
        if (at < 0 || at >= lines.size() || own.isEmpty()) {
            return Optional.empty();
        }
        int same = at < own.size() && own.get(at).equals(lines.get(at)) ? at : own.indexOf(lines.get(at));
        return same < 0 || lines(side.from().distro().tree(), place.file()).contains(lines.get(at))
                ? Optional.empty()
                : Optional.of(new Place(place.file(), new TextRange(same + 1, 1, same + 1, 1)));
    }

    private static List<String> lines(SourceTree tree, String file) {
        return tree.read(file).map(text -> text.lines().toList()).orElse(List.of());
    }
}
