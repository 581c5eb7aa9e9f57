package dev.milliner.overlay;

import dev.milliner.source.Doublestar;
import dev.milliner.source.TreePaths;
import dev.milliner.spec.LiteralReplacement;
import dev.milliner.spec.SectionEdits;
import dev.milliner.spec.SpecEditException;
import java.util.List;
import java.util.Optional;

/** Edits on the files beside the spec. */
final class FileEdits {
    private FileEdits() {}

    static Sources add(Sources before, String path, String source, SourceReader reader) throws OverlayException {
        String place = TreePaths.clean(path);
        if (place.startsWith("/") || place.equals("..") || place.startsWith("../")) {
            throw new OverlayException("the file `" + path + "` lies outside of the sources: path escapes from parent");
        }
        if (before.exists(place)) {
            throw new OverlayException("the file `" + path + "` cannot be added, as it already exists");
        }
        Optional<byte[]> bytes = reader.read(source);
        if (bytes.isEmpty()) {
            throw new OverlayException(
                    "the file to add as `" + path + "`, `" + source + "`, is missing: no such file or directory");
        }
        String folder = TreePaths.folder(place);
        if (!folder.equals(".") && !before.isFolder(folder)) {
            throw new OverlayException(
                    "there is no folder `" + folder + "` for `" + path + "`: no such file or directory");
        }
        return before.with(place, new SourceFile(bytes.get(), 0644));
    }

    static Sources remove(Sources before, String glob) throws OverlayException {
        Sources after = before;
        for (String path : matching(before, glob)) {
            after = after.without(path);
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
        SourceFile file = before.file(path).orElseThrow();
        return before.without(path).with(TreePaths.clean(TreePaths.join(TreePaths.folder(path), name)), file);
    }

    static Sources prepend(Sources before, String glob, List<String> lines) throws OverlayException {
        String added = String.join("\n", lines) + "\n";
        Sources after = before;
        for (String path : matching(before, glob)) {
            SourceFile file = before.file(path).orElseThrow();
            after = after.with(path, file.withText(added + file.text()));
        }
        return after;
    }

    static Sources replace(Sources before, String glob, String regex, String replacement) throws OverlayException {
        List<String> paths = matching(before, glob);
        LiteralReplacement exchange = new LiteralReplacement(compiled(regex), replacement);
        Sources after = before;
        for (String path : paths) {
            SourceFile file = before.file(path).orElseThrow();
            String text = file.text();
            String changed = exchange.applied(text);
            after = changed.equals(text) ? after : after.with(path, file.withText(changed));
        }
        if (after.equals(before)) {
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
        if (!Doublestar.isValid(glob)) {
            throw new OverlayException("glob `" + glob + "` is invalid: syntax error in pattern");
        }
        List<String> paths = sources.matching(glob);
        if (paths.isEmpty()) {
            throw new OverlayException("the pattern `" + glob + "` did not match any files");
        }
        return paths;
    }
}
