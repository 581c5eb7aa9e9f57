package dev.milliner.commit;

import dev.milliner.distro.Kind;
import dev.milliner.review.Chapter;
import dev.milliner.review.DefinitionChange;
import dev.milliner.review.FileEffect;
import dev.milliner.review.Review;
import dev.milliner.review.Story;
import dev.milliner.source.TreePaths;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A message for what is staged, from its review, in the tree's own style: a subject, and below it what changes where that is more. */
public final class ProposedMessage {
    private static final int WIDTH = 72;
    private static final int MOST_LINES = 8;
    private static final int FEW_NAMES = 3;

    private final Review review;
    private final MessageStyle style;

    private ProposedMessage(Review review, MessageStyle style) {
        this.review = review;
        this.style = style;
    }

    /** The message; empty where nothing differs. */
    public static String of(Review review, MessageStyle style) {
        return review.files().isEmpty() && review.changes().isEmpty() ? "" : new ProposedMessage(review, style).text();
    }

    private String text() {
        Story story = Story.of(review);
        List<String> lines = body(story);
        return subject(story) + (lines.isEmpty() ? "" : "\n\n" + String.join("\n", lines));
    }

    private String subject(Story story) {
        List<DefinitionChange> components = review.of(Kind.COMPONENT).toList();
        List<DefinitionChange> others = review.changes().stream()
                .filter(change -> change.kind() != Kind.COMPONENT && change.kind() != Kind.PACKAGE)
                .toList();
        if (components.size() == 1 && told(story).size() <= 1) {
            return one(components.getFirst(), story);
        }
        if (components.size() > 1 && others.isEmpty()) {
            return many(components);
        }
        if (others.size() == 1 && told(story).size() <= 1) {
            return one(others.getFirst(), story);
        }
        if (!others.isEmpty() || !told(story).isEmpty()) {
            return chapters(story);
        }
        return files();
    }

    private String one(DefinitionChange change, Story story) {
        String name = change.name();
        String named = (change.kind() == Kind.COMPONENT ? "" : change.kind().label() + " ") + name;
        return switch (change) {
            case DefinitionChange.Added added -> style.subject("add", named, name);
            case DefinitionChange.Removed removed -> style.subject("remove", named, name);
            case DefinitionChange.Changed changed -> changed(story, named, name);
        };
    }

    private String changed(Story story, String named, String name) {
        List<String> what = story.chapters().stream()
                .filter(chapter -> chapter.title().equals(name))
                .flatMap(chapter -> chapter.values().stream())
                .map(value -> value.path())
                .distinct()
                .limit(2)
                .toList();
        String of = style.prefix() == SubjectPrefix.NAME ? "" : " of " + named;
        return what.isEmpty()
                ? style.subject("change", overlays(story, name) + of, name)
                : style.subject("change", String.join(" and ", what) + of, name);
    }

    private static String overlays(Story story, String name) {
        boolean overlays = story.chapters().stream()
                .anyMatch(
                        chapter -> chapter.title().equals(name) && chapter.tag().contains("overlay"));
        return overlays ? "overlays" : "definition";
    }

    private String many(List<DefinitionChange> components) {
        List<String> names = components.stream().map(DefinitionChange::name).toList();
        boolean added = components.stream().allMatch(DefinitionChange.Added.class::isInstance);
        boolean removed = components.stream().allMatch(DefinitionChange.Removed.class::isInstance);
        String verb = added ? "add" : removed ? "remove" : "change";
        List<String> shared = review.shared().stream()
                .filter(edit -> edit.kind() == Kind.COMPONENT && edit.names().size() == components.size())
                .map(edit -> edit.change().path())
                .distinct()
                .toList();
        String which = names.size() <= FEW_NAMES ? String.join(", ", names) : names.size() + " components";
        String what = shared.size() == 1 ? shared.getFirst() + " of " + which : which;
        return style.subject(verb, what, "");
    }

    /** What is done; the problems that come of it are no one's aim. */
    private static List<Chapter> told(Story story) {
        return story.chapters().stream()
                .filter(chapter -> !chapter.title().equals("problems"))
                .toList();
    }

    private String chapters(Story story) {
        String what = told(story).stream()
                .map(Chapter::title)
                .distinct()
                .limit(FEW_NAMES)
                .collect(Collectors.joining(", "));
        return style.subject("change", what, "");
    }

    private String files() {
        List<String> names = review.files().stream()
                .map(file -> TreePaths.name(file.file().path()))
                .limit(FEW_NAMES)
                .toList();
        int rest = review.files().size() - names.size();
        List<String> reasons = review.files().stream()
                .flatMap(file -> file instanceof FileEffect.None none
                        ? java.util.stream.Stream.of(none.why().words())
                        : java.util.stream.Stream.empty())
                .distinct()
                .toList();
        String why = reasons.size() == 1 && !reasons.getFirst().equals("not read") ? reasons.getFirst() + " in " : "";
        return style.subject("change", why + String.join(", ", names) + (rest > 0 ? " and " + rest + " more" : ""), "");
    }

    /** What the subject can't hold. */
    private static List<String> body(Story story) {
        List<String> lines = new ArrayList<>();
        List<Chapter> chapters = told(story);
        boolean isPlain = chapters.size() == 1
                && chapters.getFirst().values().size() <= 1
                && chapters.getFirst().lines().size() <= 1;
        if (chapters.isEmpty() || isPlain) {
            return lines;
        }
        for (Chapter chapter : chapters) {
            if (lines.size() >= MOST_LINES) {
                lines.add("- and more");
                break;
            }
            lines.addAll(wrapped("- " + chapter.title() + ": " + what(chapter)));
        }
        return lines;
    }

    private static String what(Chapter chapter) {
        String values = chapter.values().stream()
                .limit(FEW_NAMES)
                .map(value -> value.path() + " " + value.before() + " → " + value.after())
                .collect(Collectors.joining("; "));
        return values.isEmpty() ? chapter.tag() : values;
    }

    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > WIDTH && rest.lastIndexOf(' ', WIDTH) > 2) {
            int space = rest.lastIndexOf(' ', WIDTH);
            lines.add(rest.substring(0, space));
            rest = "  " + rest.substring(space + 1);
        }
        lines.add(rest);
        return lines;
    }
}
