package dev.milliner.serve.lsp;

import dev.milliner.language.Symbol;
import java.util.AbstractList;
import java.util.List;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * What a file holds, nested. Each symbol is written in one go, and once while it is the same: a long file has 7,000 with 14,000
 * ranges, which as objects take longer than all else, and clients ask again with every move of the caret.
 */
final class ToldSymbols extends AbstractList<Either<SymbolInformation, DocumentSymbol>> {
    private final List<Symbol> outline;
    private final Symbols symbols;
    private final List<String> json;

    private ToldSymbols(List<Symbol> outline, Symbols symbols, List<String> json) {
        this.outline = outline;
        this.symbols = symbols;
        this.json = json;
    }

    /** Tells what a file holds. */
    static ToldSymbols of(List<Symbol> outline, Symbols symbols) {
        return new ToldSymbols(
                outline,
                symbols,
                outline.stream().map(one -> SymbolWriter.json(one, symbols)).toList());
    }

    /** The same as {@link #of}, with what is the same as in these taken over. */
    @SuppressWarnings("ReferenceEquality") // an outline is kept while its text is the same
    ToldSymbols next(List<Symbol> wanted, Symbols by) {
        if (symbols.places().encoding() != by.places().encoding()) {
            return of(wanted, by);
        }
        return outline == wanted ? this : new ToldSymbols(wanted, by, after(wanted, by));
    }

    /** Symbols above an edit are the same objects, and those below it where they have not moved. */
    @SuppressWarnings("ReferenceEquality")
    private List<String> after(List<Symbol> wanted, Symbols by) {
        int moved = wanted.size() - outline.size();
        String[] all = new String[wanted.size()];
        for (int i = 0; i < all.length; i++) {
            Symbol one = wanted.get(i);
            if (i < outline.size() && outline.get(i) == one) {
                all[i] = json.get(i);
            } else if (i >= moved && i - moved < outline.size() && outline.get(i - moved) == one) {
                all[i] = json.get(i - moved);
            } else {
                all[i] = SymbolWriter.json(one, by);
            }
        }
        return List.of(all);
    }

    /** Each of them as the protocol has it. */
    List<String> json() {
        return json;
    }

    @Override
    public Either<SymbolInformation, DocumentSymbol> get(int index) {
        return Either.forRight(symbols.nested(outline.get(index)));
    }

    @Override
    public int size() {
        return outline.size();
    }
}
