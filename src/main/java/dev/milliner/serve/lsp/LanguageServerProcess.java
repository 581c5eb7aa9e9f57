package dev.milliner.serve.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.services.LanguageClient;

/** Serves one client until it leaves. */
public final class LanguageServerProcess {
    private LanguageServerProcess() {}

    /**
     * Serves a client.
     *
     * @param in what it says
     * @param out what it is told
     * @return the exit status: 0 where it took its leave first, else 1
     */
    public static int serve(InputStream in, OutputStream out) throws InterruptedException {
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        try (MillinerLanguageServer server = new MillinerLanguageServer(ended::complete)) {
            Launcher<LanguageClient> launcher = Protocol.connect(server, in, out);
            Future<Void> listening = launcher.startListening();
            Thread.ofVirtual().start(() -> endWith(listening, ended));
            return ended.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The client can't be served.", failure);
        }
    }

    /** A client that closes its end of the stream is gone. */
    private static void endWith(Future<Void> listening, CompletableFuture<Integer> ended) {
        try {
            listening.get();
        } catch (InterruptedException | ExecutionException gone) {
            // However it came to an end, there is nobody left to serve.
        }
        ended.complete(1);
    }
}
