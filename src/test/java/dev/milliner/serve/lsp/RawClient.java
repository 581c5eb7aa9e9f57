package dev.milliner.serve.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks with a server byte by byte. */
final class RawClient {
    private final InputStream in;
    private final OutputStream out;

    RawClient(InputStream in, OutputStream out) {
        this.in = new BufferedInputStream(in);
        this.out = out;
    }

    /** Sends a message as its length and its text. */
    void send(String message) throws IOException {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        sendBytes(("Content-Length: " + bytes.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        sendBytes(bytes);
    }

    void sendBytes(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** The next message, held against the protocol: headers, and a body as long as they say. */
    JsonNode next() throws IOException {
        int length = -1;
        for (String line = line(); !line.isEmpty(); line = line()) {
            assertThat(line).matches("Content-Length: \\d+");
            length = Integer.parseInt(line.substring("Content-Length: ".length()));
        }
        return JsonMapper.shared().readTree(new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            assertThat(next).as("the stream's end after: " + line).isNotNegative();
            line.append((char) next);
        }
        assertThat(line.charAt(line.length() - 1)).isEqualTo('\r');
        return line.substring(0, line.length() - 1);
    }

    /** The answer to a request; what else comes is passed over. */
    JsonNode answer(String id) throws IOException {
        while (true) {
            JsonNode next = next();
            if (next.has("method") && next.has("id")) {
                send("{\"jsonrpc\":\"2.0\",\"id\":" + next.get("id") + ",\"result\":null}");
            } else if (next.path("id").asString("").equals(id)) {
                return next;
            }
        }
    }
}
