package dev.milliner.language;

import dev.milliner.distro.Overlay;
import dev.milliner.distro.OverlayKind;
import dev.milliner.ground.Amount;
import dev.milliner.language.SpecFacts.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What there is to say of a value that a tag of a spec has.
 *
 * @param context the place it is offered at
 * @param spot what stands there
 * @param spec the spec
 * @param tags the lines with the tag and the value
 */
record TagValueHelp(TomlContext context, TomlSpot.InValue spot, SpecFacts spec, List<Tag> tags) {
    List<HoverPart> parts() {
        List<HoverPart> parts = new ArrayList<>();
        parts.add(new HoverPart.Paragraph(
                String.join(" ", tags.stream().map(this::place).toList())));
        TomlContext.overlayKind(spot.table())
                .flatMap(this::effect)
                .ifPresent(effect -> parts.add(new HoverPart.Facts(List.of(new HoverPart.Fact("Effect", effect)))));
        parts.add(new HoverPart.Facts(List.of(new HoverPart.Fact("Other overlays on it", others()))));
        return parts;
    }

    private String place(Tag tag) {
        String name = spec.path().substring(spec.path().lastIndexOf('/') + 1);
        String section = tag.packageName().isEmpty() ? "in the preamble" : "in the sub-package " + tag.packageName();
        String condition = tag.condition().isEmpty() ? "under no condition" : "under " + tag.condition();
        return name + ":" + tag.line() + ", " + section + ", " + condition + ".";
    }

    private Optional<String> effect(OverlayKind kind) {
        String lines = Amount.of(tags.size(), "line");
        return switch (kind) {
            case SPEC_REMOVE_TAG -> Optional.of(lines + " would go");
            case SPEC_SET_TAG, SPEC_UPDATE_TAG -> Optional.of(lines + " would stay as it is");
            case SPEC_ADD_TAG, SPEC_INSERT_TAG -> Optional.of("1 line would come that is there already");
            default -> Optional.empty();
        };
    }

    private String others() {
        Tag tag = tags.getFirst();
        List<String> found = context.component(spot.path())
                .map(component -> component.overlays().stream()
                        .filter(overlay -> touches(overlay, tag))
                        .map(overlay -> overlay.place().file() + ":"
                                + overlay.place().range().line())
                        .toList())
                .orElse(List.of());
        return found.isEmpty() ? "none" : String.join(", ", found);
    }

    private boolean touches(Overlay overlay, Tag tag) {
        boolean itself = overlay.place().file().equals(context.document().path())
                && overlay.place().range().touchesLine(spot.table().line() + 1);
        return !itself
                && overlay.tag().equalsIgnoreCase(tag.name())
                && (overlay.value().isEmpty() || overlay.value().equalsIgnoreCase(tag.value()));
    }
}
