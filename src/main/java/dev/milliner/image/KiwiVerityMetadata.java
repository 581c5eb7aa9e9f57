package dev.milliner.image;

import dev.milliner.image.disk.Blocks;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What KIWI writes at a partition's end for {@code embed_verity_metadata} (its utils/veritysetup.py). */
final class KiwiVerityMetadata {
    private static final int SIZE = 4096;

    /** A header, the table of the device mapper with the hash as its seventh word, and a signature. */
    private static final Pattern FORMAT = Pattern.compile(
            "^1 \\w+ ro verity\u00FF\\d \\d+ \\d+ \\d+ \\d+ [\\w-]+ ([0-9a-f]{32,128}) [0-9a-f-]*\u00FF\0.*",
            Pattern.DOTALL);

    private KiwiVerityMetadata() {}

    /** The root hash that it names; empty where there is none. */
    static Optional<String> rootHash(Blocks partition) throws IOException {
        if (partition.size() < SIZE) {
            return Optional.empty();
        }
        byte[] end = partition
                .read(partition.size() - SIZE, SIZE, ByteOrder.LITTLE_ENDIAN)
                .array();
        Matcher metadata = FORMAT.matcher(new String(end, StandardCharsets.ISO_8859_1));
        return metadata.matches() ? Optional.of(metadata.group(1)) : Optional.empty();
    }
}
