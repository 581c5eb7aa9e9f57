package dev.milliner.serve.lsp;

import dev.milliner.ground.Release;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** The life of a session: what client and server can, and the end. */
final class MillinerLanguageServer implements LanguageServer, AutoCloseable {
    private static final String WATCHED = "workspace/didChangeWatchedFiles";

    private final TextQuestions texts = new TextQuestions(this::session, this::completing);
    private final WorkspaceQuestions workspace = new WorkspaceQuestions(this::session);
    private final IntConsumer end;
    private @Nullable LanguageClient client;
    private volatile @Nullable Session session;
    private volatile @Nullable Completing completing;
    private volatile boolean isShutDown;

    /**
     * A server that no client has spoken to.
     *
     * @param end ends the program with an exit status, when the client says so or is gone
     */
    MillinerLanguageServer(IntConsumer end) {
        this.end = end;
    }

    /** Takes the way to the client. */
    void connect(LanguageClient way) {
        client = way;
    }

    private Session session() {
        Session now = session;
        if (isShutDown) {
            throw Refused.late("The server was shut down. Start another.");
        }
        if (now == null) {
            throw Refused.early();
        }
        return now;
    }

    private Completing completing() {
        Completing now = completing;
        if (now == null) {
            throw Refused.early();
        }
        return now;
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        LanguageClient way = client;
        if (session != null || way == null) {
            throw Refused.late("The server was initialized already.");
        }
        Optional.ofNullable(params.getProcessId()).ifPresent(this::endWith);
        Abilities abilities = Abilities.of(params.getCapabilities());
        PositionEncoding encoding = PositionEncoding.agreed(
                Optional.ofNullable(params.getCapabilities().getGeneral())
                        .map(GeneralClientCapabilities::getPositionEncodings)
                        .orElse(List.of()));
        Session begun = new Session(way, abilities, encoding);
        completing = new Completing(abilities);
        session = begun;
        folders(params).flatMap(uri -> Session.file(uri).stream()).forEach(begun::addFolder);
        return CompletableFuture.completedFuture(
                new InitializeResult(Offered.to(encoding), new ServerInfo("Milliner", Release.VERSION)));
    }

    /** An editor that is gone can't say so. */
    private void endWith(int process) {
        Optional<ProcessHandle> parent = ProcessHandle.of(process);
        if (parent.isPresent()) {
            CompletableFuture<Void> ignored = parent.get().onExit().thenRun(() -> end.accept(1));
        } else {
            Optional.ofNullable(client)
                    .ifPresent(way -> way.logMessage(
                            new MessageParams(MessageType.Info, "There is no process " + process + " to end with.")));
        }
    }

    @SuppressWarnings("deprecation") // what clients name that know of no folders
    private static Stream<String> folders(InitializeParams params) {
        List<WorkspaceFolder> folders = params.getWorkspaceFolders();
        if (folders != null) {
            return folders.stream().map(WorkspaceFolder::getUri);
        }
        return Optional.ofNullable(params.getRootUri()).stream();
    }

    @Override
    public void initialized(InitializedParams params) {
        Session now = session();
        if (now.abilities().watchesFiles()) {
            FileSystemWatcher all = new FileSystemWatcher(Either.forLeft("**/*"));
            CompletableFuture<Void> ignored = now.client()
                    .registerCapability(new RegistrationParams(List.of(new Registration(
                            WATCHED, WATCHED, new DidChangeWatchedFilesRegistrationOptions(List.of(all))))));
        } else {
            now.watch();
        }
    }

    @Override
    public void setTrace(SetTraceParams params) {
        // Milliner writes a log of its own.
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        session();
        isShutDown = true;
        close();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void exit() {
        end.accept(isShutDown ? 0 : 1);
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return texts;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return workspace;
    }

    @Override
    public void close() {
        Optional.ofNullable(session).ifPresent(Session::close);
    }
}
