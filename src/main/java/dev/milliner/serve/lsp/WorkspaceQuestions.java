package dev.milliner.serve.lsp;

import dev.milliner.language.Completions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.WorkspaceService;

/** Questions about all distros of a session, and what a client tells of files and folders. */
final class WorkspaceQuestions implements WorkspaceService {
    private final Supplier<Session> session;

    /**
     * Answers a client.
     *
     * @param session what it works on; fails before it has said what it can
     */
    WorkspaceQuestions(Supplier<Session> session) {
        this.session = session;
    }

    @Override
    public CompletableFuture<Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>> symbol(
            WorkspaceSymbolParams params) {
        PositionEncoding encoding = session.get().encoding();
        return session.get()
                .answer(states -> Either.forRight(states.stream()
                        .flatMap(state -> state.service().symbols(params.getQuery()).stream()
                                .filter(symbol -> !symbol.place().file().isEmpty())
                                .map(new Symbols(new Places(state, encoding))::ofDistro))
                        .limit(Completions.MOST)
                        .toList()));
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        // There is nothing to set.
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        session.get().roots().all().forEach(OpenDistro::refresh);
    }

    @Override
    public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
        Session now = session.get();
        for (WorkspaceFolder folder : params.getEvent().getRemoved()) {
            Session.file(folder.getUri()).ifPresent(now::removeFolder);
        }
        for (WorkspaceFolder folder : params.getEvent().getAdded()) {
            Session.file(folder.getUri()).ifPresent(now::addFolder);
        }
    }
}
