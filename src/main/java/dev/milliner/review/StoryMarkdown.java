package dev.milliner.review;

import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.Hunk;
import java.util.ArrayList;
import java.util.List;

/** A story as Markdown for a pull request: a sentence, and what folds out. */
public final class StoryMarkdown {
    /** So many chapters are told unfolded. */
    private static final int OPEN = 2;

    private static final int MOST_LINES = 40;

    private final StringBuilder text = new StringBuilder();

    private StoryMarkdown() {}

    /** The document. */
    public static String of(Story story) {
        StoryMarkdown markdown = new StoryMarkdown();
        markdown.whole(story);
        return markdown.text.toString();
    }

    private void whole(Story story) {
        text.append("**").append(escaped(story.glance())).append("**\n\n");
        text.append("*").append(escaped(story.title())).append("*\n");
        boolean open = story.chapters().size() <= OPEN;
        story.chapters().forEach(chapter -> chapter(chapter, open));
        if (!story.without().isEmpty()) {
            String number = Counted.of(story.without().size(), "file");
            fold("No effect, proved: " + number, false, () -> story.without().forEach(none -> text.append("- `")
                    .append(none.file().path())
                    .append("`: ")
                    .append(none.why().words())
                    .append('\n')));
        }
    }

    private void chapter(Chapter chapter, boolean open) {
        fold("<b>" + html(chapter.title()) + "</b> " + html(chapter.tag()), open, () -> {
            if (!chapter.values().isEmpty()) {
                text.append("| value | before | after | by |\n|---|---|---|---|\n");
                chapter.values().forEach(this::value);
            }
            if (!chapter.values().isEmpty() && !chapter.lines().isEmpty()) {
                text.append('\n');
            }
            chapter.lines().stream()
                    .limit(MOST_LINES)
                    .forEach(line -> text.append("- ").append(escaped(line)).append('\n'));
            if (chapter.lines().size() > MOST_LINES) {
                text.append("- and ")
                        .append(chapter.lines().size() - MOST_LINES)
                        .append(" more\n");
            }
            chapter.comments().forEach(this::comment);
            sources(chapter.sources());
        });
    }

    private void comment(Comment comment) {
        text.append("\n> ").append(escaped(comment.text())).append('\n');
        if (!comment.isCurrent()) {
            text.append("> *").append(escaped(comment.remark())).append("*\n");
        }
    }

    private void fold(String summary, boolean open, Runnable inside) {
        text.append("\n<details").append(open ? " open" : "").append("><summary>");
        text.append(summary).append("</summary>\n\n");
        inside.run();
        text.append("\n</details>\n");
    }

    private void value(ValueLine line) {
        text.append("| `").append(line.path()).append("` | ").append(escaped(line.before()));
        text.append(" | ").append(escaped(line.after())).append(" | ");
        text.append(line.by().isEmpty() ? "" : "`" + line.by() + "`").append(" |\n");
    }

    private void sources(List<FileChange> files) {
        List<String> lines = new ArrayList<>();
        for (FileChange file : files) {
            lines.add("--- " + file.file());
            for (Hunk hunk : file.hunks()) {
                lines.add("@@ -" + (hunk.beforeStart() + 1) + " +" + (hunk.afterStart() + 1) + " @@");
                file.removedLines(hunk).forEach(line -> lines.add("-" + line));
                file.addedLines(hunk).forEach(line -> lines.add("+" + line));
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        // Longer than any fence that the lines may hold.
        String fence = "`".repeat(Math.max(3, longestFence(lines) + 1));
        text.append('\n').append(fence).append("diff\n");
        lines.stream().limit(MOST_LINES).forEach(line -> text.append(line).append('\n'));
        if (lines.size() > MOST_LINES) {
            text.append("# ").append(lines.size() - MOST_LINES).append(" lines more\n");
        }
        text.append(fence).append('\n');
    }

    private static int longestFence(List<String> lines) {
        int longest = 0;
        for (String line : lines) {
            int run = 0;
            for (int at = 0; at < line.length(); at++) {
                run = line.charAt(at) == '`' ? run + 1 : 0;
                longest = Math.max(longest, run);
            }
        }
        return longest;
    }

    private static String escaped(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("([\\\\`*_<>|\\[\\]])", "\\\\$1");
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
