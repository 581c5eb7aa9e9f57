package dev.milliner.review;

import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.Hunk;

/** A story as one file of HTML, complete in itself, for light and dark screens. */
public final class StoryHtml {
    private static final String STYLE = ":root{color-scheme:light dark}body{font:15px/1.5 sans-serif;max-width:70em;"
            + "margin:2em auto;padding:0 1em}table{border-collapse:collapse;width:100%}td,th{text-align:left;"
            + "vertical-align:top;padding:.3em .8em .3em 0;border-bottom:1px solid #8884}th{font-weight:normal;opacity:.7}"
            + "code,pre{font-size:90%}summary{cursor:pointer;margin:.8em 0 .3em}.glance{font-size:120%}"
            + ".tag{opacity:.7}blockquote{margin:.5em 0;padding-left:.8em;border-left:3px solid #8888}ins{text-decoration:none;color:#1a7f37}del{text-decoration:none;color:#cf222e}"
            + "@media(prefers-color-scheme:dark){ins{color:#56d364}del{color:#ff7b72}}";

    private final StringBuilder text = new StringBuilder();

    private StoryHtml() {}

    /** The document. */
    public static String of(Story story) {
        StoryHtml html = new StoryHtml();
        html.whole(story);
        return html.text.toString();
    }

    private void whole(Story story) {
        text.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>");
        text.append(html(story.title())).append("</title><style>").append(STYLE).append("</style></head><body>\n<h1>");
        text.append(html(story.title())).append("</h1>\n<p class=\"glance\">");
        text.append(html(story.glance())).append("</p>\n");
        story.chapters().forEach(this::chapter);
        if (!story.without().isEmpty()) {
            text.append("<details><summary>No effect, proved: ")
                    .append(Counted.of(story.without().size(), "file"))
                    .append("</summary><ul>\n");
            story.without().forEach(none -> text.append("<li><code>")
                    .append(html(none.file().path()))
                    .append("</code> ")
                    .append(none.why().words())
                    .append("</li>\n"));
            text.append("</ul></details>\n");
        }
        text.append("</body></html>\n");
    }

    private void chapter(Chapter chapter) {
        text.append("<details open><summary><b>").append(html(chapter.title()));
        text.append("</b> <span class=\"tag\">").append(html(chapter.tag())).append("</span></summary>\n");
        if (!chapter.values().isEmpty()) {
            text.append("<table><tr><th>value</th><th>before</th><th>after</th><th>by</th></tr>\n");
            chapter.values().forEach(this::value);
            text.append("</table>\n");
        }
        if (!chapter.lines().isEmpty()) {
            text.append("<ul>\n");
            chapter.lines()
                    .forEach(line -> text.append("<li>").append(html(line)).append("</li>\n"));
            text.append("</ul>\n");
        }
        chapter.comments().forEach(this::comment);
        chapter.sources().forEach(this::source);
        text.append("</details>\n");
    }

    private void comment(Comment comment) {
        text.append("<blockquote>").append(html(comment.text()).replace("\n", "<br>"));
        if (!comment.isCurrent()) {
            text.append("<br><span class=\"tag\">")
                    .append(html(comment.remark()))
                    .append("</span>");
        }
        text.append("</blockquote>\n");
    }

    private void value(ValueLine line) {
        text.append("<tr><td><code>").append(html(line.path())).append("</code></td><td>");
        text.append(html(line.before())).append("</td><td>").append(html(line.after()));
        text.append("</td><td><code>").append(html(line.by())).append("</code></td></tr>\n");
    }

    private void source(FileChange file) {
        text.append("<pre><b>").append(html(file.file())).append("</b>\n");
        for (Hunk hunk : file.hunks()) {
            text.append("<span class=\"tag\">@@ ").append(hunk.afterStart() + 1).append(" @@</span>\n");
            file.removedLines(hunk)
                    .forEach(line -> text.append("<del>-").append(html(line)).append("</del>\n"));
            file.addedLines(hunk)
                    .forEach(line -> text.append("<ins>+").append(html(line)).append("</ins>\n"));
        }
        text.append("</pre>\n");
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
