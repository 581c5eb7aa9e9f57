package dev.milliner.serve.lsp;

import dev.milliner.ground.Failures;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.eclipse.lsp4j.jsonrpc.validation.ReflectiveMessageValidator;
import org.eclipse.lsp4j.services.LanguageClient;

/** The wire between a client and a server. Messages that lack something are answered with what they lack. */
final class Protocol extends Launcher.Builder<LanguageClient> {
    private final ExecutorService reading = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("read").factory());

    private Protocol(MillinerLanguageServer server, InputStream in, OutputStream out) {
        setLocalService(server);
        setRemoteInterface(LanguageClient.class);
        setInput(new BufferedInputStream(in));
        setOutput(out);
        setExecutorService(reading);
        configureGson(json -> json.registerTypeAdapterFactory(new WholeFormat()));
    }

    /** Connects a server with a client; it is read once the launcher is told to listen. */
    static Launcher<LanguageClient> connect(MillinerLanguageServer server, InputStream in, OutputStream out) {
        Launcher<LanguageClient> launcher = new Protocol(server, in, out).create();
        server.connect(launcher.getRemoteProxy());
        return launcher;
    }

    @Override
    public Launcher<LanguageClient> create() {
        MessageJsonHandler json = createJsonHandler();
        // One writer for answers and complaints: two would write into one another's messages.
        MessageConsumer out = new MessageWriter(output, json);
        ClientEndpoint endpoint =
                new ClientEndpoint(out, json, ServiceEndpoints.toEndpoint(localServices), Protocol::words);
        LanguageClient client = createProxy(endpoint);
        MessageReader reader = new MessageReader(input, json, endpoint, trouble -> out.consume(unreadable(trouble)));
        return createLauncher(
                reading,
                client,
                endpoint,
                createMessageProcessor(reader, new ReflectiveMessageValidator(endpoint), client));
    }

    private static ResponseMessage unreadable(String trouble) {
        ResponseMessage answer = new ResponseMessage();
        answer.setJsonrpc("2.0");
        answer.setError(new ResponseError(ResponseErrorCode.ParseError, trouble, null));
        return answer;
    }

    /** What a client is told of a failure; where it went wrong goes into the log. */
    private static ResponseError words(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof InvocationTargetException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof ResponseErrorException told) {
            return told.getResponseError();
        }
        Failures.Failure report = new Failures.Failure("Answering", cause);
        Failures.report(report);
        return new ResponseError(ResponseErrorCode.InternalError, report.sentence() + " The log has more.", null);
    }
}
