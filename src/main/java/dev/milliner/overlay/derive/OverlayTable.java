package dev.milliner.overlay.derive;

import dev.milliner.distro.OverlayKind;
import dev.milliner.overlay.Change;
import dev.milliner.toml.WrittenText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An overlay as a definition has it.
 *
 * @param kind its type
 * @param keys its keys with their values, in the order in which they are written; what is empty is left out
 */
public record OverlayTable(OverlayKind kind, List<Key> keys) {
    private static final String PACKAGE = "package";

    /**
     * A key with its value.
     *
     * @param name the key
     * @param values its value, or the lines that it holds
     * @param isList whether it holds lines
     */
    public record Key(String name, List<String> values, boolean isList) {}

    /** The overlay that makes a change. */
    public static OverlayTable of(Change change) {
        return switch (change) {
            case Change.AddTag c -> tag(OverlayKind.SPEC_ADD_TAG, c.packageName(), c.tag(), c.value());
            case Change.InsertTag c -> tag(OverlayKind.SPEC_INSERT_TAG, c.packageName(), c.tag(), c.value());
            case Change.SetTag c -> tag(OverlayKind.SPEC_SET_TAG, c.packageName(), c.tag(), c.value());
            case Change.UpdateTag c -> tag(OverlayKind.SPEC_UPDATE_TAG, c.packageName(), c.tag(), c.value());
            case Change.RemoveTag c -> tag(OverlayKind.SPEC_REMOVE_TAG, c.packageName(), c.tag(), c.value());
            case Change.PrependLines c ->
                made(OverlayKind.SPEC_PREPEND_LINES)
                        .with("section", c.section())
                        .with(PACKAGE, c.packageName())
                        .with(c.lines());
            case Change.AppendLines c ->
                made(OverlayKind.SPEC_APPEND_LINES)
                        .with("section", c.section())
                        .with(PACKAGE, c.packageName())
                        .with(c.lines());
            case Change.SearchReplace c ->
                made(OverlayKind.SPEC_SEARCH_REPLACE)
                        .with("section", c.section())
                        .with(PACKAGE, c.packageName())
                        .with("regex", c.regex())
                        .with("replacement", c.replacement());
            case Change.RemoveSection c ->
                made(OverlayKind.SPEC_REMOVE_SECTION)
                        .with("section", c.section())
                        .with(PACKAGE, c.packageName());
            case Change.RemoveSubpackage c ->
                made(OverlayKind.SPEC_REMOVE_SUBPACKAGE).with(PACKAGE, c.packageName());
            case Change.AddPatch c ->
                made(OverlayKind.PATCH_ADD)
                        .with(PACKAGE, c.packageName())
                        .with("file", c.file().equals(c.source()) ? "" : c.file())
                        .with("source", c.source());
            case Change.RemovePatch c -> made(OverlayKind.PATCH_REMOVE).with("file", c.glob());
            case Change.PrependToFiles c ->
                made(OverlayKind.FILE_PREPEND_LINES).with("file", c.glob()).with(c.lines());
            case Change.ReplaceInFiles c ->
                made(OverlayKind.FILE_SEARCH_REPLACE)
                        .with("file", c.glob())
                        .with("regex", c.regex())
                        .with("replacement", c.replacement());
            case Change.AddFile c ->
                made(OverlayKind.FILE_ADD).with("file", c.file()).with("source", c.source());
            case Change.RemoveFiles c -> made(OverlayKind.FILE_REMOVE).with("file", c.glob());
            case Change.RenameFile c ->
                made(OverlayKind.FILE_RENAME).with("file", c.glob()).with("replacement", c.name());
            case Change.InArchive c -> inArchive(of(c.change()), c.archive());
        };
    }

    private static OverlayTable inArchive(OverlayTable within, String archive) {
        return within.with("archive", archive);
    }

    private static OverlayTable made(OverlayKind kind) {
        return new OverlayTable(kind, List.of());
    }

    private static OverlayTable tag(OverlayKind kind, String packageName, String tag, String value) {
        return made(kind).with(PACKAGE, packageName).with("tag", tag).with("value", value);
    }

    private OverlayTable with(String name, String value) {
        return value.isEmpty() ? this : with(new Key(name, List.of(value), false));
    }

    private OverlayTable with(List<String> lines) {
        return with(new Key("lines", List.copyOf(lines), true));
    }

    private OverlayTable with(Key key) {
        List<Key> more = new ArrayList<>(keys);
        more.add(key);
        return new OverlayTable(kind, List.copyOf(more));
    }

    /** The same overlay without some of its keys. */
    public OverlayTable without(String... names) {
        Set<String> gone = Set.of(names);
        return new OverlayTable(
                kind, keys.stream().filter(key -> !gone.contains(key.name())).toList());
    }

    /**
     * The overlay as text.
     *
     * @param header the name of its table, such as {@code components.NAME.overlays}
     * @param description why it is there; empty for none
     * @return whole lines
     */
    public String toml(String header, String description) {
        StringBuilder text = new StringBuilder("[[").append(header).append("]]\n");
        if (!description.isEmpty()) {
            text.append("description = ")
                    .append(WrittenText.quoted(description))
                    .append('\n');
        }
        return text.append(keysToml()).toString();
    }

    /** Its type and its keys as text, a line each. */
    public String keysToml() {
        StringBuilder text = new StringBuilder("type = ")
                .append(WrittenText.quoted(kind.word()))
                .append('\n');
        for (Key key : keys) {
            text.append(key.name()).append(" = ").append(written(key)).append('\n');
        }
        return text.toString();
    }

    private static String written(Key key) {
        if (!key.isList()) {
            return WrittenText.quoted(key.values().getFirst());
        }
        return key.values().stream()
                .map(line -> "    " + WrittenText.quoted(line) + ",\n")
                .collect(Collectors.joining("", "[\n", "]"));
    }
}
