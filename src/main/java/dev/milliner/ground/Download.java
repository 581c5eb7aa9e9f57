package dev.milliner.ground;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Fetches files from servers that may stall, stop half way, or send more than they said. */
public final class Download {
    private static final int TRIES = 2;
    private static final int PIECE = 1 << 16;
    private static final int LARGEST_INDEX = 16 * 1024 * 1024;
    private static final long LARGEST_FILE = 4L * 1024 * 1024 * 1024;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NOT_MODIFIED = 304;
    private static final int NO_SUCH_RANGE = 416;

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("download watch").factory());

    /**
     * A small file.
     *
     * @param content its bytes
     * @param tag its ETag; empty where the server gives none
     */
    @SuppressWarnings("ArrayRecordComponent") // read at once, kept nowhere
    public record Small(byte[] content, String tag) {}

    private final Duration patience;

    public Download(Duration patience) {
        this.patience = patience;
    }

    /** Fetches a small file; empty where it is still the one with the tag. */
    public Optional<Small> small(URI uri, Optional<String> tag) throws IOException {
        HttpRequest.Builder request = request(uri);
        tag.filter(known -> !known.isEmpty()).ifPresent(known -> request.header("If-None-Match", known));
        HttpResponse<InputStream> response = send(request.build());
        try (InputStream body = response.body()) {
            if (response.statusCode() == NOT_MODIFIED) {
                return Optional.empty();
            }
            if (response.statusCode() != OK) {
                throw new IOException(uri + " answers with status " + response.statusCode());
            }
            byte[] content = watched(body, uri, stream -> stream.readNBytes(LARGEST_INDEX));
            return Optional.of(
                    new Small(content, response.headers().firstValue("etag").orElse("")));
        }
    }

    /**
     * Fetches a large file; what an earlier try left in the part is not fetched again.
     *
     * @param size how large it is, or -1 where that is not known; more than this is refused
     */
    public void large(URI uri, Path part, long size) throws IOException {
        IOException last = new IOException(uri + " cannot be fetched");
        for (int attempt = 0; attempt < TRIES; attempt++) {
            long start = Files.exists(part) ? Files.size(part) : 0;
            if (size >= 0 && start >= size) {
                return;
            }
            try {
                piece(uri, part, start, size);
                return;
            } catch (IOException failure) {
                last = failure;
                if (Thread.currentThread().isInterrupted()) {
                    break;
                }
            }
        }
        throw last;
    }

    /**
     * Fetches a large file to a part file beside it, and takes it over once it is what it should be. What an earlier
     * try left in the part is not fetched again.
     *
     * @param size how large it is, or -1 where that is not known; more than this is refused
     * @param digest a fresh one
     * @param expected what the digest must come to, in hexadecimal
     * @throws WrongDigestException where it is something else; nothing of it is kept
     */
    public void checked(URI uri, Path file, long size, MessageDigest digest, String expected) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        large(uri, part, size);
        String found = Digests.of(digest, part);
        if (!found.equalsIgnoreCase(expected)) {
            Files.delete(part);
            throw new WrongDigestException(uri.toString(), digest.getAlgorithm(), found, expected);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void piece(URI uri, Path part, long start, long size) throws IOException {
        HttpRequest.Builder request = request(uri);
        if (start > 0) {
            request.header("Range", "bytes=" + start + "-");
        }
        HttpResponse<InputStream> response = send(request.build());
        try (InputStream body = response.body()) {
            boolean resumed = response.statusCode() == PARTIAL;
            if (response.statusCode() == NO_SUCH_RANGE) {
                // The part has all that there is, or of another file; whoever tries again begins anew.
                Files.deleteIfExists(part);
            }
            if (!resumed && response.statusCode() != OK) {
                throw new IOException(uri + " answers with status " + response.statusCode());
            }
            keep(uri, body, part, resumed ? start : 0, size);
        }
    }

    private void keep(URI uri, InputStream body, Path part, long start, long size) throws IOException {
        StandardOpenOption how = start > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try (OutputStream file =
                Files.newOutputStream(part, StandardOpenOption.CREATE, how, StandardOpenOption.WRITE)) {
            long written = copy(uri, body, file, start, size >= 0 ? size : LARGEST_FILE);
            if (size >= 0 && written < size) {
                throw new IOException(uri + " ends after " + written + " of " + Amount.of(size, "byte"));
            }
        }
    }

    private long copy(URI uri, InputStream body, OutputStream file, long start, long most) throws IOException {
        byte[] piece = new byte[PIECE];
        long written = start;
        for (int read = next(uri, body, piece, written); read >= 0; read = next(uri, body, piece, written)) {
            written += read;
            if (written > most) {
                throw new IOException(uri + " sends more than the " + most + " bytes it should have");
            }
            file.write(piece, 0, read);
        }
        return written;
    }

    private int next(URI uri, InputStream body, byte[] piece, long written) throws IOException {
        try {
            return watched(body, uri, stream -> stream.read(piece));
        } catch (IOException stalled) {
            throw new IOException(stalled.getMessage() + " after " + Amount.of(written, "byte"), stalled);
        }
    }

    private interface Reading<T> {
        T read(InputStream stream) throws IOException;
    }

    /** Reads, and closes the stream under the reader when nothing comes for too long. */
    private <T> T watched(InputStream body, URI uri, Reading<T> reading) throws IOException {
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> watch = WATCH.schedule(
                () -> {
                    // Said before the reader is woken, so that it knows why.
                    late.set(true);
                    body.close();
                    return uri;
                },
                patience.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            T result = reading.read(body);
            if (late.get()) {
                throw new IOException("the stream was closed");
            }
            return result;
        } catch (IOException broken) {
            throw new IOException(uri + (late.get() ? " stalls" : " breaks off"), broken);
        } finally {
            watch.cancel(false);
        }
    }

    private HttpRequest.Builder request(URI uri) throws IOException {
        try {
            return HttpRequest.newBuilder(uri).timeout(patience);
        } catch (IllegalArgumentException other) {
            throw new IOException(uri + " is no address of a web server", other);
        }
    }

    private static HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("The download was stopped.", stopped);
        } catch (IOException failure) {
            throw new IOException(
                    request.uri() + " cannot be reached: "
                            + FetchTrouble.of(failure).words(),
                    failure);
        }
    }
}
