package dev.milliner.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a reader keeps of reviews: which items were checked off, and what was said of them. An item is known by its subject and by what
 * it says, so that both follow it from commit to commit, and it shows where it says something else since.
 *
 * @param notes one for each item and content that something is kept of
 */
public record ReviewNotes(List<ItemNote> notes) {
    /** Nothing kept. */
    public static final ReviewNotes NONE = new ReviewNotes(List.of());

    /** Whether an item was checked off. */
    public SeenMark mark(Chapter chapter) {
        if (of(chapter).filter(ItemNote::isSeen).isPresent()) {
            return SeenMark.SEEN;
        }
        boolean before =
                notes.stream().anyMatch(note -> note.isSeen() && note.subject().equals(chapter.subject()));
        return before ? SeenMark.CHANGED : SeenMark.NOT_SEEN;
    }

    /** What was said of an item, also while it said something else; the oldest first. */
    public List<Comment> comments(Chapter chapter) {
        String content = chapter.content();
        return notes.stream()
                .filter(note -> note.subject().equals(chapter.subject()))
                .flatMap(note -> note.remarks().stream()
                        .map(one -> new Comment(
                                one.text(), one.time(), one.of(), note.content().equals(content))))
                .sorted(java.util.Comparator.comparing(Comment::time))
                .toList();
    }

    /** The same with an item checked off, or not any more. */
    public ReviewNotes check(Chapter chapter, boolean isSeen) {
        return with(new ItemNote(
                chapter.subject(),
                chapter.content(),
                isSeen,
                of(chapter).map(ItemNote::remarks).orElse(List.of())));
    }

    /** The same with something said of an item. */
    public ReviewNotes say(Chapter chapter, Remark remark) {
        Optional<ItemNote> note = of(chapter);
        List<Remark> all = new ArrayList<>(note.map(ItemNote::remarks).orElse(List.of()));
        all.add(remark);
        return with(new ItemNote(
                chapter.subject(),
                chapter.content(),
                note.filter(ItemNote::isSeen).isPresent(),
                List.copyOf(all)));
    }

    /** The same without something that was said of an item, whenever that was. */
    public ReviewNotes takeBack(Chapter chapter, Comment comment) {
        List<ItemNote> others = notes.stream()
                .map(note -> note.subject().equals(chapter.subject()) ? without(note, comment) : note)
                .filter(note -> !note.isEmpty())
                .toList();
        return new ReviewNotes(others);
    }

    private static ItemNote without(ItemNote note, Comment comment) {
        List<Remark> rest = note.remarks().stream()
                .filter(one -> !one.text().equals(comment.text()) || !one.time().equals(comment.time()))
                .toList();
        return new ItemNote(note.subject(), note.content(), note.isSeen(), rest);
    }

    private Optional<ItemNote> of(Chapter chapter) {
        return notes.stream().filter(note -> note.isOf(chapter)).findFirst();
    }

    private ReviewNotes with(ItemNote now) {
        List<ItemNote> all = Stream.concat(
                        notes.stream()
                                .filter(note -> !note.subject().equals(now.subject())
                                        || !note.content().equals(now.content())),
                        Stream.of(now))
                .filter(note -> !note.isEmpty())
                .toList();
        return new ReviewNotes(all);
    }
}
