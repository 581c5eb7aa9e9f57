package dev.milliner.serve.lsp;

import dev.milliner.language.RenameAnswer;
import dev.milliner.language.Symbol;
import dev.milliner.text.Place;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** Questions about documents, and what a client tells of them. */
final class TextQuestions implements TextDocumentService {
    private final Supplier<Session> session;
    private final Supplier<Completing> completing;
    private final Colours colours = new Colours();
    /** The symbols that were asked for last. */
    private volatile @Nullable ToldSymbols told;

    /**
     * Answers a client.
     *
     * @param session what it works on; fails before it has said what it can
     */
    TextQuestions(Supplier<Session> session, Supplier<Completing> completing) {
        this.session = session;
        this.completing = completing;
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        session.get().open(params.getTextDocument());
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        VersionedTextDocumentIdentifier id = params.getTextDocument();
        int version = Optional.ofNullable(id.getVersion()).orElse(0);
        session.get().change(id.getUri(), text -> text.changed(params.getContentChanges(), version));
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        session.get().roots().all().forEach(OpenDistro::refresh);
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        String uri = params.getTextDocument().getUri();
        session.get().close(uri);
        colours.forget(uri);
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        Completing offers = completing.get();
        return ask(
                params.getTextDocument(),
                Either.forLeft(List.of()),
                asked -> Either.forRight(offers.complete(asked, params.getPosition())));
    }

    @Override
    public CompletableFuture<CompletionItem> resolveCompletionItem(CompletionItem item) {
        Completing offers = completing.get();
        return session.get().answer(states -> offers.resolve(item));
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams params) {
        boolean markdown = session.get().abilities().markdown();
        return ask(params.getTextDocument(), Optional.<Hover>empty(), asked -> asked.service()
                        .hover(asked.document(), asked.offset(params.getPosition()))
                        .map(hover -> Saying.of(hover, asked.text().positions(), markdown)))
                .thenApply(found -> found.orElse(null));
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        return ask(
                params.getTextDocument(),
                Either.forLeft(List.of()),
                asked -> Either.forLeft(locations(
                        asked, asked.service().definition(asked.document(), asked.offset(params.getPosition())))));
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        boolean all = params.getContext() == null || params.getContext().isIncludeDeclaration();
        return askSettled(params.getTextDocument(), List.of(), asked -> {
            int offset = asked.offset(params.getPosition());
            List<Place> found = asked.service().references(asked.document(), offset);
            List<Place> without = all ? List.of() : asked.service().definition(asked.document(), offset);
            return locations(
                    asked, found.stream().filter(place -> !isIn(place, without)).toList());
        });
    }

    /** A definition is a whole table, which its name stands in. */
    private static boolean isIn(Place place, Collection<Place> definitions) {
        return definitions.stream()
                .anyMatch(definition -> definition.file().equals(place.file())
                        && definition.range().line() == place.range().line());
    }

    private static List<Location> locations(Asked asked, List<Place> found) {
        return found.stream().map(asked.places()::location).toList();
    }

    @Override
    public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(DocumentHighlightParams params) {
        return ask(
                params.getTextDocument(),
                List.of(),
                asked -> asked.service().highlights(asked.document(), asked.offset(params.getPosition())).stream()
                        .map(span ->
                                new DocumentHighlight(asked.text().positions().range(span), DocumentHighlightKind.Text))
                        .toList());
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        boolean nested = session.get().abilities().nestedSymbols();
        return ask(params.getTextDocument(), List.of(), asked -> {
            Symbols symbols = new Symbols(asked.now());
            List<Symbol> outline = asked.service().outline(asked.document());
            return nested ? told(outline, symbols) : symbols.flat(outline);
        });
    }

    private ToldSymbols told(List<Symbol> outline, Symbols symbols) {
        ToldSymbols last = told;
        ToldSymbols now = last == null ? ToldSymbols.of(outline, symbols) : last.next(outline, symbols);
        told = now;
        return now;
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        Abilities abilities = session.get().abilities();
        return session.get().answerSettled(params.getTextDocument().getUri(), List.of(), (asked, distro) -> new Actions(
                        asked, session.get().remarks(distro), abilities)
                .of(params));
    }

