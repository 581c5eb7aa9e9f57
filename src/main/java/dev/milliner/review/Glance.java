package dev.milliner.review;

import dev.milliner.distro.Kind;
import dev.milliner.distro.ValueChange;
import dev.milliner.review.DefinitionChange.Added;
import dev.milliner.review.DefinitionChange.Changed;
import dev.milliner.review.DefinitionChange.Removed;
import dev.milliner.review.SourceChange.Known;
import dev.milliner.review.SourceChange.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All of a review in a sentence. */
final class Glance {
    private final Review review;
    private final ComponentChapters components;
    private final List<String> parts = new ArrayList<>();

    Glance(Review review, ComponentChapters components) {
        this.review = review;
        this.components = components;
    }

    String sentence() {
        long files = review.files().stream()
                .filter(file -> !(file instanceof FileEffect.Rendered))
                .count();
        String start = files == 0 && review.files().isEmpty() ? "No file differs" : Counted.of(files, "file");
        if (review.isWithoutEffect()) {
            return files == 0
                    ? start + "."
                    : start
                            + ": nothing moves. No resolved value, no prepared source and no image description differs.";
        }
        components();
        overlays();
        packages();
        others();
        sources();
        problems();
        review.against()
                .filter(clashes -> !clashes.list().isEmpty())
                .ifPresent(clashes -> parts.add(clashes.words() + " against " + clashes.onto()));
        if (parts.isEmpty()) {
            files();
        }
        return start + ": " + String.join("; ", parts) + "; nothing else moves.";
    }

    private void part(long number, String what) {
        if (number > 0) {
            parts.add(Counted.of(number, Kind.COMPONENT) + " " + what);
        }
    }

    private void components() {
        part(components.ofTheirOwn().size(), "changed");
        part(renamed(Kind.COMPONENT), "renamed");
        part(count(Kind.COMPONENT, Added.class) - renamed(Kind.COMPONENT), "added");
        part(count(Kind.COMPONENT, Removed.class) - renamed(Kind.COMPONENT), "removed");
        for (Map.Entry<List<String>, List<SharedEdit>> followed :
                components.followed().entrySet()) {
            String paths = followed.getValue().stream()
                    .map(SharedEdit::change)
                    .map(ValueChange::path)
                    .collect(Collectors.joining(", "));
            String by = Words.by(followed.getValue().getFirst().change().edit());
            parts.add(Counted.of(followed.getKey().size(), Kind.COMPONENT) + " follow " + paths
                    + (by.isEmpty() ? "" : " in " + by));
        }
    }

    private void overlays() {
        List<OverlayChange> changes = components.ofTheirOwn().stream()
                .flatMap(change -> Review.overlays(change).stream())
                .toList();
        Map<String, Long> byWord =
                changes.stream().collect(Collectors.groupingBy(OverlayChange::word, Collectors.counting()));
        for (String word : List.of("added", "changed", "moved", "removed")) {
            if (byWord.containsKey(word)) {
                parts.add(Counted.of(byWord.get(word), "overlay") + " " + word);
            }
        }
        long unexplained = changes.stream()
                .filter(change ->
                        !(change instanceof OverlayChange.Removed) && !(change instanceof OverlayChange.Moved))
                .filter(change -> !Words.givesReason(change.overlay()))
                .count();
        if (unexplained > 0) {
            parts.add(Counted.of(unexplained, "overlay") + " without a reason");
        }
    }

    private void packages() {
        kind(Kind.PACKAGE);
    }

    private void others() {
        for (Kind kind : Kind.values()) {
            if (kind != Kind.COMPONENT && kind != Kind.PACKAGE) {
                kind(kind);
            }
        }
        review.contents().forEach(content -> parts.add(ContentWords.brief(content)));
        review.descriptions().forEach(change -> parts.add(change.image() + " " + change.words()));
        if (!review.project().isEmpty()) {
            parts.add("the project changed");
        }
    }

    private void kind(Kind kind) {
        long renamed = renamed(kind);
        count(kind, renamed, "renamed");
        count(kind, count(kind, Added.class) - renamed, "added");
        count(kind, count(kind, Removed.class) - renamed, "removed");
        count(kind, count(kind, Changed.class), "changed");
    }

    private void count(Kind kind, long number, String what) {
        if (number > 0) {
            parts.add(Counted.of(number, kind) + " " + what);
        }
    }

    private long count(Kind kind, Class<? extends DefinitionChange> how) {
        return review.of(kind).filter(how::isInstance).count();
    }

    private long renamed(Kind kind) {
        return review.of(kind)
                .filter(change ->
                        change instanceof Added one && one.renamedFrom().isPresent())
                .count();
    }

    private void sources() {
        List<String> changed =
                components.ofTheirOwn().stream().map(Changed::name).toList();
        List<String> alone = known().filter(known -> !known.files().isEmpty() && !changed.contains(known.component()))
                .map(Known::component)
                .toList();
        if (!alone.isEmpty()) {
            parts.add("sources of " + Words.some(alone) + " changed");
        }
        specs();
        part(known().filter(known -> known.fault().isPresent()).count(), "can't be prepared");
        part(known().filter(known -> known.rendering() == Rendering.FORGOTTEN).count(), "to render again");
        part(known().filter(known -> known.rendering() == Rendering.OTHERWISE).count(), "not rendered as defined");
    }

    /** Sub-packages and dependencies that come or go by the text of specs. */
    private void specs() {
        List<SpecChange> changes = known().flatMap(known -> known.files().stream())
                .flatMap(file -> SpecChange.of(file).stream())
                .toList();
        for (boolean sub : new boolean[] {true, false}) {
            String what = sub ? "sub-package" : "dependency";
            List<SpecChange> those = changes.stream()
                    .filter(change -> change.subject().equals(SpecChange.SUB_PACKAGES) == sub)
                    .toList();
            count(those.stream().mapToLong(change -> change.gone().size()).sum(), what, "removed");
            count(those.stream().mapToLong(change -> change.come().size()).sum(), what, "added");
        }
    }

    private void count(long number, String noun, String what) {
        if (number > 0) {
            parts.add(Counted.of(number, noun) + " " + what);
        }
    }

    private Stream<Known> known() {
        return review.sources().stream()
                .flatMap(source -> source instanceof Known known ? Stream.of(known) : Stream.empty());
    }

    /** What no value tells of. */
    private void files() {
        review.files().stream()
                .filter(FileEffect.Some.class::isInstance)
                .forEach(file -> parts.add(file.file().path() + " " + file.words()));
    }

    private void problems() {
        int introduced = review.problems().introduced().size();
        int solved = review.problems().solved().size();
        if (introduced > 0) {
            parts.add(Counted.of(introduced, "problem") + " new");
        }
        if (solved > 0) {
            parts.add(Counted.of(solved, "problem") + " solved");
        }
    }
}
