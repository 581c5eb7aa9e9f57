package dev.milliner.serve.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milliner.MemoryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each question of the protocol, asked about a small distro whose specs and images lie beside it. */
class BowlerOverProtocolTest {
    private static final Path SAMPLE = Path.of("sample-distros/bowler").toAbsolutePath();
    private static final Range ALL = new Range(new Position(0, 0), new Position(10_000, 0));

    @TempDir(factory = MemoryFolder.class)
    Path root;

    private Conversation client;
    private TextDocumentService texts;

    @BeforeEach
    void talk() throws Exception {
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = root.resolve(SAMPLE.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        client = Conversation.about(root);
        texts = client.server().getTextDocumentService();
    }

    @AfterEach
    void leave() throws IOException {
        client.close();
    }

    private List<String> files(List<? extends Location> places) {
        return places.stream()
                .map(place -> root.relativize(Path.of(java.net.URI.create(place.getUri())))
                        .toString())
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void aDefinitionIsFoundWithAllThatNamesIt() throws Exception {
        Path file = root.resolve("distro/bowler.distro.toml");
        String text = client.open(file);
        Position felt = Conversation.middle(text, "\"felt\"");
        assertThat(files(Conversation.answer(texts.definition(new DefinitionParams(Conversation.id(file), felt)))
                        .getLeft()))
                .containsExactly("distro/felt.distro.toml");
        List<? extends Location> all = Conversation.answer(
                texts.references(new ReferenceParams(Conversation.id(file), felt, new ReferenceContext(true))));
        List<? extends Location> uses = Conversation.answer(
                texts.references(new ReferenceParams(Conversation.id(file), felt, new ReferenceContext(false))));
        assertThat(files(all)).contains("distro/bowler.distro.toml", "distro/felt.distro.toml");
        assertThat(files(uses)).contains("distro/bowler.distro.toml");
        assertThat(uses).hasSizeLessThan(all.size());
        assertThat(Conversation.answer(
                        texts.documentHighlight(new DocumentHighlightParams(Conversation.id(file), felt))))
                .isNotEmpty();
    }

    @Test
    void aFileThatIsNotOpenIsAnsweredAsItLiesOnTheDisk() throws Exception {
        Path file = root.resolve("comps/linux/linux.comp.toml");
        String text = Files.readString(file);
        assertThat(client.hover(file, Conversation.middle(text, "components.linux"))
                        .getContents()
                        .getRight()
                        .getValue())
                .contains("component");
    }

    @Test
    void aRenameReachesAllFilesAndLeavesTheDistroSound() throws Exception {
        Path file = root.resolve("comps/linux/linux.comp.toml");
        String text = client.open(file);
        Position name = Conversation.position(text, text.indexOf("linux]") + 1);
        assertThat(Conversation.answer(texts.prepareRename(new PrepareRenameParams(Conversation.id(file), name)))
                        .getSecond()
                        .getPlaceholder())
                .isEqualTo("linux");
        WorkspaceEdit edit = Conversation.answer(texts.rename(new RenameParams(Conversation.id(file), name, "kernel")));
        assertThat(edit.getChanges()).hasSizeGreaterThan(1);
        for (String uri : edit.getChanges().keySet()) {
            Path changed = Path.of(java.net.URI.create(uri));
            Files.writeString(
                    changed, made(Files.readString(changed), edit.getChanges().get(uri)));
        }
        client.close(file);
        client.open(file);
        assertThat(Conversation.answer(texts.diagnostic(new DocumentDiagnosticParams(Conversation.id(file))))
                        .getLeft()
                        .getItems())
                .isEmpty();
        assertThat(Conversation.answer(
                                client.server().getWorkspaceService().symbol(new WorkspaceSymbolParams("kernel")))
                        .getRight())
                .anySatisfy(symbol -> assertThat(symbol.getName()).isEqualTo("kernel"));
        assertThatThrownBy(() ->
                        Conversation.answer(texts.rename(new RenameParams(Conversation.id(file), name, "busybox"))))
                .hasMessageContaining("already");
    }

    static String made(String text, List<? extends TextEdit> edits) {
        TextPositions positions = new TextPositions(text, PositionEncoding.UTF_16);
        List<TextEdit> last = new ArrayList<>(edits);
        last.sort(Comparator.comparingInt(
                        (TextEdit edit) -> positions.offset(edit.getRange().getStart()))
                .reversed());
        String now = text;
        for (TextEdit edit : last) {
            now = now.substring(0, positions.offset(edit.getRange().getStart()))
                    + edit.getNewText()
                    + now.substring(positions.offset(edit.getRange().getEnd()));
        }
        return now;
    }

    @Test
    void aFileIsOutlinedFoldedLinkedAndColoured() throws Exception {
        Path file = root.resolve("comps/greet/overlays/0001-branding.overlay.toml");
        client.open(file);
        assertThat(Conversation.answer(texts.documentSymbol(new DocumentSymbolParams(Conversation.id(file)))))
                .hasSizeGreaterThan(4);
        assertThat(Conversation.answer(texts.foldingRange(new FoldingRangeRequestParams(Conversation.id(file)))))
                .extracting(FoldingRange::getStartLine, FoldingRange::getEndLine)
                .contains(org.assertj.core.groups.Tuple.tuple(4, 8));
        assertThat(Conversation.answer(texts.documentLink(new DocumentLinkParams(Conversation.id(file)))))
                .extracting(DocumentLink::getTarget)
                .contains(
                        root.resolve("comps/greet/overlays/files/motto.txt")
                                .toUri()
                                .toString(),
                        "https://bowler.invalid/greet");
    }

    @Test
    void coloursOfAPartAndOfWhatChangedAreThoseOfTheWhole() throws Exception {
        Path file = root.resolve("comps/components.toml");
        String text = client.open(file);
        SemanticTokens before =
                Conversation.answer(texts.semanticTokensFull(new SemanticTokensParams(Conversation.id(file))));
        assertThat(Conversation.answer(
                                texts.semanticTokensRange(new SemanticTokensRangeParams(Conversation.id(file), ALL)))
                        .getData())
                .isEqualTo(before.getData());
        client.replace(file, text.replaceFirst("\n", "\n# a comment\n[components.x]\n"));
        var delta = Conversation.answer(texts.semanticTokensFullDelta(
                        new SemanticTokensDeltaParams(Conversation.id(file), before.getResultId())))
                .getRight();
        List<Integer> now = new ArrayList<>(before.getData());
        delta.getEdits().forEach(edit -> {
            now.subList(edit.getStart(), edit.getStart() + edit.getDeleteCount())
                    .clear();
            now.addAll(edit.getStart(), edit.getData());
        });
        assertThat(now)
                .isEqualTo(
                        Conversation.answer(texts.semanticTokensFull(new SemanticTokensParams(Conversation.id(file))))
                                .getData());
    }

    @Test
    void anOverlaySaysWhatItDoes() throws Exception {
        client.close();
        client = Conversation.of(BowlerOverProtocolTest::refreshes, root);
        texts = client.server().getTextDocumentService();
        Path file = root.resolve("comps/greet/overlays/0001-branding.overlay.toml");
        client.open(file);
        assertThat(client.refresh()).isEqualTo("hints");
        assertThat(Conversation.answer(texts.inlayHint(new InlayHintParams(Conversation.id(file), ALL))))
                .extracting(hint -> hint.getLabel().getLeft())
                .contains("✓ 1 line in greet.spec", "✓ adds motto.txt");
        assertThat(Conversation.answer(texts.inlayHint(
                        new InlayHintParams(Conversation.id(file), new Range(new Position(0, 0), new Position(0, 0))))))
                .isEmpty();
    }

    private static void refreshes(ClientCapabilities abilities) {
        var workspace = new org.eclipse.lsp4j.WorkspaceClientCapabilities();
        workspace.setInlayHint(new org.eclipse.lsp4j.InlayHintWorkspaceCapabilities(true));
        abilities.setWorkspace(workspace);
    }

    @Test
    void aProblemIsToldOfAndTakenAway() throws Exception {
        Path file = root.resolve("comps/linux/linux.comp.toml");
        String text = client.open(file);
        int version = client.replace(file, text.replace("release =", "relaese ="));
        var told = client.diagnostics(file, params -> !params.getDiagnostics().isEmpty());
        assertThat(told.getVersion()).isEqualTo(version);
        assertThat(told.getDiagnostics()).singleElement().satisfies(problem -> {
            assertThat(problem.getSeverity()).isEqualTo(DiagnosticSeverity.Error);
            assertThat(problem.getSource()).isEqualTo("milliner");
            assertThat(problem.getMessage().getLeft()).contains("relaese");
        });
        Range place = told.getDiagnostics().getFirst().getRange();
        CodeAction action = Conversation.answer(texts.codeAction(new CodeActionParams(
                        Conversation.id(file), place, new CodeActionContext(told.getDiagnostics()))))
                .stream()
                .map(each -> each.getRight())
                .filter(each -> each.getTitle().equals("Change to 'release'"))
                .findFirst()
                .orElseThrow();
        String wrong = text.replace("release =", "relaese =");
        client.replace(
                file,
                made(wrong, action.getEdit().getChanges().values().iterator().next()));
        assertThat(client.diagnostics(file, params -> true).getDiagnostics()).isEmpty();
        var pulled = Conversation.answer(texts.diagnostic(new DocumentDiagnosticParams(Conversation.id(file))))
                .getLeft();
        assertThat(pulled.getItems()).isEmpty();
        DocumentDiagnosticParams again = new DocumentDiagnosticParams(Conversation.id(file));
        again.setPreviousResultId(pulled.getResultId());
        assertThat(Conversation.answer(texts.diagnostic(again)).isRight()).isTrue();
    }

    @Test
    void offersSayMoreWhenAsked() throws Exception {
        Path file = root.resolve("azldev.toml");
        String text = client.open(file) + "\n[components.new]\n";
        client.replace(file, text);
        CompletionItem item = client.complete(file, Conversation.position(text, text.length())).getItems().stream()
                .filter(each -> each.getLabel().equals("spec"))
                .findFirst()
                .orElseThrow();
        assertThat(item.getDocumentation()).isNull();
        CompletionItem more = Conversation.answer(texts.resolveCompletionItem(item));
        assertThat(more.getDocumentation().getRight().getValue()).isNotBlank();
        assertThat(more.getTextEdit()).isEqualTo(item.getTextEdit());
    }

    @Test
    void kiwiAndSpecsAreKnownToo() throws Exception {
        Path kiwi = root.resolve("images/root/bowler-root.kiwi");
        String image = client.open(kiwi);
        assertThat(files(Conversation.answer(texts.definition(
                                new DefinitionParams(Conversation.id(kiwi), Conversation.middle(image, "busybox"))))
                        .getLeft()))
                .containsExactly("packages/packages.toml");
        Path spec = root.resolve("comps/linux/linux.spec");
        String text = client.open(spec);
        assertThat(client.hover(spec, Conversation.position(text, text.indexOf("License:") + 2)))
                .isNotNull();
        assertThat(Conversation.answer(texts.documentSymbol(new DocumentSymbolParams(Conversation.id(spec)))))
                .isNotEmpty();
        client.replace(kiwi, image.replaceFirst("(<package name=\"busybox\"/>)", "$1$1"));
        assertThat(client.diagnostics(kiwi, params -> !params.getDiagnostics().isEmpty())
                        .getDiagnostics())
                .anySatisfy(
                        problem -> assertThat(problem.getMessage().getLeft()).contains("already asked for"));
    }
}
