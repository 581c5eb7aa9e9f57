package dev.milliner.overlay.derive;

import dev.milliner.overlay.Change;
import dev.milliner.spec.Section;
import dev.milliner.spec.SectionKind;
import dev.milliner.spec.SpecLine;
import dev.milliner.spec.SpecRead;
import java.util.stream.Stream;

/** Changes of tags, and of patches, which are tags or stand in a list, that may explain a stretch. */
final class TagCandidates {
    private final Piece piece;
    private final SpecHunk hunk;

    TagCandidates(Piece piece, SpecHunk hunk) {
        this.piece = piece;
        this.hunk = hunk;
    }

    Stream<Change> all() {
        return Stream.concat(
                hunk.removed().stream().flatMap(this::gone),
                hunk.added().stream().flatMap(this::come));
    }

    private Stream<Change> gone(SpecRead read) {
        String packageName = read.section().packageName();
        return switch (read.line()) {
            case SpecLine.Tag tag
            when isPatch(tag.name()) ->
                Stream.of(
                        new Change.RemovePatch(Globs.literal(tag.value())),
                        new Change.RemoveTag(packageName, tag.name(), ""));
            case SpecLine.Tag tag ->
                Stream.of(
                        new Change.RemoveTag(packageName, tag.name(), ""),
                        new Change.RemoveTag(packageName, tag.name(), tag.value()));
            case SpecLine.Plain plain
            when isListed(read) ->
                Stream.of(new Change.RemovePatch(Globs.literal(read.text().strip())));
            case SpecLine.Plain plain -> Stream.empty();
            case SpecLine.Header header -> Stream.empty();
        };
    }

    private Stream<Change> come(SpecRead read) {
        String packageName = read.section().packageName();
        return switch (read.line()) {
            case SpecLine.Tag tag ->
                Stream.concat(
                        isPatch(tag.name()) ? patch(packageName, tag.value()) : Stream.of(),
                        Stream.of(
                                new Change.UpdateTag(packageName, tag.name(), tag.value()),
                                new Change.InsertTag(packageName, tag.name(), tag.value()),
                                new Change.AddTag(packageName, tag.name(), tag.value())));
            case SpecLine.Plain plain -> isListed(read) ? patch("", read.text()) : Stream.of();
            case SpecLine.Header header -> Stream.of();
        };
    }

    /** A patch whose file comes too. */
    private Stream<Change> patch(String packageName, String file) {
        boolean comes =
                piece.now().file(file).isEmpty() && piece.goal().file(file).isPresent();
        return comes ? Stream.of(new Change.AddPatch(packageName, file, file)) : Stream.of();
    }

    private static boolean isPatch(String tag) {
        return tag.regionMatches(true, 0, "patch", 0, "patch".length());
    }

    private static boolean isListed(SpecRead read) {
        Section section = read.section();
        return section.kind() == SectionKind.SOURCE_LIST
                && section.name().equals("%patchlist")
                && !read.text().isBlank();
    }
}
