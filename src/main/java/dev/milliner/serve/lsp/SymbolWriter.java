package dev.milliner.serve.lsp;

import dev.milliner.language.Symbol;
import org.eclipse.lsp4j.Range;

/** Writes a symbol in one go, with what {@link Symbols#nested} tells of it. */
final class SymbolWriter {
    /** What a symbol takes, in letters. */
    private static final int USUAL = 240;

    private SymbolWriter() {}

    /** A symbol as the protocol has it. */
    static String json(Symbol symbol, Symbols symbols) {
        StringBuilder text = new StringBuilder(USUAL);
        write(text, symbol, symbols);
        return text.toString();
    }

    private static void write(StringBuilder text, Symbol symbol, Symbols symbols) {
        WholeFormat.quoted(text.append("{\"name\":"), Symbols.named(symbol));
        if (!symbol.detail().isEmpty()) {
            WholeFormat.quoted(text.append(",\"detail\":"), symbol.detail());
        }
        text.append(",\"kind\":").append(Kinds.ofSymbol(symbol.kind()).getValue());
        Range all = symbols.places().range(symbol.place());
        WholeFormat.range(text.append(",\"range\":"), all);
        WholeFormat.range(text.append(",\"selectionRange\":"), Symbols.firstLine(all));
        if (!symbol.children().isEmpty()) {
            String between = "";
            text.append(",\"children\":[");
            for (Symbol child : symbol.children()) {
                write(text.append(between), child, symbols);
                between = ",";
            }
            text.append(']');
        }
        text.append('}');
    }
}
