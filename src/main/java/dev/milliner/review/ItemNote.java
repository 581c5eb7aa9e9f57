package dev.milliner.review;

import java.util.List;

/**
 * What is kept of an item while it said one thing.
 *
 * @param subject what the item is known by
 * @param content the digest of what it said
 * @param isSeen whether it was checked off
 * @param remarks what was said of it, the oldest first
 */
public record ItemNote(String subject, String content, boolean isSeen, List<Remark> remarks) {
    boolean isOf(Chapter chapter) {
        return subject.equals(chapter.subject()) && content.equals(chapter.content());
    }

    boolean isEmpty() {
        return !isSeen && remarks.isEmpty();
    }
}
