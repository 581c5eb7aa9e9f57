package dev.milliner.build.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The hunks of a patch. */
final class PatchHunks {
    private PatchHunks() {}

    /**
     * The line of the first hunk that does not match the file it changes; the first hunk's where the file is not known.
     *
     * @param patch the patch's lines
     * @param file the file that could not be patched, or empty for any
     * @param archives where the file may be
     */
    static OptionalInt failing(List<String> patch, String file, SourceArchives archives) {
        OptionalInt first = OptionalInt.empty();
        String target = "";
        for (int i = 0; i < patch.size(); i++) {
            String line = patch.get(i);
            if (line.startsWith("+++ ")) {
                target = name(line);
            } else if (line.startsWith("@@") && (file.isEmpty() || ends(target, file))) {
                first = first.isPresent() ? first : OptionalInt.of(i + 1);
                Optional<List<String>> content = archives.lines(file.isEmpty() ? target : file);
                if (content.isPresent() && !contains(content.get(), before(patch, i + 1))) {
                    return OptionalInt.of(i + 1);
                }
            }
        }
        return first;
    }

    /** What a hunk wants to find. */
    private static List<String> before(List<String> patch, int start) {
        List<String> lines = new ArrayList<>();
        for (int i = start; i < patch.size(); i++) {
            String line = patch.get(i);
            boolean ends = line.startsWith("@@") || line.startsWith("diff ") || line.startsWith("--- ") || line.equals("-- ");
            if (ends) {
                break;
            }
            if (!line.startsWith("+") && !line.startsWith("\\")) {
                lines.add(line.isEmpty() ? "" : line.substring(1));
            }
        }
        return lines;
    }

    private static boolean contains(List<String> content, List<String> wanted) {
        return java.util.Collections.indexOfSubList(content, wanted) >= 0;
    }

    private static String name(String header) {
        String file = header.substring(4).split("\t", -1)[0].strip();
        return file.substring(file.indexOf('/') + 1);
    }

    private static boolean ends(String target, String file) {
        return target.equals(file) || target.endsWith("/" + file) || file.endsWith("/" + target);
    }
}
