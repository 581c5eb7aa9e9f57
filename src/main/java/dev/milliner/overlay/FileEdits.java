package dev.milliner.overlay;

import dev.milliner.source.TreePaths;
import dev.milliner.spec.LiteralReplacement;
import dev.milliner.spec.SectionEdits;
import dev.milliner.spec.SpecEditException;
import java.util.List;

/** Edits on the files beside the spec. */
final class FileEdits {
    private FileEdits() {}

    static Sources add(Sources before, String path, String source, SourceReader reader) throws OverlayException {
        SourcePaths paths = new SourcePaths(before);
        if (paths.exists(path)) {
            throw new OverlayException("the file `" + path + "` cannot be added, as it already exists");
        }
        SourceFile file = new SourceFile(
                reader.read(source)
                        .orElseThrow(() -> new OverlayException("the file to add as `" + path + "`, `" + source
                                + "`, is missing: no such file or directory")),
                0644);
        return before.with(paths.forFile(path), file);
    }

    static Sources remove(Sources before, String glob) throws OverlayException {
        Sources after = before;
        for (String path : matching(before, glob)) {
            String place = SourcePaths.cleaned(path);
            if (after.file(place).isEmpty()) {
                throw new OverlayException("the pattern `" + glob + "` matches `" + place
                        + "` in two ways, so it is removed twice: no such file or directory");
            }
            after = after.without(place);
        }
        return after;
    }

    static Sources rename(Sources before, String glob, String name) throws OverlayException {
        List<String> paths = matching(before, glob);
        if (paths.size() > 1) {
            throw new OverlayException("file-rename does not support multiple files, but `" + glob + "` matched "
                    + paths.size() + " files");
        }
        String path = paths.getFirst();
        String place = SourcePaths.cleaned(path);
        String target = new SourcePaths(before).forFile(TreePaths.clean(TreePaths.folder(path) + "/" + name));
        return before.without(place).with(target, before.file(place).orElseThrow());
    }

    static Sources prepend(Sources before, String glob, List<String> lines) throws OverlayException {
        String added = String.join("\n", lines) + "\n";
        Sources after = before;
        for (String path : matching(before, glob)) {
            String place = SourcePaths.cleaned(path);
            SourceFile file = after.file(place).orElseThrow();
            after = after.with(place, file.withText(added + file.text()));
        }
        return after;
    }

    static Sources replace(Sources before, String glob, String regex, String replacement) throws OverlayException {
        List<String> paths = matching(before, glob);
        LiteralReplacement exchange = new LiteralReplacement(compiled(regex), replacement);
        Sources after = before;
        boolean applied = false;
        for (String path : paths) {
            String place = SourcePaths.cleaned(path);
            SourceFile file = after.file(place).orElseThrow();
            String text = file.text();
            String changed = exchange.applied(text);
            if (!changed.equals(text)) {
                applied = true;
                after = after.with(place, file.withText(changed));
            }
        }
        if (!applied) {
            throw new OverlayException("regex `" + regex + "` matches nothing in the files of `" + glob
                    + "`: overlay did not apply to any targets");
        }
        return after;
    }

    private static com.google.re2j.Pattern compiled(String regex) throws OverlayException {
        try {
            return SectionEdits.compiled(regex);
        } catch (SpecEditException invalid) {
            throw new OverlayException(invalid.reason());
        }
    }

    private static List<String> matching(Sources sources, String glob) throws OverlayException {
        List<String> paths = SourcePaths.matching(sources, glob);
        if (paths.isEmpty()) {
            throw new OverlayException("the pattern `" + glob + "` did not match any files");
        }
        return paths;
    }
}
