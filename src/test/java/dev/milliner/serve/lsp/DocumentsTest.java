package dev.milliner.serve.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milliner.MemoryFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DiagnosticCapabilities;
import org.eclipse.lsp4j.DiagnosticWorkspaceCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.ResourceOperationKind;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts over the disk, encodings, line ends, roots, and what a client is told and not told. */
class DocumentsTest {
    private static final String SOUND =
            "[project]\ndefault-distro = { name = 'd', version = '1' }\n[distros.d.versions.1]\n";

    @TempDir(factory = MemoryFolder.class)
    Path root;

    private Path write(String name, String text) throws Exception {
        Path file = root.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
        return file;
    }

    private Path tree(String text) throws Exception {
        return write("azldev.toml", SOUND + text);
    }

    @Test
    void anUnsavedTextCountsUntilItIsClosed() throws Exception {
        Path file = tree("[components.a]\n");
        try (Conversation client = Conversation.about(root)) {
            String text = client.open(file);
            client.replace(file, text + "[components.b]\nspek = 1\n");
            assertThat(client.diagnostics(
                                    file, params -> !params.getDiagnostics().isEmpty())
                            .getDiagnostics())
                    .hasSize(1);
            assertThat(symbols(client, "b")).contains("b");
            client.close(file);
            assertThat(client.diagnostics(file, params -> true).getDiagnostics())
                    .isEmpty();
            assertThat(Files.readString(file)).isEqualTo(text);
        }
    }

    private static List<String> symbols(Conversation client, String query) throws Exception {
        return Conversation.answer(client.server().getWorkspaceService().symbol(new WorkspaceSymbolParams(query)))
                .getRight()
                .stream()
                .map(symbol -> symbol.getName())
                .toList();
    }

    @Test
    void onlyFilesWhoseProblemsChangedAreToldOf() throws Exception {
        write("a.toml", "[components.a]\nspek = 1\n");
        Path file = write("b.toml", "[components.b]\n");
        tree("");
        Files.writeString(root.resolve("azldev.toml"), "includes = ['a.toml', 'b.toml']\n" + SOUND);
        try (Conversation client = Conversation.about(root)) {
            client.diagnostics(root.resolve("a.toml"), params -> true);
            client.open(file);
            client.settle(file);
            client.otherDiagnostics();
            client.change(file, new Range(new Position(1, 0), new Position(1, 0)), "spek = 1\n");
            client.diagnostics(file, params -> !params.getDiagnostics().isEmpty());
            client.change(file, new Range(new Position(1, 0), new Position(2, 0)), "");
            client.diagnostics(file, params -> params.getDiagnostics().isEmpty());
            assertThat(client.otherDiagnostics())
                    .extracting(PublishDiagnosticsParams::getUri)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"utf-16, 4", "utf-8, 7", "utf-32, 3"})
    void columnsAreCountedAsTheClientDoes(String encoding, int column) throws Exception {
        Path file = tree("# 🎩é\n'🎩é' = 1\n");
        try (Conversation client = Conversation.of(
                abilities -> {
                    GeneralClientCapabilities general = new GeneralClientCapabilities();
                    general.setPositionEncodings(List.of(encoding));
                    abilities.setGeneral(general);
                },
                root)) {
            assertThat(client.initialized().getCapabilities().getPositionEncoding())
                    .isEqualTo(encoding);
            PublishDiagnosticsParams told =
                    client.diagnostics(file, params -> !params.getDiagnostics().isEmpty());
            Range range = told.getDiagnostics().getFirst().getRange();
            assertThat(range.getStart()).isEqualTo(new Position(4, 0));
            client.open(file);
            client.change(file, new Range(new Position(4, column), new Position(4, column)), "x");
            PublishDiagnosticsParams now =
                    client.diagnostics(file, params -> params.getVersion() != null && params.getVersion() == 2);
            assertThat(now.getDiagnostics().getFirst().getMessage().getLeft()).contains("🎩éx");
            assertThat(now.getDiagnostics().getFirst().getRange().getEnd().getCharacter())
                    .isEqualTo(range.getEnd().getCharacter() + 1);
        }
    }