    @Override
    public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(
            PrepareRenameParams params) {
        return askSettled(
                        params.getTextDocument(),
                        Optional.<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>>empty(),
                        asked -> asked.service()
                                .prepareRename(asked.document(), asked.offset(params.getPosition()))
                                .map(rename ->
                                        Either3.<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>forSecond(
                                                new PrepareRenameResult(
                                                        asked.text().positions().range(rename.span()), rename.name()))))
                .thenApply(found -> found.orElse(null));
    }

    @Override
    public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
        Session now = session.get();
        return askSettled(params.getTextDocument(), new WorkspaceEdit(), asked -> switch (asked.service()
                .rename(asked.document(), asked.offset(params.getPosition()), params.getNewName())) {
            case RenameAnswer.Refusal refusal -> throw Refused.because(refusal.reason());
            case RenameAnswer.Edits edits -> {
                Editing editing = new Editing(asked.places(), now.abilities());
                editing.left(edits.edit()).forEach(left -> now.client()
                        .showMessage(new MessageParams(
                                MessageType.Warning, "Rename " + left.from() + " to " + left.to() + " too.")));
                yield editing.of(edits.edit());
            }
        });
    }

    @Override
    public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
        return ask(params.getTextDocument(), List.of(), asked -> asked.service().folds(asked.document()).stream()
                .map(fold -> new FoldingRange(fold.startLine() - 1, fold.endLine() - 1))
                .toList());
    }

    @Override
    public CompletableFuture<List<DocumentLink>> documentLink(DocumentLinkParams params) {
        return ask(params.getTextDocument(), List.of(), asked -> asked.service().links(asked.document()).stream()
                .map(link -> new DocumentLink(
                        asked.text().positions().range(link.span()),
                        link.web() ? link.target() : asked.places().uri(link.target())))
                .toList());
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
        return ask(params.getTextDocument(), new SemanticTokens(List.of()), asked -> colours.full(asked.text()));
    }

    @Override
    public CompletableFuture<Either<SemanticTokens, SemanticTokensDelta>> semanticTokensFullDelta(
            SemanticTokensDeltaParams params) {
        return ask(
                params.getTextDocument(),
                Either.forLeft(new SemanticTokens(List.of())),
                asked -> colours.since(asked.text(), params.getPreviousResultId()));
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensRange(SemanticTokensRangeParams params) {
        Range range = params.getRange();
        return ask(
                params.getTextDocument(),
                new SemanticTokens(List.of()),
                asked -> colours.part(
                        asked.text(), range.getStart().getLine(), range.getEnd().getLine() + 1));
    }

    @Override
    public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
        return session.get().answer(params.getTextDocument().getUri(), List.of(), (asked, distro) -> new Hints(
                        asked, session.get().remarks(distro))
                .within(params.getRange()));
    }

    @Override
    public CompletableFuture<DocumentDiagnosticReport> diagnostic(DocumentDiagnosticParams params) {
        boolean related = session.get().abilities().relatedPlaces();
        return session.get()
                .answerSettled(
                        params.getTextDocument().getUri(),
                        new DocumentDiagnosticReport(new RelatedFullDocumentDiagnosticReport(List.of())),
                        (asked, distro) -> new Reports(asked, session.get().remarks(distro), related)
                                .since(params.getPreviousResultId()));
    }

    private <T> CompletableFuture<T> ask(TextDocumentIdentifier document, T nothing, Function<Asked, T> question) {
        return session.get().answer(document.getUri(), nothing, (asked, distro) -> question.apply(asked));
    }

    private <T> CompletableFuture<T> askSettled(
            TextDocumentIdentifier document, T nothing, Function<Asked, T> question) {
        return session.get().answerSettled(document.getUri(), nothing, (asked, distro) -> question.apply(asked));
    }
}
