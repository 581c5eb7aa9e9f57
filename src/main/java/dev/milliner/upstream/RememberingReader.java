package dev.milliner.upstream;

import dev.milliner.overlay.OverlayException;
import dev.milliner.overlay.SourceReader;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads files that don't change, each once for as long as there is room to keep it. */
final class RememberingReader implements SourceReader {
    private final SourceReader reader;
    private final Map<String, SoftReference<Optional<byte[]>>> known = new ConcurrentHashMap<>();

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
        SoftReference<Optional<byte[]>> kept = known.get(path);
        Optional<byte[]> bytes = kept == null ? null : kept.get();
        if (bytes == null) {
            bytes = reader.read(path);
            known.put(path, new SoftReference<>(bytes));
        }
        return bytes;
    }
}
