package dev.milliner.serve.lsp;

import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** Requests that are not answered, each with a sentence that a client shows. */
final class Refused {
    private Refused() {}

    /** What was asked for can't be done. */
    static ResponseErrorException because(String reason) {
        return of(ResponseErrorCode.RequestFailed, reason);
    }

    /** The client has not said yet what it can. */
    static ResponseErrorException early() {
        return of(ResponseErrorCode.ServerNotInitialized, "Send the request 'initialize' first.");
    }

    /** The client has said that it is done, or says twice what it can. */
    static ResponseErrorException late(String why) {
        return of(ResponseErrorCode.InvalidRequest, why);
    }

    private static ResponseErrorException of(ResponseErrorCode code, String reason) {
        return new ResponseErrorException(new ResponseError(code, reason, null));
    }
}
