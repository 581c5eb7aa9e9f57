package dev.milliner.upstream;

import dev.milliner.overlay.OverlayException;
import dev.milliner.overlay.SourceReader;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads files that don't change, each once for as long as there is room to keep it. */
final class RememberingReader implements SourceReader {
    /**
     * What was read.
     *
     * @param bytes a file's, or nothing where there is none
     */
    private record Read(Optional<byte[]> bytes) {}

    private final SourceReader reader;
    private final Map<String, SoftReference<Read>> known = new ConcurrentHashMap<>();

    /**
     * One that knows nothing yet.
     *
     * @param reader reads what is not known
     */
    RememberingReader(SourceReader reader) {
        this.reader = reader;
    }

    @Override
    public Optional<byte[]> read(String path) throws OverlayException {
        SoftReference<Read> kept = known.get(path);
        Read read = kept == null ? null : kept.get();
        if (read == null) {
            read = new Read(reader.read(path));
            known.put(path, new SoftReference<>(read));
        }
        return read.bytes();
    }
}
