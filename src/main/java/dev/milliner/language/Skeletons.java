package dev.milliner.language;

import dev.milliner.distro.Format;
import dev.milliner.distro.Shape;
import dev.milliner.toml.TomlArray;
import dev.milliner.toml.TomlDocument;
import dev.milliner.toml.TomlScalar;
import dev.milliner.toml.TomlTable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Overlays that are asked for by what they are to do, such as removing a BuildRequires; read from {@code skeletons.toml}. */
final class Skeletons {
    private static final List<Skeleton> ALL = read();

    private Skeletons() {}

    /**
     * A skeleton.
     *
     * @param label what it does
     * @param body its keys, with stops as {@link Snippet#of} reads them
     */
    record Skeleton(String label, String body) {}

    static List<Skeleton> all() {
        return ALL;
    }

    private static List<Skeleton> read() {
        TomlArray list = (TomlArray) Objects.requireNonNull(
                TomlDocument.parse(Resources.text("skeletons.toml")).root().get("skeletons"));
        return list.items().stream()
                .map(TomlTable.class::cast)
                .map(table -> new Skeleton(text(table, "label"), text(table, "body")))
                .toList();
    }

    private static String text(TomlTable table, String key) {
        return ((TomlScalar) Objects.requireNonNull(table.get(key))).value().toString();
    }

    /** Offers them at a place where a line begins: with a header, or without one in an overlay that says nothing yet. */
    static void add(TomlContext context, TomlSpot.InKey spot, Offer offer) {
        List<String> path = spot.table().path();
        boolean inOverlay = context.stand(path).flatMap(Stand::table).equals(Optional.of(Format.OVERLAY));
        boolean empty = spot.table().entries().entries().stream()
                .noneMatch(entry -> !entry.segments().contains(spot.segment()));
        String header = inOverlay && empty ? "" : header(context.root(), path);
        if (header == null) {
            return;
        }
        for (Skeleton skeleton : ALL) {
            if (!offer.begins(skeleton.label())) {
                continue;
            }
            String whole = header + skeleton.body();
            offer.add(Completion.of(skeleton.label(), CompletionKind.SNIPPET, "overlay", () -> help(whole))
                    .inserting(Snippet.of(whole)));
        }
    }

    private static @Nullable String header(Shape.Table root, List<String> path) {
        if (root.equals(Format.OVERLAY_FILE)) {
            return "[[overlays]]\n";
        }
        return path.size() >= 2 && path.getFirst().equals("components")
                ? "[[components." + TomlQuotes.key(path.get(1)) + ".overlays]]\n"
                : null;
    }

    private static List<HoverPart> help(String template) {
        return List.of(new HoverPart.Code("toml", Snippet.of(template).text()));
    }
}
