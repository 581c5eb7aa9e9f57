package dev.milliner.serve.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** A client that talks with a server over pipes, and keeps what it is told. */
final class Conversation implements LanguageClient, AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final List<Pipe> pipes = new ArrayList<>();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final MillinerLanguageServer serving = new MillinerLanguageServer(ended::complete);
    private final LanguageServer server;
    private final List<Future<Void>> listening;
    private final Map<String, Integer> versions = new ConcurrentHashMap<>();
    private final BlockingQueue<PublishDiagnosticsParams> diagnostics = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final BlockingQueue<RegistrationParams> registrations = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> refreshes = new LinkedBlockingQueue<>();
    private final InitializeResult initialized;

    private Conversation(ClientCapabilities abilities, List<Path> roots) throws Exception {
        Pipe there = pipe();
        Pipe back = pipe();
        Future<Void> serverListens = Protocol.connect(
                        serving, Channels.newInputStream(there.source()), Channels.newOutputStream(back.sink()))
                .startListening();
        Launcher<LanguageServer> launcher = LSPLauncher.createClientLauncher(
                this, Channels.newInputStream(back.source()), Channels.newOutputStream(there.sink()));
        Future<Void> clientListens = launcher.startListening();
        listening = List.of(serverListens, clientListens);
        server = launcher.getRemoteProxy();
        InitializeParams params = new InitializeParams();
        params.setCapabilities(abilities);
        params.setWorkspaceFolders(roots.stream()
                .map(root -> new WorkspaceFolder(root.toUri().toString(), "tree"))
                .toList());
        initialized = answer(server.initialize(params));
        server.initialized(new InitializedParams());
    }

    private Pipe pipe() throws IOException {
        Pipe pipe = Pipe.open();
        pipes.add(pipe);
        return pipe;
    }

    /** Talks about trees, as a client that can nothing special. */
    static Conversation about(Path... roots) throws Exception {
        return of(abilities -> {}, roots);
    }

    /** Talks about trees, as a client that can something. */
    static Conversation of(Consumer<ClientCapabilities> can, Path... roots) throws Exception {
        ClientCapabilities abilities = new ClientCapabilities();
        can.accept(abilities);
        return new Conversation(abilities, Stream.of(roots).toList());
    }

    LanguageServer server() {
        return server;
    }

    InitializeResult initialized() {
        return initialized;
    }

    /** The exit status that the server gave, once it ended. */
    int ended() throws Exception {
        return answer(ended);
    }

    static <T> T answer(CompletableFuture<T> future) throws Exception {
        return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    static TextDocumentIdentifier id(Path file) {
        return new TextDocumentIdentifier(file.toUri().toString());
    }

    /** Opens a file as it lies on the disk; gives its text. */
    String open(Path file) throws IOException {
        String text = Files.readString(file);
        open(file, text);
        return text;
    }

    void open(Path file, String text) {
        versions.put(file.toUri().toString(), 1);
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(
                        new TextDocumentItem(file.toUri().toString(), "toml", 1, text)));
    }

    /** Takes the place of an open file's whole text. */
    int replace(Path file, String text) {
        return change(file, new TextDocumentContentChangeEvent(text));
    }

    int change(Path file, Range range, String text) {
        return change(file, new TextDocumentContentChangeEvent(range, text));
    }

    private int change(Path file, TextDocumentContentChangeEvent change) {
        String uri = file.toUri().toString();
        int version = versions.merge(uri, 1, Integer::sum);
        server.getTextDocumentService()
                .didChange(new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(uri, version), List.of(change)));
        return version;
    }

    void close(Path file) {
        server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(id(file)));
    }

    CompletionList complete(Path file, Position position) throws Exception {
        return answer(server.getTextDocumentService().completion(new CompletionParams(id(file), position)))
                .map(CompletionList::new, list -> list);
    }

    /** Waits until what was told so far is known. */
    void settle(Path file) throws Exception {
        answer(server.getTextDocumentService().diagnostic(new DocumentDiagnosticParams(id(file))));
    }

    List<String> labels(Path file, Position position) throws Exception {
        return complete(file, position).getItems().stream()
                .map(CompletionItem::getLabel)
                .toList();
    }

    Hover hover(Path file, Position position) throws Exception {
        return answer(server.getTextDocumentService().hover(new HoverParams(id(file), position)));
    }

    /** The place of an offset in a text whose columns are counted in UTF-16 units. */
    static Position position(String text, int offset) {
        int start = text.lastIndexOf('\n', offset - 1) + 1;
        int line = (int)
                text.substring(0, start).chars().filter(one -> one == '\n').count();
        return new Position(line, offset - start);
    }

    /** The middle of a text that stands in another. */
    static Position middle(String text, String part) {
        int at = text.indexOf(part);
        assertThat(at).as(part).isNotNegative();
        return position(text, at + part.length() / 2);
    }

    /** The next diagnostics of a file that are as wanted. */
    PublishDiagnosticsParams diagnostics(Path file, Predicate<PublishDiagnosticsParams> wanted) throws Exception {
        String uri = file.toUri().toString();
        while (true) {
            PublishDiagnosticsParams next = diagnostics.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("diagnostics of " + uri).isNotNull();
            if (next.getUri().equals(uri) && wanted.test(next)) {
                return next;
            }
        }
    }

    /** The diagnostics that came and nobody asked for yet. */
    List<PublishDiagnosticsParams> otherDiagnostics() {
        List<PublishDiagnosticsParams> all = new ArrayList<>();
        diagnostics.drainTo(all);
        return all;
    }

    /** The next sentence that the server says. */
    String message() throws Exception {
        return messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    RegistrationParams registration() throws Exception {
        return registrations.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** What the server asks to be asked again. */
    String refresh() throws Exception {
        return refreshes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void telemetryEvent(Object object) {}

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams params) {
        diagnostics.add(params);
    }

    @Override
    public void showMessage(MessageParams params) {
        messages.add(params.getMessage());
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void logMessage(MessageParams params) {}

    @Override
    public CompletableFuture<Void> registerCapability(RegistrationParams params) {
        registrations.add(params);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> refreshDiagnostics() {
        refreshes.add("diagnostics");
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> refreshInlayHints() {
        refreshes.add("hints");
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() throws IOException {
        serving.close();
        for (Pipe pipe : pipes) {
            pipe.sink().close();
            pipe.source().close();
        }
        listening.forEach(one -> one.cancel(true));
    }
}
