package dev.milliner.answer;

import dev.milliner.distro.Component;
import dev.milliner.distro.Kind;
import dev.milliner.distro.ListedPackage;
import dev.milliner.distro.Problem;
import dev.milliner.distro.ValueChange;
import dev.milliner.overlay.FileChange;
import dev.milliner.review.Chapter;
import dev.milliner.review.Clash;
import dev.milliner.review.Clashes;
import dev.milliner.review.Comment;
import dev.milliner.review.DefinitionChange;
import dev.milliner.review.DescriptionChange;
import dev.milliner.review.DescriptionChange.Asked;
import dev.milliner.review.FileEffect;
import dev.milliner.review.Members;
import dev.milliner.review.OverlayChange;
import dev.milliner.review.Review;
import dev.milliner.review.SharedEdit;
import dev.milliner.review.SourceChange;
import dev.milliner.review.Story;
import dev.milliner.text.Place;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A review as JSON. */
public final class ReviewJson {
    private final Review review;
    private final Story story;
    private final Map<String, SourceChange> sources;
    private final Map<String, List<String>> packages;

    private ReviewJson(Review review, Story story) {
        this.review = review;
        this.story = story;
        this.sources = review.sources().stream()
                .collect(Collectors.toMap(SourceChange::component, one -> one, (one, same) -> one, TreeMap::new));
        this.packages = review.of(Kind.PACKAGE)
                .collect(Collectors.groupingBy(
                        change -> change.definition() instanceof ListedPackage listed ? listed.component() : "",
                        Collectors.mapping(DefinitionChange::name, Collectors.toList())));
    }

    /** All of it. */
    public static ObjectNode of(Review review) {
        return of(review, Story.of(review));
    }

    /** All of it, with what people said of the items of its story. */
    public static ObjectNode of(Review review, Story story) {
        return new ReviewJson(review, story).whole();
    }

    private ObjectNode whole() {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.put("from", review.from().words()).put("to", review.to().words());
        whole.put("glance", story.glance());
        definitions(whole.putArray("components"), Kind.COMPONENT);
        definitions(whole.putArray("packages"), Kind.PACKAGE);
        ArrayNode images = whole.putArray("images");
        definitions(images, Kind.IMAGE);
        review.contents().forEach(content -> ContentJson.add(images, content));
        definitions(whole.putArray("groups"), Kind.COMPONENT_GROUP, Kind.PACKAGE_GROUP);
        definitions(whole.putArray("others"), Kind.DISTRO, Kind.REPOSITORY, Kind.TEST_SUITE);
        values(whole.putArray("project"), review.project());
        ArrayNode shared = whole.putArray("shared");
        review.shared().forEach(edit -> shared(shared.addObject(), edit));
        ArrayNode others = whole.putArray("sources");
        review.sources().forEach(source -> sources(others.addObject().put("name", source.component()), source));
        ArrayNode descriptions = whole.putArray("descriptions");
        review.descriptions().forEach(one -> description(descriptions.addObject(), one));
        ArrayNode files = whole.putArray("files");
        review.files().forEach(file -> file(files.addObject(), file));
        ObjectNode problems = whole.putObject("problems");
        problems(problems.putArray("introduced"), review.problems().introduced());
        problems(problems.putArray("solved"), review.problems().solved());
        review.against().ifPresent(clashes -> against(whole.putObject("against"), clashes));
        ArrayNode comments = whole.putArray("comments");
        story.chapters().forEach(chapter -> chapter.comments().forEach(one -> comment(comments, chapter, one)));
        return whole;
    }

    private static void against(ObjectNode node, Clashes clashes) {
        node.put("onto", clashes.onto()).put("moved", clashes.moved());
        ArrayNode list = node.putArray("clashes");
        for (Clash clash : clashes.list()) {
            ObjectNode one = list.addObject().put("kind", clash.kind().word());
            clash.names().forEach(one.putArray("names")::add);
            one.put("path", clash.path()).put("message", clash.message());
            place(one, "ours", clash.ours());
            place(one, "theirs", clash.theirs());
        }
    }

    private static void place(ObjectNode node, String name, Place place) {
        node.putObject(name).put("file", place.file()).put("line", place.range().line());
    }

    private static void comment(ArrayNode into, Chapter chapter, Comment comment) {
        into.addObject()
                .put("item", chapter.title())
                .put("text", comment.text())
                .put("time", comment.time().toString())
                .put("of", comment.of())
                .put("current", comment.isCurrent());
    }

    private void definitions(ArrayNode into, Kind... kinds) {
        for (Kind kind : kinds) {
            review.of(kind).forEach(change -> definition(into.addObject(), change, kinds.length > 1));
        }
    }

