package dev.milliner.review;

/** A story as plain text, for a terminal. */
public final class StoryText {
    private static final String INDENT = "  ";

    private StoryText() {}

    /** The text, lines ended by a newline. */
    public static String of(Story story) {
        StringBuilder text = new StringBuilder();
        text.append(story.title()).append("\n\n").append(story.glance()).append('\n');
        story.chapters().forEach(chapter -> chapter(text, chapter));
        if (!story.without().isEmpty()) {
            text.append("\nNo effect, proved\n");
            story.without().forEach(none -> text.append(INDENT)
                    .append(none.file().path())
                    .append(INDENT)
                    .append(none.why().words())
                    .append('\n'));
        }
        return text.toString();
    }

    private static void chapter(StringBuilder text, Chapter chapter) {
        text.append('\n')
                .append(chapter.title())
                .append(INDENT)
                .append(chapter.tag())
                .append('\n');
        for (ValueLine line : chapter.values()) {
            text.append(INDENT)
                    .append(line.path())
                    .append(": ")
                    .append(line.before())
                    .append(" → ")
                    .append(line.after());
            if (!line.by().isEmpty()) {
                text.append(INDENT).append(line.by());
            }
            text.append('\n');
        }
        chapter.lines().forEach(line -> text.append(INDENT).append(line).append('\n'));
        chapter.comments().forEach(comment -> text.append(INDENT)
                .append("comment: ")
                .append(comment.text().strip().replaceAll("\\s*\\R\\s*", " "))
                .append(comment.isCurrent() ? "" : INDENT + "(" + comment.remark() + ")")
                .append('\n'));
    }
}
