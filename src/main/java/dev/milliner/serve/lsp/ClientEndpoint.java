package dev.milliner.serve.lsp;

import java.util.function.Function;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.jspecify.annotations.Nullable;

/** The client's end of the wire. What lacks its parameters is refused, and errors say nothing of the program's inside. */
final class ClientEndpoint extends RemoteEndpoint {
    private final MessageConsumer out;
    private final MessageJsonHandler json;

    ClientEndpoint(
            MessageConsumer out, MessageJsonHandler json, Endpoint local, Function<Throwable, ResponseError> words) {
        super(out, local, words);
        this.out = out;
        this.json = json;
        setJsonHandler(json);
        json.setMethodProvider(this);
    }

    @Override
    public void consume(Message message) {
        switch (message) {
            case RequestMessage request
            when lacksParameters(request.getMethod(), request.getParams()) ->
                out.consume(createErrorResponseMessage(
                        request,
                        new ResponseError(
                                ResponseErrorCode.InvalidParams, request.getMethod() + " needs parameters.", null)));
            case NotificationMessage told when lacksParameters(told.getMethod(), told.getParams()) -> {
                // There is nobody to answer, and nothing in it.
            }
            default -> super.consume(message);
        }
    }

    private boolean lacksParameters(String name, @Nullable Object parameters) {
        JsonRpcMethod method = json.getJsonRpcMethod(name);
        return parameters == null && method != null && method.getParameterTypes().length > 0;
    }

    @Override
    protected ResponseMessage createErrorResponseMessage(RequestMessage request, ResponseError error) {
        error.setData(null);
        return super.createErrorResponseMessage(request, error);
    }
}
