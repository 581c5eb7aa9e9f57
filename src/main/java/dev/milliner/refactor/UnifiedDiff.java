package dev.milliner.refactor;

import dev.milliner.language.FileEdit;
import dev.milliner.language.WorkspaceEdit;
import dev.milliner.language.WorkspaceEdit.FileRename;
import dev.milliner.language.WorkspaceEdit.WholeFile;
import dev.milliner.text.LineChanges;
import dev.milliner.text.LineHunk;
import java.util.ArrayList;
import java.util.List;

/** A change as {@code git diff} writes it, so that {@code git apply} and people can read it. */
public final class UnifiedDiff {
    private static final int CONTEXT = 3;
    private static final String NO_FILE = "/dev/null";

    private final List<String> before;
    private final List<String> after;
    private final StringBuilder text = new StringBuilder();

    private UnifiedDiff(String before, String after) {
        this.before = lines(before);
        this.after = lines(after);
    }

    /** All that a change does, file by file. */
    public static String of(WorkspaceEdit edit) {
        StringBuilder text = new StringBuilder();
        for (FileEdit file : edit.files()) {
            String name = file.path();
            String to = edit.renames().stream()
                    .filter(rename -> rename.from().equals(name))
                    .map(FileRename::to)
                    .findFirst()
                    .orElse(name);
            text.append(head(name, to)).append(names("a/" + name, "b/" + to));
            text.append(hunks(file.before(), file.after()));
        }
        for (FileRename rename : edit.renames()) {
            if (edit.files().stream().noneMatch(file -> file.path().equals(rename.from()))) {
                text.append(head(rename.from(), rename.to()));
            }
        }
        for (WholeFile file : edit.created()) {
            text.append("diff --git a/%1$s b/%1$s\nnew file mode 100644\n".formatted(file.path()))
                    .append(file.text().isEmpty() ? "" : names(NO_FILE, "b/" + file.path()))
                    .append(hunks("", file.text()));
        }
        for (WholeFile file : edit.deleted()) {
            text.append("diff --git a/%1$s b/%1$s\ndeleted file mode 100644\n".formatted(file.path()))
                    .append(file.text().isEmpty() ? "" : names("a/" + file.path(), NO_FILE))
                    .append(hunks(file.text(), ""));
        }
        return text.toString();
    }

    private static String head(String from, String to) {
        String head = "diff --git a/" + from + " b/" + to + "\n";
        return from.equals(to) ? head : head + "rename from " + from + "\nrename to " + to + "\n";
    }

    private static String names(String from, String to) {
        return "--- " + from + "\n+++ " + to + "\n";
    }

    private static String hunks(String before, String after) {
        UnifiedDiff diff = new UnifiedDiff(before, after);
        List<LineHunk> near = new ArrayList<>();
        for (LineHunk hunk : LineChanges.hunks(diff.before, diff.after, Draft.MOST_COMPARED)) {
            boolean apart = !near.isEmpty()
                    && hunk.before() - near.getLast().before() - near.getLast().gone() > 2 * CONTEXT;
            if (apart) {
                diff.add(near);
                near.clear();
            }
            near.add(hunk);
        }
        if (!near.isEmpty()) {
            diff.add(near);
        }
        return diff.text.toString();
    }

    private void add(List<LineHunk> near) {
        LineHunk first = near.getFirst();
        LineHunk last = near.getLast();
        int lead = Math.min(CONTEXT, first.before());
        int beforeEnd = Math.min(before.size(), last.before() + last.gone() + CONTEXT);
        int afterEnd = Math.min(after.size(), last.now() + last.come() + CONTEXT);
        int gone = beforeEnd - first.before() + lead;
        int come = afterEnd - first.now() + lead;
        text.append("@@ -%s +%s @@\n".formatted(range(first.before() - lead, gone), range(first.now() - lead, come)));
        int at = first.before() - lead;
        for (LineHunk hunk : near) {
            rows(' ', before, at, hunk.before());
            rows('-', before, hunk.before(), hunk.before() + hunk.gone());
            rows('+', after, hunk.now(), hunk.now() + hunk.come());
            at = hunk.before() + hunk.gone();
        }
        rows(' ', before, at, beforeEnd);
    }

    private static String range(int start, int count) {
        return (count == 0 ? start : start + 1) + "," + count;
    }

    private void rows(char sign, List<String> lines, int from, int to) {
        for (int line = from; line < Math.min(to, lines.size()); line++) {
            text.append(sign).append(lines.get(line));
            if (!lines.get(line).endsWith("\n")) {
                text.append("\n\\ No newline at end of file\n");
            }
        }
    }

    /** Each with its line feed, where it has one. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int feed = text.indexOf('\n', at);
            int end = feed < 0 ? text.length() : feed + 1;
            lines.add(text.substring(at, end));
            at = end;
        }
        return lines;
    }
}
