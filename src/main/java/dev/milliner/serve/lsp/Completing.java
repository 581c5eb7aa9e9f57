package dev.milliner.serve.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import dev.milliner.language.Completion;
import dev.milliner.language.Completions;
import dev.milliner.language.HoverPart;
import dev.milliner.language.LanguageService;
import dev.milliner.language.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemLabelDetails;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What could stand at a place. What there is to say of each is worked out when it is asked for. Safe for several threads. */
final class Completing {
    /** A client asks only about what it shows, which is of the newest lists. */
    private static final int MOST_KEPT = 8;

    /** Numbers of as many digits stand in their order as texts too. */
    private static final int FIRST_IN_ORDER = 1000;

    private final Abilities abilities;
    private final Map<Integer, Kept> kept = new LinkedHashMap<>();
    private int number;

    private record Kept(LanguageService service, List<Completion> items) {}

    Completing(Abilities abilities) {
        this.abilities = abilities;
    }

    CompletionList complete(Asked asked, Position position) {
        int caret = asked.offset(position);
        Completions found = asked.service().complete(asked.document(), caret);
        int list = keep(new Kept(asked.service(), found.items()));
        Range range = asked.text().positions().range(new Span(found.start(), Math.max(caret, found.end())));
        String typed = asked.document().text().substring(Math.min(found.start(), caret), caret);
        List<CompletionItem> items = new ArrayList<>(found.items().size());
        for (Completion each : found.items()) {
            CompletionItem item = item(each, typed);
            item.setTextEdit(Either.forLeft(new TextEdit(range, asked.text().inserted(inserted(each)))));
            // The client would sort by label, and so lose what fits best.
            item.setSortText(Integer.toString(FIRST_IN_ORDER + items.size()));
            item.setData(place(list, items.size()));
            items.add(item);
        }
        return new CompletionList(found.more(), items);
    }

    private CompletionItem item(Completion completion, String typed) {
        CompletionItem item = new CompletionItem(completion.label());
        item.setKind(Kinds.ofItem(completion.kind()));
        if (!completion.detail().isEmpty()) {
            item.setDetail(completion.detail());
        }
        standing(completion).ifPresent(words -> {
            CompletionItemLabelDetails details = new CompletionItemLabelDetails();
            details.setDescription(words);
            item.setLabelDetails(details);
        });
        if (isOpening(typed) && !completion.label().startsWith(typed.substring(0, 1))) {
            // Clients hold what stands in the range against this, and that starts with a quote or bracket.
            item.setFilterText(typed.charAt(0) + completion.label());
        }
        if (stops(completion)) {
            item.setInsertTextFormat(InsertTextFormat.Snippet);
        }
        return item;
    }

    private static boolean isOpening(String typed) {
        return !typed.isEmpty() && "\"'[<{%".indexOf(typed.charAt(0)) >= 0;
    }

    private boolean stops(Completion completion) {
        return abilities.snippets() && !completion.insert().stops().isEmpty();
    }

    private String inserted(Completion completion) {
        return stops(completion)
                ? Snippets.of(completion.insert())
                : completion.insert().text();
    }

    private static Optional<String> standing(Completion completion) {
        return switch (completion.standing()) {
            case FREE -> Optional.empty();
            case REQUIRED -> Optional.of("required");
            case SET -> Optional.of("already set");
            case IDLE -> Optional.of("without effect here");
        };
    }

    /** Adds what there is to say of an item; one of a list that is no longer kept stays as it is. */
    CompletionItem resolve(CompletionItem item) {
        kept(item).ifPresent(saying -> {
            List<HoverPart> parts = saying.get();
            if (!parts.isEmpty()) {
                item.setDocumentation(Either.forRight(Saying.of(parts, abilities.markdown())));
            }
        });
        return item;
    }

    private Optional<Supplier<List<HoverPart>>> kept(CompletionItem item) {
        if (!(item.getData() instanceof JsonElement data)
                || !data.isJsonArray()
                || data.getAsJsonArray().size() != 2) {
            return Optional.empty();
        }
        int list = number(data, 0);
        int index = number(data, 1);
        synchronized (kept) {
            Kept found = kept.get(list);
            return found == null || index < 0 || index >= found.items().size()
                    ? Optional.empty()
                    : Optional.of(() -> found.service().resolve(found.items().get(index)));
        }
    }

    private static int number(JsonElement data, int index) {
        JsonElement one = data.getAsJsonArray().get(index);
        return one.isJsonPrimitive() && one.getAsJsonPrimitive().isNumber() ? one.getAsInt() : -1;
    }

    private static JsonArray place(int list, int index) {
        JsonArray place = new JsonArray(2);
        place.add(list);
        place.add(index);
        return place;
    }

    private int keep(Kept found) {
        synchronized (kept) {
            number++;
            kept.put(number, found);
            if (kept.size() > MOST_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
            return number;
        }
    }
}
