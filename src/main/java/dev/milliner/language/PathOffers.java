package dev.milliner.language;

import dev.milliner.ground.Amount;
import dev.milliner.source.GlobReach;
import dev.milliner.source.GlobTooWideException;
import dev.milliner.source.SourceTree;
import dev.milliner.source.TreePaths;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Paths and globs, of the tree and of a component's sources. */
final class PathOffers {
    private static final int MOST_SHOWN = 12;

    private final TomlContext context;
    private final TomlSpot.InValue spot;
    private final Written written;
    private final Offer offer;

    PathOffers(TomlContext context, TomlSpot.InValue spot, Written written, Offer offer) {
        this.context = context;
        this.spot = spot;
        this.written = written;
        this.offer = offer;
    }

    private SourceTree tree() {
        return context.knowledge().distro().tree();
    }

    /** Files of the folder that is typed so far, relative to the document's, and globs for all of a kind. */
    void inTree(Subject subject) {
        String typed = spot.text().substring(0, spot.text().lastIndexOf('/') + 1);
        String folder = TreePaths.join(TreePaths.folder(context.document().path()), typed);
        String ending = ending(subject);
        List<SourceTree.Entry> entries = tree().list(folder).stream()
                .sorted(Comparator.comparing(SourceTree.Entry::folder))
                .toList();
        for (SourceTree.Entry entry : entries) {
            String path = typed + entry.name() + (entry.folder() ? "/" : "");
            if (entry.folder() ? !entry.name().equals(".git") : subject != Subject.FOLDER && path.endsWith(ending)) {
                file(path, entry.folder());
            }
        }
        if (spot.inList()) {
            globs(subject).forEach(pattern -> glob(typed + pattern));
        }
    }

    private static String ending(Subject subject) {
        return switch (subject) {
            case TREE_GLOB, OVERLAY_GLOB -> ".toml";
            case SPEC_GLOB, SPEC_FILE -> ".spec";
            case KIWI_FILE -> ".kiwi";
            default -> "";
        };
    }

    private static List<String> globs(Subject subject) {
        return switch (subject) {
            case TREE_GLOB -> List.of("*.toml", "**/*.toml", "**/*.comp.toml");
            case OVERLAY_GLOB -> List.of("overlays/*.toml", "*.overlay.toml");
            case SPEC_GLOB -> List.of("**/*.spec");
            default -> List.of();
        };
    }

    private void file(String path, boolean folder) {
        offer.add(Completion.of(path, folder ? CompletionKind.FOLDER : CompletionKind.FILE, "", Completion.Help.NONE)
                .inserting(folder ? Snippet.plain(path) : written.text(path)));
    }

    private void glob(String pattern) {
        offer.add(Completion.of(pattern, CompletionKind.GLOB, "glob", () -> matches(context, pattern))
                .inserting(written.text(pattern)));
    }

    /** What a glob, relative to the document's folder, matches now. */
    static List<HoverPart> matches(TomlContext context, String pattern) {
        SourceTree tree = context.knowledge().distro().tree();
        String whole = TreePaths.join(TreePaths.folder(context.document().path()), pattern);
        try {
            List<String> files = tree.files(whole, new GlobReach());
            return counted(files);
        } catch (GlobTooWideException wide) {
            return List.of(new HoverPart.Paragraph("The glob " + wide.why() + "."));
        }
    }

    static List<HoverPart> counted(List<String> files) {
        String count = files.isEmpty() ? "Matches no file." : "Matches " + Amount.of(files.size(), "file") + ".";
        List<String> shown = files.size() > MOST_SHOWN
                ? Stream.concat(files.stream().limit(MOST_SHOWN), Stream.of("..."))
                        .toList()
                : files;
        return files.isEmpty()
                ? List.of(new HoverPart.Paragraph(count))
                : List.of(new HoverPart.Paragraph(count), new HoverPart.Code("", String.join("\n", shown)));
    }

    /** Files of the component's sources, as far as they lie in the tree, and those that its spec names. */
    void inSources() {
        SourceFiles.of(context, spot.path())
                .forEach(file -> offer.add(Completion.of(file, CompletionKind.FILE, kind(file), Completion.Help.NONE)
                        .inserting(written.text(file))));
        List.of("*.patch", "**/*")
                .forEach(pattern -> offer.add(Completion.of(
                                pattern,
                                CompletionKind.GLOB,
                                "glob",
                                () -> counted(SourceFiles.matching(context, spot.path(), pattern)))
                        .inserting(written.text(pattern))));
    }

    private static String kind(String file) {
        int dot = file.lastIndexOf('.');
        return dot < 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
