package dev.milliner.serve.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.MemoryFolder;
import dev.milliner.language.AzldevKey;
import dev.milliner.language.Document;
import dev.milliner.language.MarkedPlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolLocation;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every key and word of azldev's schema, and the marked places of Azure Linux, asked over the protocol. */
class KnownPlacesTest {
    @TempDir(factory = MemoryFolder.class)
    Path root;

    private Conversation about(String text) throws Exception {
        Files.writeString(root.resolve("azldev.toml"), text);
        return Conversation.about(root);
    }

    @Test
    void allKeysAreOfferedAndExplained() throws Exception {
        Path file = root.resolve("azldev.toml");
        try (Conversation client = about("")) {
            client.open(file);
            for (AzldevKey key : AzldevKey.all()) {
                String half = key.name().substring(0, Math.min(2, key.name().length()));
                for (String typed : List.of("", half)) {
                    String text = key.header() + typed;
                    client.replace(file, text);
                    assertThat(client.labels(file, Conversation.position(text, text.length())))
                            .as(key + " by '" + typed + "'")
                            .contains(key.name());
                }
                String text = key.header() + key.written() + " = ";
                client.replace(file, text);
                assertThat(client.hover(
                                        file,
                                        Conversation.position(text, key.header().length() + 1))
                                .getContents()
                                .getRight()
                                .getValue())
                        .startsWith(key.name() + "\n\n")
                        .hasSizeGreaterThan(key.name().length() + 10);
            }
        }
    }

    @Test
    void allWordsAreOfferedAndExplained() throws Exception {
        Path file = root.resolve("azldev.toml");
        int words = 0;
        try (Conversation client = about("")) {
            client.open(file);
            for (AzldevKey key : AzldevKey.all()) {
                for (String opening : key.words().isEmpty() ? List.<String>of() : List.of("", "\"", "'")) {
                    String text = key.header() + key.written() + " = " + opening;
                    client.replace(file, text);
                    assertThat(client.labels(file, Conversation.position(text, text.length())))
                            .containsExactlyInAnyOrderElementsOf(key.words());
                }
                for (String word : key.words()) {
                    String text = key.header() + key.written() + " = \"" + word + "\"";
                    client.replace(file, text);
                    assertThat(client.hover(file, Conversation.position(text, text.length() - 2))
                                    .getContents()
                                    .getRight()
                                    .getValue())
                            .startsWith(word);
                    words++;
                }
            }
        }
        assertThat(words).isGreaterThan(100);
    }

    @Test
    void whatIsMeantIsAmongTheFirstAtTheMarkedPlaces() throws Exception {
        MarkedPlace.unpack(root);
        List<String> missed = new ArrayList<>();
        int typedOver = 0;
        try (Conversation client = Conversation.about(root)) {
            for (MarkedPlace place : MarkedPlace.all()) {
                Path file = root.resolve(place.file());
                client.open(file);
                client.settle(file);
                Document typed = place.document(root, 2);
                client.replace(file, typed.text());
                Position caret = Conversation.position(typed.text(), place.caret(root));
                CompletionList offers = client.complete(file, caret);
                List<CompletionItem> first = offers.getItems().stream()
                        .limit(place.first())
                        .filter(item -> item.getLabel().equals(place.expected()))
                        .toList();
                if (first.isEmpty() && !isDefined(client, place)) {
                    typedOver++;
                } else if (first.isEmpty() || !fits(first.getFirst(), caret)) {
                    missed.add(place.toString());
                }
                client.close(file);
            }
        }
        assertThat(missed).isEmpty();
        assertThat(typedOver).isLessThan(5);
    }

    /** The server resolves the half-typed text too, so that what is named nowhere but there is gone. */
    private static boolean isDefined(Conversation client, MarkedPlace place) throws Exception {
        return Conversation.answer(
                        client.server().getWorkspaceService().symbol(new WorkspaceSymbolParams(place.expected())))
                .getRight()
                .stream()
                .anyMatch(symbol -> symbol.getName().equals(place.expected()) && isIn(symbol, place.file()));
    }

    private static boolean isIn(WorkspaceSymbol symbol, String file) {
        return symbol.getLocation()
                .map(Location::getUri, WorkspaceSymbolLocation::getUri)
                .endsWith(file);
    }

    /** Clients drop items whose range does not touch the caret, or spans lines. */
    private static boolean fits(CompletionItem item, Position caret) {
        var range = item.getTextEdit().getLeft().getRange();
        return range.getStart().getLine() == caret.getLine()
                && range.getEnd().getLine() == caret.getLine()
                && range.getStart().getCharacter() <= caret.getCharacter()
                && range.getEnd().getCharacter() >= caret.getCharacter();
    }
}
