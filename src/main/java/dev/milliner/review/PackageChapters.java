package dev.milliner.review;

import dev.milliner.distro.Kind;
import dev.milliner.review.DefinitionChange.Added;
import dev.milliner.review.DefinitionChange.Removed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What happened to packages, which may be tens of thousands: told by what became of how many. */
final class PackageChapters {
    private final Review review;
    private final Words words;

    PackageChapters(Review review, Words words) {
        this.review = review;
        this.words = words;
    }

    List<Chapter> list() {
        long changed = review.changed(Kind.PACKAGE).count();
        List<String> added = review.of(Kind.PACKAGE)
                .filter(Added.class::isInstance)
                .map(DefinitionChange::name)
                .toList();
        List<String> removed = review.of(Kind.PACKAGE)
                .filter(Removed.class::isInstance)
                .map(DefinitionChange::name)
                .toList();
        if (changed + added.size() + removed.size() == 0) {
            return List.of();
        }
        List<String> tags = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        if (changed > 0) {
            tags.add(Counted.number(changed) + " changed");
        }
        comingOrGoing("added", added, tags, lines);
        comingOrGoing("removed", removed, tags, lines);
        return List.of(new Chapter("packages", String.join(", ", tags), values(), lines));
    }

    private static void comingOrGoing(String what, List<String> names, List<String> tags, List<String> lines) {
        if (!names.isEmpty()) {
            tags.add(Counted.number(names.size()) + " " + what);
            lines.add(what + ": " + Words.some(names));
        }
    }

    private List<ValueLine> values() {
        List<ValueLine> values = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (SharedEdit edit : review.shared()) {
            if (edit.kind() == Kind.PACKAGE) {
                ValueLine line = words.line(edit.change());
                String what =
                        edit.change().path() + " of " + Counted.of(edit.names().size(), Kind.PACKAGE);
                values.add(new ValueLine(what, line.before(), line.after(), line.edit()));
                edit.names().forEach(name -> told.add(edit.change().path() + " " + name));
            }
        }
        review.changed(Kind.PACKAGE).forEach(one -> one.values().stream()
                .filter(value -> !told.contains(value.path() + " " + one.name()))
                .map(words::line)
                .forEach(line -> values.add(
                        new ValueLine(one.name() + " " + line.path(), line.before(), line.after(), line.edit()))));
        return List.copyOf(values);
    }
}