    private void definition(ObjectNode node, DefinitionChange change, boolean mixed) {
        definition(node, change);
        if (mixed) {
            node.put("kind", change.kind().label());
        }
        if (change.kind() == Kind.COMPONENT) {
            Optional.ofNullable(sources.get(change.name())).ifPresent(source -> sources(node, source));
            if (packages.containsKey(change.name())) {
                packages.get(change.name()).forEach(node.putArray("packages")::add);
            }
        }
    }

    /** What became of one definition, without what becomes of its sources. */
    static void definition(ObjectNode node, DefinitionChange change) {
        node.put("name", change.name());
        switch (change) {
            case DefinitionChange.Added one -> {
                node.put("change", "added");
                one.renamedFrom().ifPresent(name -> node.put("renamedFrom", name));
            }
            case DefinitionChange.Removed one -> {
                node.put("change", "removed");
                one.renamedTo().ifPresent(name -> node.put("renamedTo", name));
            }
            case DefinitionChange.Changed one -> {
                node.put("change", "changed");
                values(node.putArray("values"), one.values());
                members(node, one.members());
                if (one.after() instanceof Component) {
                    overlays(node, one);
                }
            }
        }
    }

    private static void overlays(ObjectNode node, DefinitionChange.Changed change) {
        ArrayNode overlays = node.putArray("overlays");
        for (OverlayChange overlay : Review.overlays(change)) {
            overlays.addObject()
                    .put("change", overlay.word())
                    .put("type", overlay.overlay().type())
                    .put("index", overlay.index())
                    .put("file", overlay.place().file())
                    .put("line", overlay.place().range().line())
                    .put("reason", overlay.overlay().description().strip());
        }
    }

    private static void sources(ObjectNode node, SourceChange source) {
        ArrayNode files = node.putArray("sources");
        switch (source) {
            case SourceChange.Unknown unknown ->
                node.put("basis", "unknown").put("why", unknown.why()).put("renderedFirst", unknown.isRenderedFirst());
            case SourceChange.Known known -> {
                for (FileChange file : known.files()) {
                    files.addObject()
                            .put("file", file.file())
                            .put("added", file.added())
                            .put("removed", file.removed());
                }
                node.put("basis", known.basis().word());
                known.fault().ifPresent(fault -> node.put("error", fault));
                node.put(
                        "rendered",
                        known.rendering().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
    }

    private static void members(ObjectNode node, Members members) {
        if (!members.isEmpty()) {
            ObjectNode into = node.putObject("members");
            members.added().forEach(into.putArray("added")::add);
            members.removed().forEach(into.putArray("removed")::add);
        }
    }

    private static void values(ArrayNode into, List<ValueChange> values) {
        values.forEach(value -> value(into.addObject(), value));
    }

    private static ObjectNode value(ObjectNode node, ValueChange value) {
        node.put("path", value.path());
        node.set("before", orNull(value.before()));
        node.set("after", orNull(value.after()));
        value.edit()
                .ifPresentOrElse(
                        place -> node.put("file", place.file())
                                .put("line", place.range().line()),
                        () -> node.putNull("file").putNull("line"));
        return node;
    }

    private static JsonNode orNull(Optional<JsonNode> value) {
        return value.orElse(JsonNodeFactory.instance.nullNode());
    }

    private static void shared(ObjectNode node, SharedEdit edit) {
        node.put("kind", edit.kind().label()).put("reach", edit.names().size());
        value(node, edit.change());
        edit.layer().ifPresent(layer -> node.put("layer", layer));
    }

    private static void description(ObjectNode node, DescriptionChange change) {
        node.put("image", change.image()).put("file", change.file());
        asked(node.putArray("added"), change.added());
        asked(node.putArray("removed"), change.removed());
        node.put("other", change.other());
    }

    private static void asked(ArrayNode into, List<Asked> all) {
        all.forEach(one -> into.addObject()
                .put("kind", one.kind())
                .put("name", one.name())
                .put("section", one.where())
                .put("line", one.line()));
    }

    private static void file(ObjectNode node, FileEffect effect) {
        node.put("file", effect.file().path());
        node.put("change", effect.file().how().name().toLowerCase(Locale.ROOT));
        effect.file().from().ifPresent(from -> node.put("movedFrom", from));
        node.put("effect", effect.words());
        if (effect instanceof FileEffect.None none) {
            node.put("why", none.why().words());
        }
    }

    private static void problems(ArrayNode into, List<Problem> problems) {
        problems.forEach(problem -> into.add(ProblemJson.of(problem)));
    }
}
