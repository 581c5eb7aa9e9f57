package dev.milliner.review;

import dev.milliner.distro.Component;
import dev.milliner.distro.Kind;
import dev.milliner.distro.ValueChange;
import dev.milliner.review.DefinitionChange.Added;
import dev.milliner.review.DefinitionChange.Changed;
import dev.milliner.review.DefinitionChange.Removed;
import dev.milliner.source.TreePaths;
import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happened to components: those with edits of their own one by one, and those that are alike together. */
final class ComponentChapters {
    /** More that are alike are told together. */
    private static final int FEW = 5;

    private final Review review;
    private final Words words;
    private final Map<String, SourceChange> sources;
    private final Set<ValueChange> shared;
    private final List<Changed> own;

    ComponentChapters(Review review, Words words) {
        this.review = review;
        this.words = words;
        this.sources = review.sources().stream()
                .collect(Collectors.toMap(SourceChange::component, one -> one, (one, same) -> one, TreeMap::new));
        this.shared = new HashSet<>(review.shared().stream()
                .filter(edit -> edit.kind() == Kind.COMPONENT)
                .map(SharedEdit::change)
                .toList());
        this.own = review.changed(Kind.COMPONENT)
                .filter(change -> !own(change).isEmpty())
                .toList();
    }

    /** The components that no shared edit explains whole. */
    List<Changed> ofTheirOwn() {
        return own;
    }

    private List<ValueChange> own(Changed change) {
        return change.values().stream().filter(value -> !shared.contains(value)).toList();
    }

    /** The edits that components share, by those who follow them. */
    Map<List<String>, List<SharedEdit>> followed() {
        return review.shared().stream()
                .filter(edit -> edit.kind() == Kind.COMPONENT)
                .collect(Collectors.groupingBy(SharedEdit::names, LinkedHashMap::new, Collectors.toList()));
    }

    List<Chapter> list() {
        List<Chapter> chapters = new ArrayList<>();
        for (List<Changed> same : grouped(own, this::values)) {
            if (same.size() > FEW) {
                chapters.add(theSame(same));
            }
        }
        List<Changed> others = grouped(own, this::values).stream()
                .filter(same -> same.size() <= FEW)
                .flatMap(List::stream)
                .toList();
        for (List<Changed> alike : grouped(others, this::paths)) {
            if (alike.size() > FEW) {
                chapters.add(together(alike));
            } else {
                alike.forEach(change -> chapters.add(one(change)));
            }
        }
        followed().forEach((names, edits) -> chapters.add(following(names, edits)));
        chapters.addAll(comingAndGoing());
        Set<String> told = own.stream().map(Changed::name).collect(Collectors.toSet());
        sources.values().stream()
                .filter(source -> !told.contains(source.component()))
                .map(source -> new Chapter(
                                source.component(),
                                files(source).isEmpty() ? "rendered spec" : "sources",
                                List.of(),
                                lines(source),
                                files(source),
                                Optional.empty())
                        .in(renderedAndLocked(source.component())))
                .filter(chapter -> !chapter.lines().isEmpty())
                .forEach(chapters::add);
        return chapters;
    }

    /** The paths of what differs; overlays tell different stories, whatever their path. */
    private String paths(Changed change) {
        List<String> paths = own(change).stream().map(ValueChange::path).toList();
        return paths.contains("overlays") ? change.name() : String.join(", ", paths);
    }

    private String values(Changed change) {
        return paths(change)
                + own(change).stream()
                        .map(value -> "\n" + value.before() + "\0" + value.after())
                        .collect(Collectors.joining());
    }

