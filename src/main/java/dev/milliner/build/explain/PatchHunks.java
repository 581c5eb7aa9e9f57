package dev.milliner.build.explain;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The hunks of a patch that change a file.
 *
 * @param hunks in the patch's order
 */
record PatchHunks(List<Hunk> hunks) {
    private static final int MOST_FUZZ = 3;
    private static final Pattern HEADER = Pattern.compile("^@@ -\\d+(?:,(\\d{1,7}))? \\+\\d+(?:,(\\d{1,7}))? @@");

    /**
     * A hunk.
     *
     * @param line the line of its header, from 1
     * @param before what it wants to find
     * @param after what it leaves
     * @param content what the file holds, where that is known
     */
    record Hunk(int line, List<String> before, List<String> after, Optional<List<String>> content) {
        boolean holds(List<String> wanted) {
            return content.isEmpty() || Collections.indexOfSubList(content.get(), wanted) >= 0;
        }

        /** Tells whether it would match with fewer lines of context. */
        boolean holdsWithFuzz() {
            int changed = firstChange();
            int behind = lastChange();
            for (int fuzz = 1; fuzz <= MOST_FUZZ; fuzz++) {
                int start = Math.min(fuzz, changed);
                int end = Math.max(before.size() - fuzz, before.size() - behind);
                if (start <= end && holds(before.subList(start, end))) {
                    return true;
                }
            }
            return false;
        }

        private int firstChange() {
            int same = 0;
            while (same < Math.min(before.size(), after.size())
                    && before.get(same).equals(after.get(same))) {
                same++;
            }
            return same;
        }

        private int lastChange() {
            int same = 0;
            while (same < Math.min(before.size(), after.size())
                    && before.get(before.size() - 1 - same).equals(after.get(after.size() - 1 - same))) {
                same++;
            }
            return same;
        }
    }

    /**
     * Reads a patch.
     *
     * @param patch its lines
     * @param file the file that its hunks shall change, or empty for any
     * @param archives where the file may be
     */
    static PatchHunks of(List<String> patch, String file, SourceArchives archives) {
        List<Hunk> hunks = new ArrayList<>();
        String target = "";
        for (int i = 0; i < patch.size(); i++) {
            String line = patch.get(i);
            if (line.startsWith("+++ ")) {
                target = name(line);
            } else if (line.startsWith("@@") && (file.isEmpty() || ends(target, file))) {
                Optional<List<String>> content =
                        archives.named(file.isEmpty() ? target : file).map(InputFile::lines);
                hunks.add(new Hunk(i + 1, side(patch, i, 1), side(patch, i, 2), content));
            }
        }
        return new PatchHunks(List.copyOf(hunks));
    }

    /** The line of the first hunk that does not match; of the first of all where the file is not known. */
    OptionalInt failing() {
        OptionalInt open = hunks.stream()
                .filter(hunk -> hunk.content().isPresent() && !hunk.holds(hunk.before()))
                .mapToInt(Hunk::line)
                .findFirst();
        return open.isPresent() ? open : hunks.stream().mapToInt(Hunk::line).findFirst();
    }

    /** Tells whether every hunk is in the file already. */
    boolean isApplied() {
        return !hunks.isEmpty()
                && hunks.stream().allMatch(hunk -> hunk.content().isPresent() && hunk.holds(hunk.after()))
                && hunks.stream().noneMatch(hunk -> hunk.holds(hunk.before()));
    }

    /** Tells whether the hunks that do not match would do so with fuzz. */
    boolean needsFuzz() {
        List<Hunk> open = hunks.stream()
                .filter(hunk -> hunk.content().isPresent() && !hunk.holds(hunk.before()))
                .toList();
        return !open.isEmpty() && open.stream().allMatch(Hunk::holdsWithFuzz);
    }

    /** One side of a hunk: its lines without those that only the other side has. */
    private static List<String> side(List<String> patch, int header, int side) {
        Matcher counts = HEADER.matcher(patch.get(header));
        String count = counts.find() ? counts.group(side) : null;
        int wanted = count == null ? 1 : Integer.parseInt(count);
        char other = side == 1 ? '+' : '-';
        List<String> lines = new ArrayList<>();
        for (int i = header + 1; i < patch.size() && lines.size() < wanted; i++) {
            String line = patch.get(i);
            if (line.isEmpty() || (line.charAt(0) != other && line.charAt(0) != '\\')) {
                lines.add(line.isEmpty() ? "" : line.substring(1));
            }
        }
        return lines;
    }

    private static String name(String header) {
        String file = header.substring(4).split("\t", -1)[0].strip();
        return file.substring(file.indexOf('/') + 1);
    }

    private static boolean ends(String target, String file) {
        return target.equals(file) || target.endsWith("/" + file) || file.endsWith("/" + target);
    }
}
