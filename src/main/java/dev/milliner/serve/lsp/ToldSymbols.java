package dev.milliner.serve.lsp;

import dev.milliner.language.Symbol;
import java.util.AbstractList;
import java.util.List;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * What a file holds, nested. It is written in one go, and once while it is the same: a long file has 7,000 symbols with 14,000
 * ranges, which as objects take longer than all else, and clients ask again with every move of the caret.
 */
final class ToldSymbols extends AbstractList<Either<SymbolInformation, DocumentSymbol>> {
    /** What a symbol takes, in letters. */
    private static final int USUAL = 240;

    private final List<Symbol> outline;
    private final Symbols symbols;
    private final String json;

    ToldSymbols(List<Symbol> outline, Symbols symbols) {
        this.outline = outline;
        this.symbols = symbols;
        StringBuilder text = new StringBuilder(USUAL * outline.size() + 2);
        list(text, outline);
        json = text.toString();
    }

    /** These, where an outline is what they tell of; otherwise those of the outline. */
    @SuppressWarnings("ReferenceEquality") // an outline is kept while its text is the same
    ToldSymbols now(List<Symbol> wanted, Symbols by) {
        boolean isSame =
                outline == wanted && symbols.places().encoding() == by.places().encoding();
        return isSame ? this : new ToldSymbols(wanted, by);
    }

    /** It as the protocol has it. */
    String json() {
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

    private void list(StringBuilder text, List<Symbol> all) {
        String between = "";
        text.append('[');
        for (Symbol one : all) {
            symbol(text.append(between), one);
            between = ",";
        }
        text.append(']');
    }

    /** With what {@link Symbols#nested} tells of one. */
    private void symbol(StringBuilder text, Symbol symbol) {
        WholeFormat.quoted(text.append("{\"name\":"), Symbols.named(symbol));
        if (!symbol.detail().isEmpty()) {
            WholeFormat.quoted(text.append(",\"detail\":"), symbol.detail());
        }
        text.append(",\"kind\":").append(Kinds.ofSymbol(symbol.kind()).getValue());
        Range all = symbols.all(symbol);
        WholeFormat.range(text.append(",\"range\":"), all);
        WholeFormat.range(text.append(",\"selectionRange\":"), Symbols.firstLine(all));
        if (!symbol.children().isEmpty()) {
            list(text.append(",\"children\":"), symbol.children());
        }
        text.append('}');
    }
}
