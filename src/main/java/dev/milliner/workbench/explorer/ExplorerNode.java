package dev.milliner.workbench.explorer;

import dev.milliner.distro.Component;
import dev.milliner.distro.ComponentGroup;
import dev.milliner.distro.Definition;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroDefinition;
import dev.milliner.distro.Image;
import dev.milliner.distro.Overlay;
import dev.milliner.distro.PackageGroup;
import dev.milliner.distro.RpmRepository;
import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import dev.milliner.workbench.words.Wording;
import java.util.Optional;

/** A row of the explorer. */
public sealed interface ExplorerNode {
    /** What identifies the row from one state of the distro to the next. */
    String key();

    /** What the row says. */
    String text();

    /** Where it is written, if it is. */
    default Optional<Place> place() {
        return Optional.empty();
    }

    /** The definition it stands for, if it does. */
    default Optional<Definition> definition() {
        return Optional.empty();
    }

    /** The same row in another state of the distro; as it is where that has none. */
    default ExplorerNode in(Distro state) {
        return this;
    }

    /** The invisible root. */
    record Root() implements ExplorerNode {
        @Override
        public String key() {
            return "root";
        }

        @Override
        public String text() {
            return "";
        }
    }

    /** A heading with what is below it. */
    record Section(String text, int count) implements ExplorerNode {
        @Override
        public String key() {
            return "section " + text;
        }
    }

    /** Something the distro defines. */
    record Defined(Definition value) implements ExplorerNode {
        @Override
        public String key() {
            return value.kind() + " " + value.name();
        }

        @Override
        public String text() {
            return value.name();
        }

        @Override
        public Optional<Place> place() {
            return Optional.of(value.place());
        }

        @Override
        public Optional<Definition> definition() {
            return Optional.of(value);
        }

        @Override
        public ExplorerNode in(Distro state) {
            return state.definition(value.kind(), value.name())
                    .<ExplorerNode>map(Defined::new)
                    .orElse(this);
        }

        /** The quiet words at the row's end. */
        String note() {
            return switch (value) {
                case Component component -> componentNote(component);
                case ComponentGroup group ->
                    Wording.counted("count.component", group.components().size());
                case PackageGroup group ->
                    Wording.counted("count.package", group.packages().size());
                case Image image -> image.profile().orElse(image.type().orElse(""));
                case DistroDefinition distro -> distro.defaultVersion().orElse("");
                case RpmRepository repository ->
                    repository
                            .set()
                            .map(set -> Wording.of("explorer.node.from", set))
                            .orElse("");
                default -> "";
            };
        }

        private static String componentNote(Component component) {
            int overlays = component.overlays().size();
            if (overlays > 0) {
                return Wording.counted("count.overlay", overlays);
            }
            return component.isLocal()
                    ? Wording.of("explorer.node.local")
                    : component.isCustomised() ? Wording.of("explorer.node.customised") : "";
        }
    }

    /** An overlay of a component. */
    record OverlayRow(Component component, int index, Overlay overlay) implements ExplorerNode {
        @Override
        public String key() {
            return "overlay " + component.name() + " " + index;
        }

        @Override
        public String text() {
            return overlay.type();
        }

        @Override
        public Optional<Place> place() {
            return Optional.of(overlay.place());
        }

        @Override
        public Optional<Definition> definition() {
            return Optional.of(component);
        }

        @Override
        public ExplorerNode in(Distro state) {
            Component now = state.components().get(component.name());
            return now == null || index >= now.overlays().size()
                    ? this
                    : new OverlayRow(now, index, now.overlays().get(index));
        }

        /** What the overlay is about, in a few words. */
        String note() {
            if (!overlay.tag().isEmpty()) {
                return overlay.tag();
            }
            return overlay.file().isEmpty() ? overlay.section() : overlay.file();
        }
    }

    /** A file. */
    record FileRow(String path) implements ExplorerNode {
        @Override
        public String key() {
            return "file " + path;
        }

        @Override
        public String text() {
            return path;
        }

        @Override
        public Optional<Place> place() {
            return Optional.of(new Place(path, TextRange.START));
        }
    }
}