    @Test
    void linesMayEndWithCarriageReturns() throws Exception {
        Path file = tree("[components.a]\n[component-groups.g]\ncomponents = ['a']\n");
        String text = Files.readString(file).replace("\n", "\r\n");
        Files.writeString(file, text);
        try (Conversation client = Conversation.about(root)) {
            client.open(file);
            Position use = new Position(5, 15);
            assertThat(Conversation.answer(client.server()
                                    .getTextDocumentService()
                                    .definition(new DefinitionParams(Conversation.id(file), use)))
                            .getLeft())
                    .extracting(Location::getRange)
                    .extracting(range -> range.getStart().getLine())
                    .containsExactly(3);
            var edit = Conversation.answer(
                    client.server().getTextDocumentService().rename(new RenameParams(Conversation.id(file), use, "b")));
            String renamed = BowlerOverProtocolTest.made(
                    text, edit.getChanges().values().iterator().next());
            assertThat(renamed)
                    .isEqualTo(text.replace("components.a]", "components.b]").replace("['a']", "['b']"));
            client.change(file, new Range(new Position(3, 0), new Position(4, 0)), "");
            assertThat(client.diagnostics(
                                    file, params -> !params.getDiagnostics().isEmpty())
                            .getDiagnostics()
                            .getFirst()
                            .getRange()
                            .getStart()
                            .getLine())
                    .isEqualTo(4);
        }
    }

    @Test
    void severalRootsAreKeptApartAndComeAndGo() throws Exception {
        write("one/azldev.toml", SOUND + "[components.first]\n");
        Path second = write("two/azldev.toml", SOUND + "[components.second]\n");
        try (Conversation client = Conversation.about(root.resolve("one"), root.resolve("two"))) {
            assertThat(symbols(client, "")).contains("first", "second");
            client.open(second);
            assertThat(client.labels(second, new Position(0, 0))).isNotNull();
            var change = new org.eclipse.lsp4j.WorkspaceFoldersChangeEvent(
                    List.of(),
                    List.of(new org.eclipse.lsp4j.WorkspaceFolder(
                            root.resolve("one").toUri().toString(), "one")));
            client.server()
                    .getWorkspaceService()
                    .didChangeWorkspaceFolders(new org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams(change));
            assertThat(symbols(client, "")).contains("second").doesNotContain("first");
        }
    }

    @Test
    void aFolderWithoutADistroIsServedByTheFormatAlone() throws Exception {
        Path file = write("some.toml", "[components.a]\n");
        try (Conversation client = Conversation.about(root)) {
            assertThat(client.message()).contains("There is no azldev.toml in " + root);
            String text = client.open(file) + "sp";
            client.replace(file, text);
            assertThat(client.labels(file, Conversation.position(text, text.length())))
                    .contains("spec");
            assertThat(client.otherDiagnostics()).isEmpty();
        }
    }

    @Test
    void aFileOutsideOfTheWorkspaceFindsItsOwnDistro() throws Exception {
        write("one/azldev.toml", SOUND);
        Path other = write("two/azldev.toml", SOUND + "[components.elsewhere]\n");
        try (Conversation client = Conversation.about(root.resolve("one"))) {
            client.open(other);
            assertThat(client.hover(other, new Position(3, 14))).isNotNull();
            assertThat(symbols(client, "else")).contains("elsewhere");
        }
    }

    @Test
    void aTextThatLiesInNoFileIsAnswered() throws Exception {
        tree("");
        try (Conversation client = Conversation.about(root)) {
            client.server()
                    .getTextDocumentService()
                    .didOpen(new org.eclipse.lsp4j.DidOpenTextDocumentParams(new org.eclipse.lsp4j.TextDocumentItem(
                            "untitled:new.toml", "toml", 1, "[components.a]\nsp")));
            assertThat(Conversation.answer(client.server()
                                    .getTextDocumentService()
                                    .completion(new org.eclipse.lsp4j.CompletionParams(
                                            new org.eclipse.lsp4j.TextDocumentIdentifier("untitled:new.toml"),
                                            new Position(1, 2))))
                            .getRight()
                            .getItems())
                    .anySatisfy(item -> assertThat(item.getLabel()).isEqualTo("spec"));
        }
    }

    @Test
    void whatChangesOnTheDiskIsSeenWhoeverWatches() throws Exception {
        Path file = tree("");
        try (Conversation client = Conversation.about(root)) {
            client.settle(file);
            Files.writeString(file, SOUND + "[components.a]\nspek = 1\n");
            client.diagnostics(file, params -> !params.getDiagnostics().isEmpty());
        }
        Files.writeString(file, SOUND);
        try (Conversation client = Conversation.of(DocumentsTest::watches, root)) {
            assertThat(client.registration().getRegistrations())
                    .singleElement()
                    .satisfies(one -> assertThat(one.getMethod()).isEqualTo("workspace/didChangeWatchedFiles"));
            client.settle(file);
            Files.writeString(file, SOUND + "[components.a]\nspek = 1\n");
            client.server()
                    .getWorkspaceService()
                    .didChangeWatchedFiles(new DidChangeWatchedFilesParams(
                            List.of(new FileEvent(file.toUri().toString(), FileChangeType.Changed))));
            client.diagnostics(file, params -> !params.getDiagnostics().isEmpty());
        }
    }

