package dev.milliner.language;

import dev.milliner.distro.Format;
import dev.milliner.distro.OverlayKind;
import dev.milliner.distro.Shape;
import dev.milliner.language.Completion.Standing;
import java.util.List;
import java.util.Optional;

/** The keys that could stand at a place. */
final class KeyOffers {
    private final TomlContext context;
    private final TomlSpot.InKey spot;
    private final Stand stand;
    private final TomlEntries entries;
    private final List<String> dotted;

    KeyOffers(TomlContext context, TomlSpot.InKey spot, Stand stand) {
        this.context = context;
        this.spot = spot;
        this.stand = stand;
        this.entries = spot.table().entries();
        this.dotted = spot.segments().subList(0, spot.index()).stream()
                .map(TomlQuotes.Segment::name)
                .toList();
    }

    void addTo(Offer offer) {
        stand.table().ifPresentOrElse(table -> keys(table, offer), () -> names(offer));
        context.knowledge().schema().keys(context.root(), spot.path()).forEach((key, more) -> {
            if (stand.table().map(table -> table.field(key) == null).orElse(false)) {
                offer.add(Completion.of(key, CompletionKind.KEY, more.words(), more::parts)
                        .inserting(Snippet.of(spot.followed() ? TomlQuotes.key(key) : TomlQuotes.key(key) + " = ${1}"))
                        .standing(isSet(key) ? Standing.SET : Standing.FREE));
            }
        });
    }

    private boolean isSet(String key) {
        return entries.has(dotted, key, spot.segment().span());
    }

    private void keys(Shape.Table table, Offer offer) {
        Optional<OverlayKind> overlay =
                table.equals(Format.OVERLAY) ? TomlContext.overlayKind(spot.table()) : Optional.empty();
        for (Shape.Field field : table.fields()) {
            if (!field.isGiven()) {
                Member member = new Member(table, field);
                Meaning meaning = Meanings.of(member).orElse(Meaning.of(""));
                Standing standing = standing(field.toml(), meaning, overlay);
                offer.add(Completion.of(
                                field.toml(),
                                CompletionKind.KEY,
                                detail(field, standing),
                                () -> KeyHelp.parts(member, meaning))
                        .inserting(insert(field))
                        .standing(standing));
            }
        }
    }

    private Standing standing(String key, Meaning meaning, Optional<OverlayKind> overlay) {
        if (isSet(key)) {
            return Standing.SET;
        }
        boolean needed = overlay.map(kind -> kind.needs().contains(key)).orElse(false);
        if (needed || meaning.required()) {
            return Standing.REQUIRED;
        }
        boolean counts = overlay.map(kind -> kind.takes().contains(key) || OverlayKind.forAll(key))
                .orElse(true);
        return counts ? Standing.FREE : Standing.IDLE;
    }

    private static String detail(Shape.Field field, Standing standing) {
        String words = Stand.words(field.shape());
        return switch (standing) {
            case FREE -> words;
            case REQUIRED -> words + ", required";
            case SET -> words + ", set";
            case IDLE -> words + ", not for this type";
        };
    }

    private Snippet insert(Shape.Field field) {
        String key = TomlQuotes.key(field.toml());
        if (spot.followed()) {
            return Snippet.plain(key);
        }
        return Snippet.of(
                switch (field.shape()) {
                    case Shape.Text text -> key + " = \"${1}\"";
                    case Shape.Flag flag -> key + " = ${1:true}";
                    case Shape.OptionalFlag flag -> key + " = ${1:true}";
                    case Shape.ListOf list ->
                        key + (list.item() instanceof Shape.Text ? " = [\"${1}\"]" : " = [{ ${1} }]");
                    case Shape.Table table -> key + " = { ${1} }";
                    case Shape.OptionalTable table -> key + " = { ${1} }";
                    case Shape.MapOf map -> key + ".${1}";
                });
    }

    private void names(Offer offer) {
        if (stand.shape() instanceof Shape.MapOf map) {
            String behind = spot.followed() ? "" : map.item() instanceof Shape.Text ? " = \"${1}\"" : " = { ${1} }";
            MapNames.add(context, spot.path(), stand, offer, name -> Snippet.of(TomlQuotes.key(name) + behind));
        }
    }
}
