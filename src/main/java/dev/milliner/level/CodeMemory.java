package dev.milliner.level;

import dev.milliner.ground.Digests;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers what large files showed, by their digest, so that what an image and its packages share is read once. */
final class CodeMemory {
    private static final int MOST = 20_000;

    /** What is smaller is read as fast as its digest is made. */
    private static final int WORTH = 1 << 16;

    private static final Map<String, CodeFile> KNOWN = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CodeFile> eldest) {
            return size() > MOST;
        }
    };

    private CodeMemory() {}

    /** What an ELF file shows. */
    static CodeFile of(byte[] file) {
        if (file.length < WORTH) {
            return CodeFile.of(file);
        }
        String digest = HexFormat.of().formatHex(Digests.sha256().digest(file));
        Optional<CodeFile> known = known(digest);
        CodeFile read = known.orElseGet(() -> CodeFile.of(file));
        synchronized (KNOWN) {
            KNOWN.put(digest, read);
        }
        return read;
    }

    private static Optional<CodeFile> known(String digest) {
        synchronized (KNOWN) {
            return Optional.ofNullable(KNOWN.get(digest));
        }
    }
}
