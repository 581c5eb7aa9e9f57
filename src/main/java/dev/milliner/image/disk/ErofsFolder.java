package dev.milliner.image.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a folder of erofs holds: in each block numbers and places of names, and then the names. */
final class ErofsFolder {
    private static final int ENTRY = 12;

    private ErofsFolder() {}

    /**
     * The numbers of inodes by their names, without the folder itself and that above it.
     *
     * @param content of the folder
     * @param block size of a block, in bytes
     */
    static Map<String, Long> entries(byte[] content, int block) throws IOException {
        Map<String, Long> found = new LinkedHashMap<>();
        for (int start = 0; start < content.length; start += block) {
            int size = Math.min(block, content.length - start);
            read(ByteBuffer.wrap(content, start, size).slice().order(ByteOrder.LITTLE_ENDIAN), found);
        }
        found.remove(".");
        found.remove("..");
        return found;
    }

    private static void read(ByteBuffer block, Map<String, Long> found) throws IOException {
        int size = block.capacity();
        int first = size < ENTRY ? 0 : block.getShort(8) & 0xFFFF;
        if (first < ENTRY || first > size || first % ENTRY != 0) {
            throw new IOException("a folder of its erofs is damaged");
        }
        for (int at = 0; at < first; at += ENTRY) {
            int name = block.getShort(at + 8) & 0xFFFF;
            int end = at + ENTRY < first ? block.getShort(at + ENTRY + 8) & 0xFFFF : size;
            if (name < first || end < name || end > size) {
                throw new IOException("a folder of its erofs is damaged");
            }
            byte[] bytes = new byte[end - name];
            block.get(name, bytes);
            found.put(new String(bytes, StandardCharsets.UTF_8).replaceAll("\0.*", ""), block.getLong(at));
        }
    }
}
