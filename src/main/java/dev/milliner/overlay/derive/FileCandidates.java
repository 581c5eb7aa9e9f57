package dev.milliner.overlay.derive;

import dev.milliner.overlay.Change;
import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.Hunk;
import dev.milliner.overlay.SourceFile;
import dev.milliner.source.TreePaths;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Changes of the files beside the spec that may explain a piece. */
final class FileCandidates {
    /** So many lines around a stretch are taken in, until it is the only one of its kind. */
    private static final int MOST_AROUND = 3;

    private final Piece piece;
    private final FileChange change;
    private final String glob;

    FileCandidates(Piece piece) {
        this.piece = piece;
        this.change = piece.change();
        this.glob = Globs.literal(change.file());
    }

    Stream<Change> all() {
        if (change.isNew()) {
            return Stream.concat(renames(), Stream.of(new Change.AddFile(change.file(), change.file())));
        } else if (change.isGone()) {
            return Stream.concat(moves(), everywhere(Change.RemoveFiles::new));
        }
        return Stream.of(
                        prepends(),
                        piece.hunk().map(this::replacements).orElse(Stream.empty()),
                        Stream.<Change>of(new Change.RemoveFiles(glob)))
                .flatMap(stream -> stream);
    }

    /** A file of its folder that goes and holds the same. */
    private Stream<Change> renames() {
        String folder = TreePaths.folder(change.file());
        return piece.now().files().keySet().stream()
                .filter(path -> TreePaths.folder(path).equals(folder)
                        && piece.goal().file(path).isEmpty()
                        && piece.now().file(path).equals(change.after()))
                .map(path -> new Change.RenameFile(Globs.literal(path), TreePaths.name(change.file())));
    }

    /** A file of its folder that comes and holds the same. */
    private Stream<Change> moves() {
        String folder = TreePaths.folder(change.file());
        return piece.goal().files().keySet().stream()
                .filter(path -> TreePaths.folder(path).equals(folder)
                        && piece.now().file(path).isEmpty()
                        && piece.goal().file(path).equals(change.before()))
                .map(path -> new Change.RenameFile(glob, TreePaths.name(path)));
    }

    /** The same for this file alone, and for all of its kind: what happens to many is said once. */
    private Stream<Change> everywhere(Function<String, Change> kind) {
        String name = TreePaths.name(change.file());
        int dot = name.lastIndexOf('.');
        Stream<String> wide = dot < 1
                ? Stream.of("*")
                : Stream.of("*" + Globs.literal(name.substring(dot)), "**/*" + Globs.literal(name.substring(dot)), "*");
        return Stream.concat(Stream.of(glob), wide).map(kind);
    }

    private Stream<Change> prepends() {
        String before = text(change.before().orElseThrow());
        String after = text(change.after().orElseThrow());
        String more = after.endsWith(before) ? after.substring(0, after.length() - before.length()) : "";
        if (!more.endsWith("\n")) {
            return Stream.empty();
        }
        List<String> lines = List.of(more.substring(0, more.length() - 1).split("\n", -1));
        return everywhere(files -> new Change.PrependToFiles(files, lines));
    }

    private Stream<Change> replacements(Hunk hunk) {
        List<String> old = lines(change.before().orElseThrow());
        List<String> now = lines(change.after().orElseThrow());
        List<Exchange> exchanges = new ArrayList<>();
        if (hunk.removed() == hunk.added()) {
            for (int i = 0; i < hunk.removed(); i++) {
                exchanges.addAll(
                        Exchanges.between(cut(old.get(hunk.beforeStart() + i)), cut(now.get(hunk.afterStart() + i))));
            }
        }
        for (int around = 0; around <= MOST_AROUND; around++) {
            int above = Math.min(around, Math.min(hunk.beforeStart(), hunk.afterStart()));
            int below = Math.min(around, Math.min(old.size() - hunk.beforeEnd(), now.size() - hunk.afterEnd()));
            String from = String.join("", old.subList(hunk.beforeStart() - above, hunk.beforeEnd() + below));
            String to = String.join("", now.subList(hunk.afterStart() - above, hunk.afterEnd() + below));
            if (!from.isEmpty()) {
                exchanges.add(Exchange.ofText(from, to));
            }
        }
        exchanges.removeIf(exchange -> exchange.regex().startsWith("^"));
        exchanges.addAll(Likeness.in(change));
        return exchanges.stream()
                .flatMap(exchange -> everywhere(
                        files -> new Change.ReplaceInFiles(files, exchange.regex(), exchange.replacement())));
    }

    private static String cut(String line) {
        return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }

    /** Lines with their ends. */
    private static List<String> lines(SourceFile file) {
        return List.of(text(file).split("(?<=\n)", -1));
    }

    private static String text(SourceFile file) {
        return file.text();
    }
}
