package dev.milliner.language;

import dev.milliner.distro.Kind;
import dev.milliner.distro.Problem;
import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known at places of specs, by their text alone and what rpm may have said. */
final class SpecLanguage implements Language {
    private final Knowledge knowledge;

    SpecLanguage(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public Completions complete(Document document, int offset) {
        return new SpecCompletion(knowledge, document, offset).completions();
    }

    @Override
    public Optional<Hover> hover(Document document, int offset) {
        return SpecHover.at(knowledge, document, SpecSpot.at(document.text(), offset));
    }

    @Override
    public Optional<Named> named(Document document, int offset) {
        return SpecSpot.at(document.text(), offset) instanceof SpecSpot.InValue value
                        && SpecSpot.DEPENDENCIES.contains(
                                value.tag().toLowerCase(Locale.ROOT).replaceFirst("\\(.*", ""))
                        && knowledge
                                .distro()
                                .definition(Kind.PACKAGE, value.word())
                                .isPresent()
                ? Optional.of(new Named(Entity.of(CompletionKind.PACKAGE, value.word()), value.span()))
                : Optional.empty();
    }

    @Override
    public List<Place> definition(Document document, int offset) {
        Optional<Named> named = named(document, offset);
        if (named.isPresent()) {
            return EntityPlaces.definition(knowledge, document, named.get().entity());
        }
        if (!(SpecSpot.at(document.text(), offset) instanceof SpecSpot.InMacro macro)) {
            return List.of();
        }
        SpecFacts facts = SpecFacts.of(knowledge, document);
        return Stream.concat(facts.macros().stream(), facts.conditionals().stream())
                .filter(one -> one.name().equals(macro.name()))
                .map(one -> new Place(document.path(), new TextRange(one.line(), 1, one.line(), 1)))
                .toList();
    }

    @Override
    public List<CodeAction> actions(Document document, Span span, List<Problem> problems) {
        return List.of();
    }

    @Override
    public List<Symbol> outline(Document document) {
        SpecFacts facts = SpecFacts.of(knowledge, document);
        List<Symbol> symbols = new ArrayList<>();
        List<SpecFacts.Header> headers = facts.sections();
        for (int index = 0; index < headers.size(); index++) {
            int first = headers.get(index).line();
            int last = index + 1 < headers.size()
                    ? headers.get(index + 1).line() - 1
                    : facts.lines().size();
            TextRange range =
                    new TextRange(first, 1, last, facts.lines().get(last - 1).length() + 1);
            symbols.add(new Symbol(
                    headers.get(index).section().name(),
                    CompletionKind.SECTION,
                    headers.get(index).section().packageName(),
                    new Place(document.path(), range),
                    List.of()));
        }
        return List.copyOf(symbols);
    }

    @Override
    public List<FoldRange> folds(Document document) {
        List<FoldRange> folds = new ArrayList<>();
        outline(document)
                .forEach(symbol -> add(
                        folds,
                        symbol.place().range().line(),
                        symbol.place().range().endLine()));
        Deque<Integer> open = new ArrayDeque<>();
        int line = 1;
        for (String text : document.text().split("\n", -1)) {
            String word = text.strip();
            if (word.startsWith("%if")) {
                open.push(line);
            } else if (word.startsWith("%endif") && !open.isEmpty()) {
                add(folds, open.pop(), line);
            }
            line++;
        }
        return List.copyOf(folds);
    }

    private static void add(List<FoldRange> folds, int first, int last) {
        if (last > first) {
            folds.add(new FoldRange(first, last));
        }
    }
}
