package dev.milliner.language;

import dev.milliner.distro.Component;
import dev.milliner.distro.Format;
import dev.milliner.distro.Shape;
import dev.milliner.language.Completion.Standing;
import java.util.List;
import java.util.Optional;

/** The names that could stand in the header of a table. */
final class HeaderOffers {
    private HeaderOffers() {}

    static void add(TomlContext context, TomlHeader header, List<String> before, Stand stand, Offer offer) {
        if (stand.shape() instanceof Shape.MapOf) {
            MapNames.add(context, before, stand, offer, name -> Snippet.plain(TomlQuotes.key(name)));
        }
        stand.table().ifPresent(table -> tables(table, header.list(), offer));
        if (before.isEmpty() && context.root().equals(Format.FILE)) {
            ofComponent(context, header, offer);
        }
    }

    private static void tables(Shape.Table table, boolean list, Offer offer) {
        for (Shape.Field field : table.fields()) {
            boolean isList = field.shape() instanceof Shape.ListOf(Shape item) && Stand.isTable(item);
            if (!field.isGiven() && (isList || Stand.isTable(field.shape()))) {
                Member member = new Member(table, field);
                offer.add(Completion.of(
                                field.toml(),
                                CompletionKind.TABLE,
                                Stand.words(field.shape()),
                                () -> KeyHelp.parts(member, Meanings.of(member).orElse(Meaning.of(""))))
                        .standing(isList == list || list ? Standing.FREE : Standing.IDLE));
            }
        }
    }

    /** The lists of the component that the header above belongs to, written out. */
    private static void ofComponent(TomlContext context, TomlHeader header, Offer offer) {
        int above = context.lines().headerAbove(header.line() - 1);
        if (above < 0 || !header.list()) {
            return;
        }
        List<String> path = TomlHeader.of(context.lines(), above).path();
        Optional<Component> component = context.component(path);
        if (component.isEmpty() || path.size() < 2 || !path.getFirst().equals("components")) {
            return;
        }
        for (String list : List.of("overlays", "source-files")) {
            String whole = "components." + TomlQuotes.key(path.get(1)) + "." + list;
            offer.add(Completion.of(whole, CompletionKind.TABLE, "of the component above", Completion.Help.NONE));
        }
    }
}
