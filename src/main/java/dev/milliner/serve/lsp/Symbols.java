package dev.milliner.serve.lsp;

import dev.milliner.language.Symbol;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What files and distros hold, in the protocol's words. */
record Symbols(Places places) {
    /** What a file holds, one after another with the name of what each is in. */
    List<Either<SymbolInformation, DocumentSymbol>> flat(List<Symbol> outline) {
        List<Either<SymbolInformation, DocumentSymbol>> all = new ArrayList<>();
        outline.forEach(symbol -> flat(symbol, "", all));
        return all;
    }

    /** What of a range is in its first line, with the end of that where it has more. */
    static Range firstLine(Range all) {
        Position start = all.getStart();
        boolean oneLine = all.getEnd().getLine() == start.getLine();
        return new Range(start, oneLine ? all.getEnd() : new Position(start.getLine() + 1, 0));
    }

    /** A symbol with what is in it. */
    DocumentSymbol nested(Symbol symbol) {
        Range all = places.range(symbol.place());
        DocumentSymbol told = new DocumentSymbol(named(symbol), Kinds.ofSymbol(symbol.kind()), all, firstLine(all));
        if (!symbol.detail().isEmpty()) {
            told.setDetail(symbol.detail());
        }
        if (!symbol.children().isEmpty()) {
            told.setChildren(symbol.children().stream().map(this::nested).toList());
        }
        return told;
    }

    @SuppressWarnings("deprecation") // what clients take that know no nested symbols
    private void flat(Symbol symbol, String around, List<Either<SymbolInformation, DocumentSymbol>> all) {
        all.add(Either.forLeft(new SymbolInformation(
                named(symbol), Kinds.ofSymbol(symbol.kind()), places.location(symbol.place()), around)));
        symbol.children().forEach(child -> flat(child, symbol.name(), all));
    }

    /** Clients refuse symbols without a name. */
    static String named(Symbol symbol) {
        return symbol.name().isBlank() ? "(no name)" : symbol.name();
    }

    WorkspaceSymbol ofDistro(Symbol symbol) {
        WorkspaceSymbol told = new WorkspaceSymbol(
                named(symbol), Kinds.ofSymbol(symbol.kind()), Either.forLeft(places.location(symbol.place())));
        told.setContainerName(symbol.detail());
        return told;
    }
}
