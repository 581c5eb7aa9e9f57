package dev.milliner.review;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Overlay;
import dev.milliner.distro.Problem;
import dev.milliner.distro.SpecSource;
import dev.milliner.image.DescriptionMemory;
import dev.milliner.source.ChangedFile;
import dev.milliner.upstream.RenderedBasis;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What reviews before worked out of components' sources and images' descriptions, for reviews that follow each edit: it is worked out
 * anew where something that it depends on is another. Safe for several threads.
 */
public final class SourceMemory {
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final DescriptionMemory descriptionsBefore = new DescriptionMemory();
    private final DescriptionMemory descriptionsAfter = new DescriptionMemory();
    private @Nullable RenderedBasis basis;

    /**
     * What it depends on.
     *
     * @param base what the state before is called, with its commit
     * @param files the changed files that may go into the component's sources, with what they hold
     */
    private record Asked(String base, Recipe before, Recipe after, List<ChangedFile> files) {}

    /** What is done to the sources, wherever it is written. */
    private record Recipe(SpecSource spec, List<Overlay> overlays, JsonNode build, JsonNode sourceFiles) {
        static Recipe of(Component component) {
            return new Recipe(
                    component.spec(),
                    component.overlays().stream().map(OverlayLikeness::said).toList(),
                    component.build(),
                    component.json().path("sourceFiles"));
        }
    }

    private record Known(Asked asked, SourceChange change) {}

    /** The problems that come and go between two states, those of the descriptions of images too. */
    ProblemChanges problems(Distro before, Distro after) {
        return ProblemChanges.between(
                all(before.problems(), descriptionsBefore.of(before)),
                all(after.problems(), descriptionsAfter.of(after)));
    }

    private static List<Problem> all(List<Problem> definitions, List<Problem> descriptions) {
        return Stream.concat(definitions.stream(), descriptions.stream()).toList();
    }

    /** The state before, with what was rendered in it; held while reviews ask for the same. */
    synchronized RenderedBasis rendered(ReviewedState from) {
        RenderedBasis last = basis;
        if (last == null || !last.distro().equals(from.distro())) {
            last = new RenderedBasis(from.words(), from.distro());
            basis = last;
        }
        return last;
    }

    /** What was worked out for the same before, or is now. Faults name lines, so they are worked out each time. */
    SourceChange of(
            String base, Component before, Component after, List<ChangedFile> files, Supplier<SourceChange> work) {
        Asked asked = new Asked(base, Recipe.of(before), Recipe.of(after), List.copyOf(files));
        Known last = known.get(after.name());
        if (last != null && last.asked().equals(asked)) {
            return last.change();
        }
        SourceChange change = work.get();
        if (change instanceof SourceChange.Known one && one.fault().isEmpty()) {
            known.put(after.name(), new Known(asked, change));
        } else {
            known.remove(after.name());
        }
        return change;
    }
}
