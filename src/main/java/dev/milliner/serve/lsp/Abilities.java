package dev.milliner.serve.lsp;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.DiagnosticWorkspaceCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.InlayHintWorkspaceCapabilities;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.ResourceOperationKind;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;

/**
 * What a client can, as far as answers depend on it.
 *
 * @param snippets whether completions may have stops
 * @param markdown whether hovers and completions may say what they say in Markdown
 * @param nestedSymbols whether what a file holds may be told nested
 * @param relatedPlaces whether diagnostics may name related places
 * @param pullsDiagnostics whether it asks for the diagnostics of the documents that it shows
 * @param refreshesDiagnostics whether it can be told to ask for them again
 * @param refreshesHints whether it can be told to ask for inlay hints again
 * @param versionedEdits whether edits may name the versions that they are for
 * @param renamesFiles whether edits may give files other names
 * @param watchesFiles whether it can be asked to watch files
 */
record Abilities(
        boolean snippets,
        boolean markdown,
        boolean nestedSymbols,
        boolean relatedPlaces,
        boolean pullsDiagnostics,
        boolean refreshesDiagnostics,
        boolean refreshesHints,
        boolean versionedEdits,
        boolean renamesFiles,
        boolean watchesFiles) {

    static Abilities of(ClientCapabilities client) {
        Optional<TextDocumentClientCapabilities> text = Optional.ofNullable(client.getTextDocument());
        Optional<WorkspaceClientCapabilities> workspace = Optional.ofNullable(client.getWorkspace());
        Optional<WorkspaceEditCapabilities> edits = workspace.map(WorkspaceClientCapabilities::getWorkspaceEdit);
        return new Abilities(
                text.map(TextDocumentClientCapabilities::getCompletion)
                        .map(CompletionCapabilities::getCompletionItem)
                        .map(CompletionItemCapabilities::getSnippetSupport)
                        .orElse(false),
                text.map(TextDocumentClientCapabilities::getHover)
                        .map(HoverCapabilities::getContentFormat)
                        .orElse(List.of())
                        .contains(MarkupKind.MARKDOWN),
                text.map(TextDocumentClientCapabilities::getDocumentSymbol)
                        .map(DocumentSymbolCapabilities::getHierarchicalDocumentSymbolSupport)
                        .orElse(false),
                text.map(TextDocumentClientCapabilities::getPublishDiagnostics)
                        .map(PublishDiagnosticsCapabilities::getRelatedInformation)
                        .orElse(false),
                text.map(TextDocumentClientCapabilities::getDiagnostic).isPresent(),
                workspace
                        .map(WorkspaceClientCapabilities::getDiagnostics)
                        .map(DiagnosticWorkspaceCapabilities::getRefreshSupport)
                        .orElse(false),
                workspace
                        .map(WorkspaceClientCapabilities::getInlayHint)
                        .map(InlayHintWorkspaceCapabilities::getRefreshSupport)
                        .orElse(false),
                edits.map(WorkspaceEditCapabilities::getDocumentChanges).orElse(false),
                edits.map(WorkspaceEditCapabilities::getResourceOperations)
                        .orElse(List.of())
                        .contains(ResourceOperationKind.Rename),
                workspace
                        .map(WorkspaceClientCapabilities::getDidChangeWatchedFiles)
                        .map(DidChangeWatchedFilesCapabilities::getDynamicRegistration)
                        .orElse(false));
    }
}