    private static Collection<List<Changed>> grouped(List<Changed> changes, Function<Changed, String> likeness) {
        return changes.stream()
                .collect(Collectors.groupingBy(likeness, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private Chapter theSame(List<Changed> same) {
        List<ValueLine> values = own(same.getFirst()).stream()
                .map(words::line)
                .map(line -> new ValueLine(line.path(), line.before(), line.after(), Optional.empty()))
                .toList();
        List<String> names = same.stream().map(Changed::name).toList();
        return new Chapter(
                        Counted.of(same.size(), Kind.COMPONENT), "the same in each", values, List.of(Words.some(names)))
                .about("components, the same " + paths(values))
                .in(edits(same));
    }

    private Chapter together(List<Changed> alike) {
        List<String> lines = alike.stream()
                .map(change -> change.name() + ": "
                        + own(change).stream()
                                .map(words::line)
                                .map(ComponentChapters::fromTo)
                                .collect(Collectors.joining("; "))
                        + " (" + Words.by(own(change).getFirst().edit()) + ")")
                .toList();
        return new Chapter(
                        Counted.of(alike.size(), Kind.COMPONENT), "each: " + paths(alike.getFirst()), List.of(), lines)
                .about("components, each " + paths(alike.getFirst()))
                .in(edits(alike));
    }

    private static String paths(List<ValueLine> values) {
        return values.stream().map(ValueLine::path).collect(Collectors.joining(", "));
    }

    private Whereabouts edits(List<Changed> changes) {
        return Whereabouts.of(changes.stream()
                .flatMap(change -> own(change).stream())
                .map(words::line)
                .toList());
    }

    private static String fromTo(ValueLine line) {
        return line.before().equals(Words.NONE) ? line.after() : line.before() + " → " + line.after();
    }

    private Chapter one(Changed change) {
        List<ValueLine> values = own(change).stream()
                .filter(value -> !value.path().equals("overlays"))
                .map(words::line)
                .toList();
        List<String> lines = new ArrayList<>();
        List<OverlayChange> overlays = Review.overlays(change);
        overlays.forEach(overlay -> lines.add(Words.overlay(overlay)));
        Optional<SourceChange> source = Optional.ofNullable(sources.get(change.name()));
        source.ifPresent(known -> lines.addAll(lines(known)));
        return new Chapter(
                        change.name(),
                        tag(change, overlays),
                        values,
                        lines,
                        source.map(ComponentChapters::files).orElse(List.of()),
                        Optional.of(change.after().place()))
                .in(standing(change, overlays));
    }

    private Whereabouts standing(Changed change, List<OverlayChange> overlays) {
        return Whereabouts.after(List.of(change.after().place()))
                .and(Whereabouts.after(overlays.stream()
                        .filter(overlay -> !(overlay instanceof OverlayChange.Removed))
                        .map(OverlayChange::place)
                        .toList()))
                .and(Whereabouts.before(overlays.stream()
                        .filter(OverlayChange.Removed.class::isInstance)
                        .map(OverlayChange::place)
                        .toList()))
                .and(renderedAndLocked(change.name()));
    }

    /** The files that are a component's own besides its definition: its rendered spec's folder, its lock. */
    private Whereabouts renderedAndLocked(String name) {
        return Optional.ofNullable(review.to().distro().components().get(name))
                .map(component -> Whereabouts.within(Stream.of(
                                component.renderedSpec().isEmpty()
                                        ? ""
                                        : TreePaths.folder(component.renderedSpec()) + "/",
                                review.to().distro().lockFolder() + "/" + name + ".lock")
                        .filter(path -> !path.isEmpty())
                        .toList()))
                .orElse(Whereabouts.NOWHERE);
    }

    private static String tag(Changed change, List<OverlayChange> overlays) {
        boolean customised = change.after() instanceof Component now
                && change.before() instanceof Component then
                && now.isCustomised()
                && !then.isCustomised();
        String by = overlays.isEmpty() ? "" : ", " + Counted.of(overlays.size(), "overlay");
        return (customised ? "customised" : "changed") + by;
    }

    private static List<String> lines(SourceChange source) {
        return SourceWords.of(source);
    }

    private static List<dev.milliner.overlay.FileChange> files(SourceChange source) {
        return source instanceof SourceChange.Known known ? known.files() : List.of();
    }

    private Chapter following(List<String> names, List<SharedEdit> edits) {
        List<ValueLine> values =
                edits.stream().map(edit -> words.line(edit.change())).toList();
        String layers =
                edits.stream().flatMap(edit -> edit.layer().stream()).distinct().collect(Collectors.joining(", "));
        String tag = "by " + Counted.of(edits.size(), "shared edit") + (layers.isEmpty() ? "" : ", " + layers);
        return new Chapter(Counted.of(names.size(), Kind.COMPONENT), tag, values, List.of(Words.some(names)))
                .about("components, by " + layers + " " + paths(values));
    }

    private List<Chapter> comingAndGoing() {
        List<Chapter> chapters = new ArrayList<>();
        review.of(Kind.COMPONENT)
                .flatMap(change ->
                        change instanceof Added one && one.renamedFrom().isPresent() ? Stream.of(one) : Stream.empty())
                .map(one -> new Chapter(
                                one.renamedFrom().orElse("") + " → " + one.name(),
                                "renamed",
                                List.of(),
                                List.of("defined in " + Words.at(one.after().place())))
                        .in(Whereabouts.after(List.of(one.after().place()))))
                .forEach(chapters::add);
        byFile(
                "added",
                change -> change instanceof Added one && one.renamedFrom().isEmpty(),
                chapters);
        byFile(
                "removed",
                change -> change instanceof Removed one && one.renamedTo().isEmpty(),
                chapters);
        return chapters;
    }

    private void byFile(String what, java.util.function.Predicate<DefinitionChange> wanted, List<Chapter> chapters) {
        Map<String, List<DefinitionChange>> byFile = review.of(Kind.COMPONENT)
                .filter(wanted)
                .collect(Collectors.groupingBy(
                        change -> change.definition().place().file(), LinkedHashMap::new, Collectors.toList()));
        if (byFile.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        byFile.forEach((file, all) -> lines.add(file
                + (all.size() == 1
                        ? ":" + all.getFirst().definition().place().range().line()
                        : "") + ": "
                + Words.some(all.stream().map(DefinitionChange::name).toList())));
        long number = byFile.values().stream().mapToLong(List::size).sum();
        List<Place> places = byFile.values().stream()
                .flatMap(List::stream)
                .map(change -> change.definition().place())
                .toList();
        chapters.add(new Chapter(Counted.of(number, Kind.COMPONENT), what, List.of(), lines)
                .about("components " + what)
                .in(what.equals("removed") ? Whereabouts.before(places) : Whereabouts.after(places)));
    }
}
