package dev.milliner.image;

import dev.milliner.distro.Image;
import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.source.FileContent;
import dev.milliner.source.SourceTree;
import dev.milliner.text.Place;
import dev.milliner.toml.TomlArray;
import dev.milliner.toml.TomlDocument;
import dev.milliner.toml.TomlEntry;
import dev.milliner.toml.TomlNode;
import dev.milliner.toml.TomlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is said of an image beside its description, in a file of its name with {@code .claims.toml}: what {@code capabilities} has no
 * word for.
 *
 * @param maxSize what the installed files may come to
 * @param readOnlyRoot whether the root can't be written to
 * @param writable the places that file systems which can be written to may be mounted at
 * @param verity whether the data of the root match a root hash of dm-verity
 * @param problems what is wrong with the file itself
 */
public record ClaimsFile(
        Optional<Written<Long>> maxSize,
        Optional<Written<Boolean>> readOnlyRoot,
        Optional<Written<List<String>>> writable,
        Optional<Written<Boolean>> verity,
        List<Problem> problems) {
    private static final String SUFFIX = ".claims.toml";
    private static final String CODE = "image-claims-file";

    /** Where there is no file. */
    public static final ClaimsFile NONE =
            new ClaimsFile(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    /**
     * A claim and where it stands.
     *
     * @param key its name in the file
     */
    public record Written<T>(String key, T value, Place place) {}

    /** Reads that of an image; {@link #NONE} where there is none. */
    public static ClaimsFile of(SourceTree tree, Image image) {
        String path = image.definitionPath().map(ClaimsFile::beside).orElse("");
        if (path.isEmpty()) {
            return NONE;
        }
        return switch (tree.content(path)) {
            case FileContent.Absent() -> NONE;
            case FileContent.Unreadable file ->
                refused("The claims " + path + " " + file.why() + ".", Place.startOf(path));
            case FileContent.Text text -> new Reading(tree.relative(path)).read(text.text());
        };
    }

    private static String beside(String description) {
        return description.replaceFirst("(?<=[^/])\\.[^./]+$", "") + SUFFIX;
    }

    private static ClaimsFile refused(String message, Place place) {
        return new ClaimsFile(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new Problem(Severity.ERROR, CODE, message, place)));
    }

    /** Reads one file. */
    private static final class Reading {
        private final String path;
        private final List<Problem> problems = new ArrayList<>();
        private Optional<Written<Long>> maxSize = Optional.empty();
        private Optional<Written<Boolean>> readOnlyRoot = Optional.empty();
        private Optional<Written<List<String>>> writable = Optional.empty();
        private Optional<Written<Boolean>> verity = Optional.empty();

        Reading(String path) {
            this.path = path;
        }

        ClaimsFile read(String text) {
            TomlDocument document = TomlDocument.parse(text);
            document.problems().forEach(one -> wrong(one.message(), new Place(path, one.range())));
            document.root().entries().forEach(this::take);
            return new ClaimsFile(maxSize, readOnlyRoot, writable, verity, List.copyOf(problems));
        }

        private void wrong(String message, Place place) {
            problems.add(new Problem(Severity.ERROR, CODE, message, place));
        }

        private void take(TomlEntry entry) {
            Place place = new Place(path, entry.keyRange());
            switch (entry.key()) {
                case "max-size" ->
                    maxSize = text(entry.value())
                            .flatMap(ByteSize::parse)
                            .map(size -> new Written<>(entry.key(), size, place))
                            .or(() -> refuse("'max-size' is a size, such as \"64M\".", place));
                case "read-only-root" -> readOnlyRoot = flag(entry, place);
                case "writable" ->
                    writable = places(entry.value())
                            .map(places -> new Written<>(entry.key(), places, place))
                            .or(() -> refuse("'writable' is a list of places, such as [\"/var\"].", place));
                case "verity" -> verity = flag(entry, place);
                default ->
                    wrong(
                            "'" + entry.key()
                                    + "' is no claim. Write max-size, read-only-root, writable or verity, or take it out.",
                            place);
            }
        }

        private Optional<Written<Boolean>> flag(TomlEntry entry, Place place) {
            return value(entry.value(), Boolean.class)
                    .map(holds -> new Written<>(entry.key(), holds, place))
                    .or(() -> refuse("'" + entry.key() + "' is true or false.", place));
        }

        private <T> Optional<T> refuse(String message, Place place) {
            wrong(message, place);
            return Optional.empty();
        }

        private static <T> Optional<T> value(TomlNode node, Class<T> kind) {
            return node instanceof TomlScalar scalar && kind.isInstance(scalar.value())
                    ? Optional.of(kind.cast(scalar.value()))
                    : Optional.empty();
        }

        private static Optional<String> text(TomlNode node) {
            return value(node, String.class);
        }

        private static Optional<List<String>> places(TomlNode node) {
            if (!(node instanceof TomlArray array)) {
                return Optional.empty();
            }
            List<String> places = array.items().stream()
                    .flatMap(item -> text(item).stream())
                    .filter(place -> place.startsWith("/"))
                    .toList();
            return places.size() == array.items().size() ? Optional.of(places) : Optional.empty();
        }
    }
}
