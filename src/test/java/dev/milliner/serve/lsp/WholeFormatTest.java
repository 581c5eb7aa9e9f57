package dev.milliner.serve.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import java.util.List;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.jsonrpc.json.adapters.EnumTypeAdapter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written in one go reads as what is written field by field. */
class WholeFormatTest {
    private final GsonBuilder protocol = new GsonBuilder().registerTypeAdapterFactory(new EnumTypeAdapter.Factory());
    private final Gson byFields = protocol.create();
    private final Gson whole =
            protocol.registerTypeAdapterFactory(new WholeFormat()).create();

    @ParameterizedTest
    @ValueSource(strings = {"systemd", "a\"b", "a\\b", "tab\tline\n", "grüße", "\u2028", "𝒳", "\u0007", "<&'>", ""})
    void writesASymbolWithAnyName(String name) {
        DocumentSymbol symbol = symbol(name, 3);
        symbol.setDetail(name);
        symbol.setChildren(List.of(symbol("child of " + name, 4), symbol("plain", 5)));
        assertThat(JsonParser.parseString(whole.toJson(symbol)))
                .isEqualTo(JsonParser.parseString(byFields.toJson(symbol)));
    }

    private static DocumentSymbol symbol(String name, int line) {
        Range range = new Range(new Position(line, 0), new Position(line + 7, 12));
        return new DocumentSymbol(
                name, SymbolKind.Class, range, new Range(new Position(line, 1), new Position(line, 9)));
    }
}
