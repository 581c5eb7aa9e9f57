package dev.milliner.review;

import dev.milliner.distro.Kind;
import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.review.DescriptionChange.Asked;
import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What happened to images, groups, distros, repositories, test suites, the project, and to what is wrong. */
final class OtherChapters {
    private static final Set<Kind> TOLD_APART = Set.of(Kind.COMPONENT, Kind.PACKAGE);

    private final Review review;
    private final Words words;

    OtherChapters(Review review, Words words) {
        this.review = review;
        this.words = words;
    }

    List<Chapter> list() {
        List<Chapter> chapters = new ArrayList<>();
        review.contents()
                .forEach(one ->
                        chapters.add(new Chapter(one.image(), "image contents", List.of(), ContentWords.lines(one))
                                .about("contents of image " + one.image())));
        review.descriptions().forEach(one -> chapters.add(description(one)));
        review.changes().stream()
                .filter(change -> !TOLD_APART.contains(change.kind()))
                .map(this::definition)
                .forEach(chapters::add);
        if (!review.project().isEmpty()) {
            List<ValueLine> values = review.project().stream().map(words::line).toList();
            chapters.add(new Chapter("project", "changed", values, List.of()));
        }
        problems(chapters);
        return chapters;
    }

    private static Chapter description(DescriptionChange change) {
        List<String> lines = new ArrayList<>();
        change.added().forEach(asked -> lines.add("+ " + words(asked, change.file())));
        change.removed().forEach(asked -> lines.add("− " + words(asked, change.file())));
        if (change.other()) {
            lines.add("keeps its packages; other parts of " + change.file() + " differ");
        }
        return new Chapter(change.image(), "image description", List.of(), lines)
                .about("description of image " + change.image())
                .in(Whereabouts.within(List.of(change.file())));
    }

    private static String words(Asked asked, String file) {
        String kind = asked.kind().equals("package") ? "" : asked.kind() + " ";
        return kind + asked.name() + ", " + asked.where() + " (" + file + ":" + asked.line() + ")";
    }

    private Chapter definition(DefinitionChange change) {
        return told(change).about(change.kind().label() + " " + change.name()).in(standing(change));
    }

    private static Whereabouts standing(DefinitionChange change) {
        List<Place> places = List.of(change.definition().place());
        return change instanceof DefinitionChange.Removed ? Whereabouts.before(places) : Whereabouts.after(places);
    }

    private Chapter told(DefinitionChange change) {
        String kind = change.kind().label();
        return switch (change) {
            case DefinitionChange.Added one -> {
                String how =
                        one.renamedFrom().map(name -> " renamed from " + name).orElse(" added");
                yield new Chapter(
                        one.name(), kind + how, List.of(), members(new Members(Members.of(one.after()), List.of())));
            }
            case DefinitionChange.Removed one -> {
                String how = one.renamedTo().map(name -> " renamed to " + name).orElse(" removed");
                yield new Chapter(one.name(), kind + how, List.of(), List.of());
            }
            case DefinitionChange.Changed one ->
                new Chapter(
                        one.name(),
                        kind + " changed",
                        one.values().stream().map(words::line).toList(),
                        members(one.members()));
        };
    }

    private static List<String> members(Members members) {
        List<String> lines = new ArrayList<>();
        if (!members.added().isEmpty()) {
            lines.add("joined: " + Words.some(members.added()));
        }
        if (!members.removed().isEmpty()) {
            lines.add("left: " + Words.some(members.removed()));
        }
        return lines;
    }

    private void problems(List<Chapter> chapters) {
        ProblemChanges problems = review.problems();
        if (problems.introduced().isEmpty() && problems.solved().isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        problems.introduced().forEach(problem -> lines.add("new " + words(problem)));
        problems.solved().forEach(problem -> lines.add("solved " + words(problem)));
        String tag = problems.introduced().size() + " new, " + problems.solved().size() + " solved";
        chapters.add(new Chapter("problems", tag, List.of(), lines));
    }

    private static String words(Problem problem) {
        String severity = problem.severity() == Severity.ERROR ? "error" : "warning";
        return severity + ": " + problem.message() + " (" + Words.at(problem.place()) + ")";
    }
}