    private static void watches(ClientCapabilities abilities) {
        WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
        workspace.setDidChangeWatchedFiles(new DidChangeWatchedFilesCapabilities(true));
        abilities.setWorkspace(workspace);
    }

    @Test
    void aClientThatAsksIsNotToldTwice() throws Exception {
        Path file = tree("[components.a]\nspek = 1\n");
        try (Conversation client = Conversation.of(DocumentsTest::pulls, root)) {
            client.diagnostics(file, params -> !params.getDiagnostics().isEmpty());
            client.open(file);
            client.diagnostics(file, params -> params.getDiagnostics().isEmpty());
            assertThat(Conversation.answer(client.server()
                                    .getTextDocumentService()
                                    .diagnostic(new DocumentDiagnosticParams(Conversation.id(file))))
                            .getLeft()
                            .getItems())
                    .hasSize(1);
            client.close(file);
            client.diagnostics(file, params -> !params.getDiagnostics().isEmpty());
        }
    }

    private static void pulls(ClientCapabilities abilities) {
        TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
        text.setDiagnostic(new DiagnosticCapabilities());
        abilities.setTextDocument(text);
        WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
        workspace.setDiagnostics(new DiagnosticWorkspaceCapabilities(true));
        abilities.setWorkspace(workspace);
    }

    @Test
    void aProblemNamesWhatCausesIt() throws Exception {
        Path file = write("bad.toml", "[components.a\nspec = 1\n");
        Path groups = write("groups.toml", "[component-groups.g]\ncomponents = ['a']\n");
        write("azldev.toml", "includes = ['bad.toml', 'groups.toml']\n" + SOUND);
        try (Conversation client = Conversation.of(
                abilities -> {
                    TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
                    PublishDiagnosticsCapabilities publish = new PublishDiagnosticsCapabilities();
                    publish.setRelatedInformation(true);
                    text.setPublishDiagnostics(publish);
                    abilities.setTextDocument(text);
                },
                root)) {
            PublishDiagnosticsParams told = client.diagnostics(groups, params -> true);
            assertThat(told.getDiagnostics().getFirst().getRelatedInformation())
                    .singleElement()
                    .satisfies(cause -> assertThat(cause.getLocation().getUri())
                            .isEqualTo(file.toUri().toString()));
        }
    }

    @Test
    void aRenameNamesVersionsAndFilesWhereTheClientCanTakeThem() throws Exception {
        Path file = tree("[components.a]\nspec = { type = 'upstream' }\n");
        write("locks/a.lock", "version = 1\n");
        try (Conversation client = Conversation.of(
                abilities -> {
                    WorkspaceEditCapabilities edits = new WorkspaceEditCapabilities();
                    edits.setDocumentChanges(true);
                    edits.setResourceOperations(List.of(ResourceOperationKind.Rename));
                    WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
                    workspace.setWorkspaceEdit(edits);
                    abilities.setWorkspace(workspace);
                },
                root)) {
            client.open(file);
            var changes = Conversation.answer(client.server()
                            .getTextDocumentService()
                            .rename(new RenameParams(Conversation.id(file), new Position(3, 12), "b")))
                    .getDocumentChanges();
            assertThat(changes.getFirst().getLeft().getTextDocument().getVersion())
                    .isEqualTo(1);
            assertThat(changes.getLast().getRight().getKind()).isEqualTo("rename");
        }
        try (Conversation client = Conversation.about(root)) {
            client.open(file);
            Conversation.answer(client.server()
                    .getTextDocumentService()
                    .rename(new RenameParams(Conversation.id(file), new Position(3, 12), "b")));
            assertThat(client.message()).isEqualTo("Rename locks/a.lock to locks/b.lock too.");
        }
    }

    @Test
    void aQuestionThatIsTakenBackIsNotAnswered() throws Exception {
        Path file = tree("[components.a]\n");
        try (Conversation client = Conversation.about(root)) {
            client.open(file);
            for (int i = 0; i < 50; i++) {
                CompletableFuture<?> question = client.server()
                        .getTextDocumentService()
                        .definition(new DefinitionParams(Conversation.id(file), new Position(3, 12)));
                question.cancel(true);
            }
            assertThat(client.hover(file, new Position(3, 12))).isNotNull();
        }
    }

    @Test
    void theLifeOfASessionIsKept() throws Exception {
        tree("");
        try (Conversation client = Conversation.about(root)) {
            Conversation.answer(client.server().shutdown());
            assertThatThrownBy(() -> symbols(client, "a")).hasMessageContaining("was shut down");
            client.server().exit();
            assertThat(client.ended()).isZero();
        }
        try (Conversation client = Conversation.about(root)) {
            client.server().exit();
            assertThat(client.ended()).isEqualTo(1);
        }
    }
}
