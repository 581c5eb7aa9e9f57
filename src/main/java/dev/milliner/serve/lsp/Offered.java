package dev.milliner.serve.lsp;

import java.util.List;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CompletionItemOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DiagnosticRegistrationOptions;
import org.eclipse.lsp4j.DocumentLinkOptions;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.SemanticTokensServerFull;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;

/** What clients are offered. */
final class Offered {
    /** Behind these something else can stand than before them; letters need not be named. */
    private static final List<String> TRIGGERS = List.of(".", "[", "\"", "'", "=", "<", "%", "{", "/", ":");

    private Offered() {}

    static ServerCapabilities to(PositionEncoding encoding) {
        ServerCapabilities offered = new ServerCapabilities();
        offered.setPositionEncoding(encoding.label());
        offered.setTextDocumentSync(sync());
        CompletionOptions completion = new CompletionOptions(true, TRIGGERS);
        CompletionItemOptions items = new CompletionItemOptions();
        items.setLabelDetailsSupport(true);
        completion.setCompletionItem(items);
        offered.setCompletionProvider(completion);
        offered.setHoverProvider(true);
        offered.setDefinitionProvider(true);
        offered.setReferencesProvider(true);
        offered.setRenameProvider(new RenameOptions(true));
        offered.setDocumentSymbolProvider(true);
        offered.setWorkspaceSymbolProvider(true);
        offered.setDocumentHighlightProvider(true);
        offered.setFoldingRangeProvider(true);
        offered.setDocumentLinkProvider(new DocumentLinkOptions(false));
        offered.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
        offered.setInlayHintProvider(true);
        offered.setSemanticTokensProvider(
                new SemanticTokensWithRegistrationOptions(Colours.legend(), new SemanticTokensServerFull(true), true));
        offered.setDiagnosticProvider(new DiagnosticRegistrationOptions(true, false));
        offered.setWorkspace(workspace());
        return offered;
    }

    private static TextDocumentSyncOptions sync() {
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Incremental);
        sync.setSave(new SaveOptions(false));
        return sync;
    }

    private static WorkspaceServerCapabilities workspace() {
        WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
        folders.setSupported(true);
        folders.setChangeNotifications(true);
        return new WorkspaceServerCapabilities(folders);
    }
}
