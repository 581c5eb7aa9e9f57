package dev.milliner.rpm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** A package whose payload is not packed, so that what is damaged in it is not only the packing. */
final class PlainPayload {
    private PlainPayload() {}

    static byte[] of(byte[] packed) throws IOException {
        int start = 96;
        while ((packed[start] & 0xFF) != 0x1F || (packed[start + 1] & 0xFF) != 0x8B) {
            start++;
        }
        byte[] payload;
        try (InputStream content =
                new GZIPInputStream(new ByteArrayInputStream(packed, start, packed.length - start))) {
            payload = content.readAllBytes();
        }
        byte[] whole = Arrays.copyOf(packed, start + payload.length);
        System.arraycopy(payload, 0, whole, start, payload.length);
        return whole;
    }
}
