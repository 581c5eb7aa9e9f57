package dev.milliner.serve.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.language.CompletionKind;
import dev.milliner.language.LanguageService;
import dev.milliner.language.Surroundings;
import dev.milliner.language.Symbol;
import dev.milliner.source.DiskTree;
import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.jsonrpc.json.adapters.EitherTypeAdapter;
import org.eclipse.lsp4j.jsonrpc.json.adapters.EnumTypeAdapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written in one go reads as what is written field by field. */
class WholeFormatTest {
    private final GsonBuilder protocol = new GsonBuilder()
            .registerTypeAdapterFactory(new EnumTypeAdapter.Factory())
            .registerTypeAdapterFactory(new EitherTypeAdapter.Factory());
    private final Gson byFields = protocol.create();
    private final Gson whole =
            protocol.registerTypeAdapterFactory(new WholeFormat()).create();
    private final Distro distro = new DistroLoader(Map.of()).load(new DiskTree(Path.of("sample-distros/bowler")));

    private Symbols symbols(PositionEncoding encoding) {
        LanguageService service = new LanguageService(distro, Surroundings.ofTree());
        return new Symbols(new Places(new DistroState(1, distro, service, Map.of()), encoding));
    }

    @ParameterizedTest
    @ValueSource(strings = {"systemd", "a\"b", "a\\b", "tab\tline\n", "grüße", "\u2028", "𝒳", "\u0007", "<&'>", ""})
    void writesSymbolsWithAnyName(String name) {
        Symbol child = symbol("child of " + name, 4, List.of());
        List<Symbol> outline =
                List.of(symbol(name, 3, List.of(child, symbol("plain", 5, List.of()))), symbol(name, 9, List.of()));
        for (PositionEncoding encoding : PositionEncoding.values()) {
            ToldSymbols told = ToldSymbols.of(outline, symbols(encoding));
            assertThat(JsonParser.parseString(whole.toJson(told)))
                    .isEqualTo(JsonParser.parseString(byFields.toJson(new ArrayList<>(told))));
        }
    }

    private static Symbol symbol(String name, int line, List<Symbol> children) {
        Place place = new Place("azldev.toml", new TextRange(line, 1, line + 2, 3));
        return new Symbol(name, line % 2 == 0 ? CompletionKind.TABLE : CompletionKind.KEY, name, place, children);
    }

    @Test
    void writesSymbolsAnewWhereTheyOrTheirColumnsAreOthers() {
        List<Symbol> outline = List.of(symbol("a", 1, List.of()));
        ToldSymbols told = ToldSymbols.of(outline, symbols(PositionEncoding.UTF_16));
        assertThat(told.next(outline, symbols(PositionEncoding.UTF_16))).isSameAs(told);
        assertThat(told.next(outline, symbols(PositionEncoding.UTF_8))).isNotSameAs(told);
    }

    @Test
    void takesOverWhatIsTheSame() {
        Symbol above = symbol("above", 1, List.of());
        Symbol below = symbol("below", 9, List.of());
        Symbols symbols = symbols(PositionEncoding.UTF_16);
        ToldSymbols told = ToldSymbols.of(List.of(above, symbol("gone", 4, List.of()), below), symbols);
        for (List<Symbol> now : List.of(
                List.of(above, below),
                List.of(above, symbol("new", 3, List.of()), symbol("newer", 5, List.of()), below),
                List.of(below, above),
                List.<Symbol>of())) {
            ToldSymbols next = told.next(now, symbols);
            assertThat(next.json()).isEqualTo(ToldSymbols.of(now, symbols).json());
            assertThat(next.json().stream().filter(one -> one.contains("above")).toList())
                    .isSubsetOf(told.json());
        }
    }
}
